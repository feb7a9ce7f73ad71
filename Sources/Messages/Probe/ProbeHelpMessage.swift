/// The texts of `v6audit probe --help`.
public enum ProbeHelpMessage: LocalizedMessage {
    case probe, discussion
    case optionPlan, optionResume, optionRate, optionTries, optionInterval, optionOnly

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    private var english: String {
        switch self {
        case .probe: "Ask configured hosts, names and services over IPv4 and IPv6."
        case .discussion:
            "Sends only to addresses inside the site's scope, never to links marked stateSecret, and only with a recorded authorisation (document, signer, window). --plan shows every target first and sends nothing. Everything sent is written to observations/probe.log. Ctrl-C keeps what was done; --resume does the rest."
        case .optionPlan: "Show every target with the most packets, and what is refused; send nothing."
        case .optionResume: "Go on with the run of the same plan that was stopped."
        case .optionRate: "Packets per second in total, at most what the site allows."
        case .optionTries: "Tries before \"does not work\" is said (default: 3)."
        case .optionInterval: "Time between two tries, such as \"60 s\" or \"5 min\" (default: 60 s)."
        case .optionOnly: "Only these rows: id, component, name or address."
        }
    }

    private var vietnamese: String {
        switch self {
        case .probe: "Hỏi các máy, tên miền và dịch vụ đã khai báo qua IPv4 và IPv6."
        case .discussion:
            "Chỉ gửi đến địa chỉ trong phạm vi của hồ sơ, không bao giờ đến kênh có stateSecret, và chỉ khi có văn bản cho phép (số văn bản, người ký, thời hạn). --plan cho xem trước mọi mục tiêu và không gửi gì. Mọi gói đã gửi được ghi vào observations/probe.log. Ctrl-C giữ lại phần đã làm; --resume làm nốt phần còn lại."
        case .optionPlan: "Cho xem mọi mục tiêu kèm số gói nhiều nhất và phần bị từ chối; không gửi gì."
        case .optionResume: "Làm tiếp lần hỏi dở dang của cùng kế hoạch."
        case .optionRate: "Tổng số gói mỗi giây, không quá mức hồ sơ cho phép."
        case .optionTries: "Số lần thử trước khi kết luận \"không hoạt động\" (mặc định: 3)."
        case .optionInterval: "Khoảng cách giữa hai lần thử, ví dụ \"60 s\" hoặc \"5 min\" (mặc định: 60 s)."
        case .optionOnly: "Chỉ các dòng này: mã, thành phần, tên miền hoặc địa chỉ."
        }
    }
}
