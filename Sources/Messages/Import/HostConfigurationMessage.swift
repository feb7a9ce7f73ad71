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
    /// A block in braces.
    case blockNotClosed
    case blockNotOpened
    case blocksTooDeep(limit: Int)
    case quoteNotClosed
    /// What the YAML library says.
    case yaml(detail: String)
    case yamlTooDeep(limit: Int)
    /// Aliases can multiply a short text.
    case yamlAlias

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
