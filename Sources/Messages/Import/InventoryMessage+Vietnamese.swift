extension InventoryMessage {
    var vietnamese: String {
        switch self {
        case .inCell(let cell, let message): "\(cell): \(message.vietnamese)"
        case .oldSpreadsheet: "Đây là bảng tính định dạng cũ .xls. Hãy lưu lại thành .xlsx."
        case .encrypted: "Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi lưu lại."
        case .damagedArchive: "Bảng tính bị hỏng. Hãy mở ra rồi lưu lại."
        case .noWorksheet: "Bảng tính không có trang tính nào hiển thị."
        case .unknownSheet(let name, let sheets):
            "Không có trang tính hiển thị nào tên '\(name.printable)'. Các trang: "
                + "\(sheets.map(\.printable).joined(separator: ", "))."
        case .archiveTooLarge(let limit): "Bảng tính chứa hơn \(limit >> 20) MiB. Hãy chia nhỏ."
        case .archiveTooDense: "Bảng tính được nén quá mức mà một danh sách có thể đạt. Tệp không được mở."
        case .archivePath(let path): "Bảng tính có thành phần mang tên không được phép: '\(path.printable)'."
        case .damagedPart(let part): "Bảng tính bị hỏng ở \(part.printable). Hãy mở ra rồi lưu lại."
        case .declarations: "Tệp khai báo thực thể XML. Tệp như vậy không được mở."
        case .tooManyCells(let limit): "Danh sách có hơn \(limit) ô. Hãy chia nhỏ."
        case .quoteNotClosed: "Dấu ngoặc kép chưa được đóng."
        case .textAfterQuote: "Có chữ đứng sau dấu ngoặc kép đóng."
        case .noHeader:
            "Không tìm thấy dòng tiêu đề. Cần có cột tên hoặc địa chỉ, ví dụ 'Tên thiết bị' hay 'Địa chỉ IP'."
        case .unknownColumn(let name, let suggestion):
            "Không biết cột '\(name.printable)'\(Self.didYouMean(suggestion)). Hãy đổi tên hoặc bỏ cột này."
        case .duplicateColumn(let name): "Cột '\(name.printable)' xuất hiện hai lần."
        case .wrongForm(let text, let form, let suggestion):
            "'\(text.printable)' không phải là \(form.vietnamese)\(Self.didYouMean(suggestion))."
        case .notOneMachine(let text): "'\(text.printable)' là một dải hoặc một mạng. Hãy ghi mỗi máy một dòng."
        case .notOfMachine(let text): "'\(text.printable)' không thể là địa chỉ của một máy."
        case .lostAsNumber(let text):
            "Bảng tính đã biến ô này thành số \(text.printable). Hãy định dạng ô là văn bản rồi nhập lại."
        case .unknownUnit(let name, let suggestion):
            "Hồ sơ không có cơ quan '\(name.printable)'\(Self.didYouMean(suggestion))."
        case .unknownSegment(let name, let suggestion):
            "Hồ sơ không có phân đoạn mạng '\(name.printable)'\(Self.didYouMean(suggestion))."
        case .rowNamesNothing: "Dòng không có tên, không có địa chỉ và không có MAC."
        case .cellsBeyondHeader: "Ô này không nằm dưới tiêu đề nào."
        case .systemsFileDiffers(let component):
            "systems.csv đã thay đổi: dòng của '\(component.printable)' không ở đây. Hãy nhập lại."
        }
    }

    private static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; có phải ý là '\($0.printable)'?" } ?? ""
    }
}

extension InventoryMessage.Form {
    var vietnamese: String {
        switch self {
        case .address: "địa chỉ IP"
        case .ipv4Address: "địa chỉ IPv4"
        case .ipv6Address: "địa chỉ IPv6"
        case .mac: "địa chỉ MAC, ví dụ 00:50:56:9a:40:10"
        case .port: "cổng, ví dụ 443 hoặc udp/53"
        case .date: "ngày, ví dụ 31/12/2026 hoặc 2026-12-31"
        case .boolean: "có hoặc không"
        case .level: "cấp độ từ 1 đến 5"
        case .domainName: "tên miền"
        case .identifier: "mã (không có dấu cách, không có / @ , ;)"
        case .kind: "loại thiết bị"
        case .category: "loại hệ thống"
        case .readiness: "ready, configure, upgrade, replace hoặc unknown"
        }
    }
}
