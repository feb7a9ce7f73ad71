/// What is wrong with a file to import, whatever its format.
public enum ImportMessage: LocalizedMessage, Hashable {
    /// In bytes.
    case fileTooLarge(limit: Int)
    /// In bytes.
    case lineTooLong(limit: Int)
    case tooManyLines(limit: Int)
    /// Hosts, services, leases or names.
    case tooManyRows(limit: Int)
    case notText
    case empty
    /// Of a format that was named on the command line.
    case notOfKind(String)
    /// Nil: no format is near.
    case notRecognised(closest: String?)
    case moreProblems(count: Int)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
