public import Messages

/// A text in both languages as the outputs spell it: `{"en": …, "vi": …}`.
public struct LocalizedTextDocument: Codable, Hashable, Sendable {
    public var vi: String
    public var en: String

    public init(_ text: LocalizedText) {
        vi = text.vietnamese
        en = text.english
    }

    public subscript(language: Language) -> String {
        switch language {
        case .vietnamese: vi
        case .english: en
        }
    }
}
