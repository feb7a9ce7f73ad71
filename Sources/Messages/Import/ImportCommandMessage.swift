/// What the command that imports files says.
public enum ImportCommandMessage: LocalizedMessage {
    case unreadable(reason: String)
    case unknownKind(String, suggestion: String?)
    /// A host, service, lease or name, each file by itself.
    case file(path: String, kind: String, hosts: Int, services: Int, leases: Int, names: Int)
    case counts(added: Int, changed: Int, unchanged: Int)
    case nothingWritten
    case dryRun
    case needsSite
    case templateAlone
    case problems(count: Int)
    case written(path: String)
    case templateWritten(path: String)
    case conflict(file: String, line: Int, host: String, column: String, siteSays: String, fileSays: String)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }

    private var english: String {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason.printable)."
        case .unknownKind(let word, let suggestion):
            "There is no kind \(word.printable)." + (suggestion.map { " Did you mean \($0)?" } ?? "")
                + " `v6audit import --help` lists the kinds."
        case .file(let path, let kind, let hosts, let services, let leases, let names):
            "\(path.printable) (\(kind)): hosts \(hosts), services \(services), leases \(leases), names \(names)."
        case .counts(let added, let changed, let unchanged):
            "Added \(added), changed \(changed), unchanged \(unchanged)."
        case .nothingWritten: "Nothing was imported: all files must be free of errors."
        case .dryRun: "Nothing was written (--dry-run)."
        case .templateAlone: "--template goes with the kind inventory and without files."
        case .needsSite: "--site is needed, or --dry-run to look only."
        case .problems(let count): count == 1 ? "1 error." : "\(count) errors."
        case .written(let path): "Written: \(path.printable)."
        case .templateWritten(let path): "Example written: \(path.printable)."
        case .conflict(let file, let line, let host, let column, let siteSays, let fileSays):
            "\(file.printable):\(line): not taken, because \(host.printable) has \(column) \(siteSays.printable) and the file says \(fileSays.printable)."
        }
    }

    private var vietnamese: String {
        switch self {
        case .unreadable(let reason): "không đọc được: \(reason.printable)."
        case .unknownKind(let word, let suggestion):
            "Không có loại \(word.printable)." + (suggestion.map { " Có phải ý bạn là \($0)?" } ?? "")
                + " `v6audit import --help` liệt kê các loại."
        case .file(let path, let kind, let hosts, let services, let leases, let names):
            "\(path.printable) (\(kind)): \(hosts) máy, \(services) dịch vụ, \(leases) địa chỉ đã cấp, \(names) tên."
        case .counts(let added, let changed, let unchanged):
            "Thêm \(added), thay đổi \(changed), giữ nguyên \(unchanged)."
        case .nothingWritten: "Chưa nhập gì: mọi tệp phải không có lỗi."
        case .dryRun: "Chưa ghi gì (--dry-run)."
        case .templateAlone: "--template đi với loại inventory và không kèm tệp nào."
        case .needsSite: "Cần --site, hoặc --dry-run nếu chỉ muốn xem."
        case .problems(let count): "\(count) lỗi."
        case .written(let path): "Đã ghi: \(path.printable)."
        case .templateWritten(let path): "Đã ghi tệp mẫu: \(path.printable)."
        case .conflict(let file, let line, let host, let column, let siteSays, let fileSays):
            "\(file.printable):\(line): không nhập, vì \(host.printable) đang có \(column) \(siteSays.printable) còn tệp ghi \(fileSays.printable)."
        }
    }
}
