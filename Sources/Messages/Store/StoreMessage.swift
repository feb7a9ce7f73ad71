/// What is said when the history of a site cannot be opened, read or added to: one sentence each, with the file, what
/// is wrong and what to do. None of them costs an audit that was stored before.
public enum StoreMessage: LocalizedMessage, Hashable {
    case missing(path: String)
    case folderMissing(folder: String)
    case folderInsteadOfFile(path: String)
    case permissionDenied(path: String)
    /// The file, its folder or its medium cannot be written.
    case readOnly(path: String)
    case diskFull(path: String)
    /// Another process kept it locked for this long, in seconds.
    case locked(path: String, seconds: Int)
    case notADatabase(path: String)
    /// SQLite, but made by another program.
    case otherDatabase(path: String)
    /// `detail` is what SQLite found, in its words.
    case damaged(path: String, detail: String)
    /// The number of the schema in the file, and the newest that this program knows.
    case newerSchema(path: String, found: Int, known: Int)
    case olderSchema(path: String, found: Int, needed: Int)
    /// The audit breaks a rule of the schema; `detail` names it, in SQLite's words.
    case inconsistentAudit(path: String, detail: String)
    /// `detail` is in the words of SQLite or the system.
    case system(path: String, detail: String)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
