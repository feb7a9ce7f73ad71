/// The texts of `--help` for importing files.
public enum ImportHelpMessage: LocalizedMessage {
    case abstract
    case discussion(kinds: String)
    case argumentKind, argumentFiles, optionDryRun, optionTemplate

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    private var english: String {
        switch self {
        case .abstract: "Import lists, configurations, leases, tables and zone files."
        case .discussion(let kinds):
            "A list of machines (inventory, netbox) goes into systems.csv; everything else becomes observations of the site, each with file and line. All errors are shown at once, and nothing is imported while there is one. Importing a file twice changes nothing. Kinds: auto (recognised by content), \(kinds). Example: v6audit import auto running-config.txt --site DIR --dry-run"
        case .argumentKind: "The kind of the files, or auto."
        case .argumentFiles: "Files; - is standard input."
        case .optionDryRun: "Show what would be imported and all errors, and write nothing."
        case .optionTemplate: "Write an example of an inventory to this file (CSV), and nothing else."
        }
    }

    private var vietnamese: String {
        switch self {
        case .abstract: "Nhập danh sách, cấu hình, địa chỉ đã cấp, bảng láng giềng và tệp vùng DNS."
        case .discussion(let kinds):
            "Danh sách máy (inventory, netbox) được ghi vào systems.csv; mọi tệp khác trở thành quan sát của hồ sơ, kèm tên tệp và số dòng. Mọi lỗi được nêu cùng một lần, và khi còn lỗi thì không nhập gì. Nhập lại cùng một tệp không thay đổi gì. Các loại: auto (nhận biết theo nội dung), \(kinds). Ví dụ: v6audit import auto running-config.txt --site THƯ_MỤC --dry-run"
        case .argumentKind: "Loại tệp, hoặc auto."
        case .argumentFiles: "Các tệp; - là đầu vào chuẩn."
        case .optionDryRun: "Cho xem những gì sẽ nhập và mọi lỗi, không ghi gì."
        case .optionTemplate: "Ghi một tệp danh sách mẫu (CSV) vào đây, không làm gì khác."
        }
    }
}
