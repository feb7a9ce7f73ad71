extension PinMessage {
    var vietnamese: String {
        switch self {
        case .none(let file): "\(file.printable) chưa có lời khẳng định nào về máy."
        case .relation(let isSame): isSame ? "cùng một máy" : "các máy khác nhau"
        case .said(let by, let on, let why):
            "\(by.printable), \(on)" + (why.map { ": \($0.printable)" } ?? "")
        case .noAudit: "chưa lưu lần đánh giá nào"
        case .notInAudit(let id):
            "chưa có trong lần đánh giá mới nhất (\(id)): lần đó làm trước, hoặc không thấy máy nào trong số này"
        case .holds(let audit, let hosts):
            hosts.isEmpty
                ? "có hiệu lực trong lần đánh giá mới nhất (\(audit))"
                : "có hiệu lực trong lần đánh giá mới nhất (\(audit)): \(hosts.joined(separator: ", "))"
        case .against(let reason): "chứng cứ nói khác: \(reason)"

        case .added(let file, let line):
            "Đã ghi vào \(file.printable), dòng \(line). Lần đánh giá sau sẽ áp dụng."
        case .removed(let file, let line):
            "Đã rút khỏi \(file.printable), dòng \(line). Lần đánh giá sau sẽ áp dụng."
        case .wouldAdd(let file, let line): "Sẽ ghi vào \(file.printable), dòng \(line). Chưa thay đổi gì."
        case .wouldRemove(let file, let line): "Sẽ rút khỏi \(file.printable), dòng \(line). Chưa thay đổi gì."
        case .alreadyStated(let file, let line):
            "\(file.printable), dòng \(line), đã khẳng định như vậy. Không thay đổi gì."
        case .notSeen(let text, let audit):
            "\(text.printable) không thuộc máy nào trong lần đánh giá mới nhất (\(audit)): lời khẳng định chờ đến khi thấy máy đó. Hãy kiểm tra lại cách viết."

        case .unknownHost(let text):
            "\"\(text.printable)\" không phải máy nào: nhập mã máy của lần đánh giá mới nhất (h-…), MAC hoặc địa chỉ."
        case .noAuditForHost(let id, let site):
            "\(id.printable): mã máy được tra trong lần đánh giá mới nhất, mà \(site.printable) chưa lưu lần nào. Hãy nhập MAC hoặc địa chỉ."
        case .hostWithoutKey(let id): "\(id.printable) không có MAC hay địa chỉ nào để nhận ra."
        case .sameHost(let text): "Cả hai đều là \(text.printable): lời khẳng định phải nói về hai máy."
        case .needsOffice(let site):
            "Ai khẳng định? Nhập bộ phận hoặc chức vụ bằng --by (không nhập tên người); \(site.printable) không có một cơ quan duy nhất quản lý mọi phân đoạn."
        case .unknownNumber(let number, let count):
            count == 0
                ? "Không có lời khẳng định số \(number): hồ sơ chưa có lời khẳng định nào."
                : "Không có lời khẳng định số \(number): nhập từ 1 đến \(count), theo số thứ tự của `v6audit pin --list`."
        case .contradiction(let statements):
            "Các lời khẳng định này mâu thuẫn nhau; không thay đổi gì. Hãy rút bớt một lời trước (--undo N):\n"
                + statements.map { "  \($0.printable)" }.joined(separator: "\n")
        case .unknownForm(let file, let line):
            "Danh sách `pins` trong \(file.printable) có dạng mà lệnh này không sửa được; không thay đổi gì. Hãy sửa bằng tay: \(line.printable)"

        case .needsTwoHosts: "Nhập hai máy: v6audit pin MÁY MÁY --same|--different --why LÝ_DO --site THƯ_MỤC"
        case .sameOrDifferent: "Nhập đúng một trong hai: --same hoặc --different."
        case .needsReason: "Nhập lý do bằng --why."
        case .oneLine(let option): "\(option) chỉ nhận một dòng chữ."
        case .listOrUndo: "Chỉ nhập một trong hai: --list hoặc --undo."
        case .notTogether(let option, let with): "\(option) không dùng cùng \(with)."
        }
    }
}
