extension LiveMessage {
    var vietnamese: String {
        switch self {
        case .noSuchInterface(let name):
            "Không có giao diện mạng \"\(name.printable)\". `v6audit interfaces` liệt kê các giao diện của máy này."
        case .notPermitted(let interface):
            "Không có quyền bắt gói trên \(interface.printable): thiếu CAP_NET_RAW. Chạy bằng sudo, hoặc cấp quyền một lần: sudo setcap cap_net_raw+ep \"$(command -v v6audit)\""
        case .interfaceDown(let interface):
            "Giao diện \(interface.printable) đang tắt. Bật bằng: sudo ip link set \(interface.printable) up"
        case .invalidFilter(let expression, let reason):
            "Không dùng được bộ lọc \"\(expression.printable)\": \(reason.printable). Xem pcap-filter(7)."
        case .linkTypeChanged(let interface, let from, let to):
            "Giao diện \(interface.printable) hoạt động lại nhưng khung có kiểu \(to) thay vì \(from): phần tiếp theo sẽ là một lần bắt gói khác. Giữ lại những gì đã thấy."
        case .failed(let interface, let reason): "Không bắt gói được trên \(interface.printable): \(reason.printable)."
        case .rightsKept(let step, let reason):
            "Không từ bỏ được quyền root (\(step): \(reason)); chưa bắt gói nào. Dùng --allow-root để bắt gói với quyền root."
        case .runsAs(let user): "Đã mở giao diện; từ đây chương trình chạy với người dùng \(user.printable)."
        case .listFailed(let reason): "Không liệt kê được các giao diện mạng: \(reason.printable)."
        case .segmentNeeded(let interface, let file):
            "Giao diện \(interface.printable) quan sát phân đoạn nào? Thêm --segment MÃ, hoặc ghi vào captures: trong \(file.printable): {files: \"interface \(interface.printable)\", segment: MÃ}"
        case .stateSecret(let segment, let file):
            "Phân đoạn \(segment.printable) là kênh bí mật nhà nước (stateSecret trong \(file.printable)): không bao giờ bắt gói ở đó."
        case .noAuthorisation(let segment, let file):
            "Chưa ghi văn bản cho phép bắt gói trên phân đoạn \(segment.printable). Ghi vào authorisations: trong \(file.printable): {id, document, date, signer, actions: [capture], segments: [\(segment.printable)], from, to}"
        case .authorisationOver(let id, let segment, let last, let file):
            "Văn bản \(id.printable) cho phép bắt gói trên phân đoạn \(segment.printable) đã hết hiệu lực ngày \(last). Ghi văn bản mới vào authorisations: trong \(file.printable)."
        case .authorisationNotYet(let id, let segment, let first, let file):
            "Văn bản \(id.printable) cho phép bắt gói trên phân đoạn \(segment.printable) có hiệu lực từ ngày \(first) (authorisations: trong \(file.printable))."
        case .authorisationIncomplete(let id, let missing, let file):
            "Văn bản \(id.printable) còn thiếu \(missing.map(\.rawValue).joined(separator: ", ")): bổ sung trong authorisations: của \(file.printable)."
        case .permissionEnded(let time):
            "Văn bản cho phép hết hiệu lực lúc \(time) nên dừng bắt gói. Giữ lại những gì đã thấy."
        case .progress(let interface, let packets, let dropped, let rate, let file):
            "\(interface.printable): \(packets) gói, mất \(dropped), \(rate) gói/giây\(file.map { ", \($0.printable)" } ?? "")"
        case .wentDown(let interface):
            "Giao diện \(interface.printable) bị tắt hoặc mất tín hiệu. Đang chờ hoạt động lại; Ctrl-C để kết thúc."
        case .cameBack(let interface, let seconds):
            "Giao diện \(interface.printable) hoạt động lại sau \(seconds) giây."
        case .summary(let interface, let packets, let received, let kernel, let byInterface):
            "\(interface.printable): bắt được \(packets) gói, nhân hệ điều hành nhận \(received), nhân bỏ \(kernel), giao diện bỏ \(byInterface)."
        case .packetsMissing:
            "Có gói bị mất: không thấy chưa chắc là không có. Có thể tăng bộ đệm (-B), lọc bớt (-f) hoặc giảm số byte mỗi gói (-s)."
        case .gaps(let count): "Số lần giao diện bị tắt: \(count). Không biết gì về các khoảng thời gian đó."
        case .cannotCreate(let path, let reason):
            "Không ghi được \(path.printable): \(reason). Chọn nơi khác bằng -w; chưa bắt gói nào."
        case .folderClosed(let path, let user):
            "Người dùng \(user.printable), người chạy việc bắt gói, không được tạo tệp trong \(path.printable) như -b cần. Chọn thư mục của người dùng đó, hoặc --allow-root."
        case .writeFailed(let path, let reason):
            "Không ghi tiếp được \(path.printable): \(reason). Dừng bắt gói; giữ lại những gì đã ghi và đã thấy."
        case .diskFull(let path):
            "Ổ đĩa đầy: \(path.printable) dừng tại đây và việc bắt gói cũng dừng. Giữ lại những gì đã ghi và đã thấy."
        case .filesRemoved(let count):
            "Số tệp đã bị xóa để quay vòng: \(count). Không mở được bằng chứng trong các tệp đó nữa."
        case .eitherFilesOrInterface: "Chỉ dùng một trong hai: tệp (-r) hoặc giao diện mạng (-i)."
        case .needsInterface(let option): "\(option) cần giao diện mạng (-i)."
        case .needsFile(let option): "\(option) cần tệp ghi (-w)."
        case .seriesNeedsLimit: "-b cần filesize: hoặc duration: để biết khi nào sang tệp mới."
        case .invalidCriterion(let option, let text, let known):
            "\(option) \(text.printable): viết một trong các dạng \(known.map { "\($0):SỐ" }.joined(separator: ", "))."
        case .invalidNumber(let option): "\(option) cần một số lớn hơn 0."
        case .interfaceWord(let word):
            switch word {
            case .up: "đang bật"
            case .down: "đang tắt"
            case .noCarrier: "không có tín hiệu"
            case .loopback: "nội bộ"
            case .wireless: "không dây"
            }
        }
    }
}
