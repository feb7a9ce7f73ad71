extension StoreMessage {
    var vietnamese: String {
        switch self {
        case .missing(let path):
            "\(path.printable): chưa có lịch sử đánh giá; lệnh `v6audit audit` sẽ tạo tệp này ở lần đánh giá đầu tiên."
        case .folderMissing(let folder):
            "\(folder.printable): không có thư mục này; hãy kiểm tra lại đường dẫn của hồ sơ."
        case .folderInsteadOfFile(let path):
            "\(path.printable): đây là thư mục, trong khi lịch sử là một tệp; hãy chuyển thư mục đi nơi khác rồi thử lại."
        case .permissionDenied(let path):
            "\(path.printable): không có quyền đọc lịch sử; hãy xin quyền của chủ sở hữu thư mục hồ sơ hoặc chạy bằng tài khoản được phép đọc."
        case .readOnly(let path):
            "\(path.printable): không ghi được lịch sử nên chưa lưu gì; hãy cấp quyền ghi cho tệp và thư mục chứa tệp, hoặc sao chép thư mục hồ sơ đến nơi được phép ghi."
        case .diskFull(let path):
            "\(path.printable): ổ đĩa đã đầy nên lần đánh giá này chưa được lưu; hãy giải phóng dung lượng rồi chạy lại lệnh, các lần đánh giá trước vẫn nguyên vẹn."
        case .locked(let path, let seconds):
            "\(path.printable): một chương trình khác đã khóa lịch sử suốt \(seconds) giây; hãy chờ chương trình đó kết thúc rồi chạy lại lệnh."
        case .notADatabase(let path):
            "\(path.printable): đây không phải tệp SQLite và được giữ nguyên; hãy chuyển tệp đi nơi khác hoặc khôi phục một bản sao của lịch sử."
        case .otherDatabase(let path):
            "\(path.printable): đây là tệp SQLite của chương trình khác và được giữ nguyên; hãy chuyển tệp đi nơi khác hoặc khôi phục một bản sao của lịch sử."
        case .damaged(let path, let detail):
            "\(path.printable): lịch sử bị hỏng (\(detail.printable)) và được giữ nguyên; hãy giữ lại tệp, khôi phục từ bản sao lưu, hoặc chuyển tệp đi nơi khác rồi đánh giá lại các tệp bắt gói tin."
        case .newerSchema(let path, let found, let known):
            "\(path.printable): lịch sử do phiên bản v6audit mới hơn ghi (cấu trúc số \(found), phiên bản này chỉ biết đến số \(known)) và được giữ nguyên; hãy cài đặt phiên bản mới hơn."
        case .olderSchema(let path, let found, let needed):
            "\(path.printable): lịch sử do phiên bản v6audit cũ hơn ghi (cấu trúc số \(found), cần số \(needed)); hãy chạy `v6audit audit` một lần ở nơi ghi được thư mục hồ sơ."
        case .inconsistentAudit(let path, let detail):
            "\(path.printable): lần đánh giá này tự mâu thuẫn (\(detail.printable)) nên chưa được lưu; hãy báo lỗi này cho nhóm phát triển, các lần đánh giá trước vẫn nguyên vẹn."
        case .system(let path, let detail):
            "\(path.printable): không dùng được lịch sử (\(detail.printable)); hãy kiểm tra ổ đĩa hoặc kết nối rồi thử lại, các lần đánh giá trước vẫn nguyên vẹn."
        }
    }
}
