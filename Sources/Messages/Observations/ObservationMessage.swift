/// What is said of files of observations and of limits: one sentence each, with the file, what is wrong and what to do.
public enum ObservationMessage: LocalizedMessage, Hashable {
    case unreadable(path: String, reason: String)
    case notObservations(path: String)
    case newerVersion(path: String, major: Int)
    case truncated(path: String, offset: UInt64)
    case tooLarge(path: String, bytes: UInt64, limit: UInt64)
    case checksum(path: String, offset: UInt64)
    /// `section` is four letters as they stand in the file.
    case damagedSection(path: String, offset: UInt64, section: String)
    case damagedRow(path: String, offset: UInt64, section: String, row: Int)
    case tooManyRows(path: String, limit: String, rows: UInt64, allowed: Int)
    /// Two parts of one capture; frames counted from 1.
    case overlap(path: String, first: ClosedRange<UInt64>, second: ClosedRange<UInt64>)
    case written(path: String, megabytes: Int)
    /// `--limit` without a name, an equals sign and a number above zero.
    case invalidLimit(text: String)
    case unknownLimit(name: String, suggestion: String?, known: [String])
    /// `scan -o` with another ending than `.v6obs`.
    case unknownEnding(path: String)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
