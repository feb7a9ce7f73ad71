public import Messages

/// Why the history could not be opened, read or added to. What was stored before is as it was.
public struct StoreError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case missing
        case folderMissing
        case isFolder
        case permissionDenied
        case readOnly
        case diskFull
        case locked(seconds: Int)
        case notADatabase
        case otherDatabase
        case damaged(detail: String)
        case newerSchema(found: Int, known: Int)
        case olderSchema(found: Int, needed: Int)
        case inconsistentAudit(detail: String)
        case system(detail: String)
    }

    /// Of the database file, as it was given.
    public let path: String
    public let reason: Reason

    init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The one sentence that tells the user.
    public var message: StoreMessage {
        switch reason {
        case .missing: .missing(path: path)
        case .folderMissing: .folderMissing(folder: HistoryFile.folder(of: path))
        case .isFolder: .folderInsteadOfFile(path: path)
        case .permissionDenied: .permissionDenied(path: path)
        case .readOnly: .readOnly(path: path)
        case .diskFull: .diskFull(path: path)
        case .locked(let seconds): .locked(path: path, seconds: seconds)
        case .notADatabase: .notADatabase(path: path)
        case .otherDatabase: .otherDatabase(path: path)
        case .damaged(let detail): .damaged(path: path, detail: detail)
        case .newerSchema(let found, let known): .newerSchema(path: path, found: found, known: known)
        case .olderSchema(let found, let needed): .olderSchema(path: path, found: found, needed: needed)
        case .inconsistentAudit(let detail): .inconsistentAudit(path: path, detail: detail)
        case .system(let detail): .system(path: path, detail: detail)
        }
    }
}
