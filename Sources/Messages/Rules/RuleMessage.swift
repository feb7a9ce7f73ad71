/// What can be wrong in a rule file or in the cases beside it; place and file stand beside it.
public enum RuleMessage: LocalizedMessage, Hashable {
    /// The form that a value should have had.
    public enum Form: Sendable, Hashable {
        case text, list, mapping, localizedText
        case boolean, wholeNumber, duration, share, date
        /// A condition, or one of `all`, `any`, `none` with a list.
        case condition
        case identifier, slug
    }

    // YAML
    case syntax(detail: String)
    case empty
    case severalDocuments
    case anchorRefused
    case tooDeep(limit: Int)
    case keyNotText
    case duplicateKey(String)
    case unknownKey(String, suggestion: String?)
    case missingKey(String)
    case wrongForm(key: String, value: String?, expected: Form)
    case unknownWord(key: String, value: String, allowed: [String], suggestion: String?)

    // Conditions
    case notACondition(String)
    case emptyCombination(String)
    case unknownFact(String, suggestion: String?)
    case factOfOtherKind(fact: String, scope: String)
    case unknownOperator(String)
    case noOrder(fact: String, comparison: String)
    case wrongLiteral(fact: String, literal: String, expected: Form)
    case missingUnit(fact: String, literal: String, units: [String])
    case unknownPolicy(String, suggestion: String?)
    case policyOfOtherType(fact: String, policy: String)

    // Texts
    case missingLanguage(key: String, language: Language)
    case placeholdersDiffer(key: String, onlyVietnamese: [String], onlyEnglish: [String])
    case unknownPlaceholder(String, suggestion: String?)
    case placeholderOfOtherKind(String, scope: String)
    case placeholderNotShown(String)

    // The rule as a whole
    case asksNothing
    case asksTwice(String)
    case warningTextMissing
    case withoutWarning(String)
    case duplicateRule(String, file: String, line: Int)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    /// The stable name of the problem in machine-readable output.
    public var code: String {
        switch self {
        case .syntax: "rule.syntax"
        case .empty: "rule.empty"
        case .severalDocuments: "rule.several-documents"
        case .anchorRefused: "rule.anchor"
        case .tooDeep: "rule.too-deep"
        case .keyNotText: "rule.key-not-text"
        case .duplicateKey: "rule.duplicate-key"
        case .unknownKey: "rule.unknown-key"
        case .missingKey: "rule.missing-key"
        case .wrongForm: "rule.wrong-form"
        case .unknownWord: "rule.unknown-word"
        case .notACondition: "rule.not-a-condition"
        case .emptyCombination: "rule.empty-combination"
        case .unknownFact: "rule.unknown-fact"
        case .factOfOtherKind: "rule.fact-of-other-kind"
        case .unknownOperator: "rule.unknown-operator"
        case .noOrder: "rule.no-order"
        case .wrongLiteral: "rule.wrong-literal"
        case .missingUnit: "rule.missing-unit"
        case .unknownPolicy: "rule.unknown-policy"
        case .policyOfOtherType: "rule.policy-of-other-type"
        case .missingLanguage: "rule.missing-language"
        case .placeholdersDiffer: "rule.placeholders-differ"
        case .unknownPlaceholder: "rule.unknown-placeholder"
        case .placeholderOfOtherKind: "rule.placeholder-of-other-kind"
        case .placeholderNotShown: "rule.placeholder-not-shown"
        case .asksNothing: "rule.asks-nothing"
        case .asksTwice: "rule.asks-twice"
        case .warningTextMissing: "rule.warning-text-missing"
        case .withoutWarning: "rule.without-warning"
        case .duplicateRule: "rule.duplicate-rule"
        }
    }

    /// A value from a file, cut to a length that fits into a sentence.
    static func quoted(_ value: String) -> String {
        let text = value.printable
        return "'" + (text.count > 60 ? text.prefix(57) + "…" : text[...]) + "'"
    }

    static func list(_ names: [String]) -> String {
        names.isEmpty ? "–" : names.map { "{\($0.printable)}" }.joined(separator: ", ")
    }
}
