/// What is wrong with a file that a host or a server made, in the text of its format.
public enum HostConfigurationMessage: LocalizedMessage, Hashable {
    /// The text ended inside a value.
    case jsonEnded
    /// A character that cannot stand there.
    case jsonUnexpected(String)
    case jsonString
    case jsonNumber
    case jsonTooDeep(limit: Int)
    case jsonTooManyValues(limit: Int)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
