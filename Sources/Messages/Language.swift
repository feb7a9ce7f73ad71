/// A language that every text exists in.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"

    /// The language of a locale name such as `vi_VN.UTF-8` or `en_GB`; Vietnamese where it says neither.
    public init(localeName: String?) {
        guard let name = localeName?.lowercased(), name.hasPrefix("en") else {
            self = .vietnamese
            return
        }
        self = .english
    }
}

/// One text in both languages.
public struct LocalizedText: Hashable, Sendable {
    public let vietnamese: String
    public let english: String

    public init(vi vietnamese: String, en english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    public subscript(language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

/// A sentence that a person reads, with its arguments. Each enum of messages conforms, one file per language:
/// the compiler proves that none is missing.
public protocol LocalizedMessage: Sendable {
    func text(in language: Language) -> String
}
