/// The texts of `--help` for a person's statements about machines.
public enum PinHelpMessage: LocalizedMessage {
    case pin, discussion
    case argumentHosts, optionSame, optionDifferent, optionWhy, optionBy, optionOn, optionList, optionUndo, optionDryRun

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    private var english: String {
        switch self {
        case .pin: "State that two machines are one, or that they are not; it is remembered in site.yaml."
        case .discussion:
            "A person's statement counts more than all traffic; what speaks against it is shown. Only the list `pins` of site.yaml is changed, comments and everything else stay. Example: v6audit pin 10.20.40.10 2001:db8:20:40::10 --same --why \"two cards of one server\" --by \"IT office\" --site DIR"
        case .argumentHosts: "Two machines: host id (h-…), MAC or address."
        case .optionSame: "They are one machine."
        case .optionDifferent: "They are different machines."
        case .optionWhy: "The reason."
        case .optionBy:
            "The office or post that says so, never a person's name (default: the agency that owns every segment)."
        case .optionOn: "The day, YYYY-MM-DD (default: today)."
        case .optionList: "List the statements, and what the newest audit says against them."
        case .optionUndo: "Take back the statement with this number of the list."
        case .optionDryRun: "Show the change without writing it."
        }
    }

    private var vietnamese: String {
        switch self {
        case .pin: "Khẳng định hai máy là một, hoặc là hai máy khác nhau; ghi nhớ trong site.yaml."
        case .discussion:
            "Lời khẳng định của người phụ trách có giá trị hơn mọi lưu lượng; điều gì nói ngược lại thì được nêu ra. Chỉ danh sách `pins` của site.yaml thay đổi, ghi chú và mọi phần khác giữ nguyên. Ví dụ: v6audit pin 10.20.40.10 2001:db8:20:40::10 --same --why \"hai card mạng của một máy chủ\" --by \"Văn phòng\" --site THƯ_MỤC"
        case .argumentHosts: "Hai máy: mã máy (h-…), MAC hoặc địa chỉ."
        case .optionSame: "Là cùng một máy."
        case .optionDifferent: "Là hai máy khác nhau."
        case .optionWhy: "Lý do."
        case .optionBy:
            "Bộ phận hoặc chức vụ khẳng định, không nhập tên người (mặc định: cơ quan quản lý mọi phân đoạn)."
        case .optionOn: "Ngày, NĂM-THÁNG-NGÀY (mặc định: hôm nay)."
        case .optionList: "Liệt kê các lời khẳng định và điều lần đánh giá mới nhất nói ngược lại."
        case .optionUndo: "Rút lại lời khẳng định có số này trong danh sách."
        case .optionDryRun: "Cho xem thay đổi, không ghi."
        }
    }
}
