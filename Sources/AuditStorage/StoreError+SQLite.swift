import GRDB
import Glibc

extension StoreError {
    /// What an error of GRDB, SQLite or the system means for this file.
    init(_ error: any Error, file: HistoryFile) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(path: file.path, Reason(error, file: file))
        case let error as RowDecodingError: self.init(path: file.path, .damaged(detail: "\(error)"))
        default: self.init(path: file.path, .system(detail: "\(error)"))
        }
    }
}

extension StoreError.Reason {
    fileprivate init(_ error: DatabaseError, file: HistoryFile) {
        let detail = error.message ?? "\(error.extendedResultCode)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notADatabase
        // SQLITE_ERROR: a table or column of the schema is not there.
        case .SQLITE_CORRUPT, .SQLITE_ERROR: self = .damaged(detail: detail)
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(seconds: Int(file.busyTimeout.rounded(.up)))
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_CONSTRAINT: self = .inconsistentAudit(detail: detail)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR:
            self = Self.obstacle(to: file.path) ?? .system(detail: detail)
        default: self = .system(detail: detail)
        }
    }

    /// What SQLite does not tell of a file that it cannot open; nil where the file is in order.
    private static func obstacle(to path: String) -> Self? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == EACCES { return .permissionDenied }
            let folder = HistoryFile.folder(of: path)
            guard access(folder, F_OK) == 0 else { return .folderMissing }
            return access(folder, W_OK) == 0 ? nil : .readOnly
        }
        if status.st_mode & S_IFMT == S_IFDIR { return .isFolder }
        if access(path, R_OK) != 0 { return .permissionDenied }
        return HistoryFile.isWritable(path) ? nil : .readOnly
    }
}
