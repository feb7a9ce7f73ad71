extension RuleMessage {
    var english: String {
        switch self {
        case .syntax(let detail): "not valid YAML: \(detail.printable)"
        case .empty: "the file is empty"
        case .severalDocuments: "more than one YAML document in the file"
        case .anchorRefused: "anchors and aliases are not allowed"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .keyNotText: "a key has to be a plain text"
        case .duplicateKey(let key): "the key \(Self.quoted(key)) appears twice"
        case .unknownKey(let key, let suggestion):
            "unknown key \(Self.quoted(key))" + Self.englishHint(suggestion)
        case .missingKey(let key): "the key \(Self.quoted(key)) is missing"
        case .wrongForm(let key, let value?, let expected):
            "\(key.printable): \(Self.quoted(value)) is not \(Self.english(expected))"
        case .wrongForm(let key, nil, let expected): "\(key.printable) has to be \(Self.english(expected))"
        case .unknownWord(let key, let value, let allowed, let suggestion):
            "\(key.printable): \(Self.quoted(value)) is not one of \(allowed.joined(separator: ", "))"
                + Self.englishHint(suggestion)

        case .notACondition(let text): "\(Self.quoted(text)) is not a condition of the form 'fact operator value'"
        case .emptyCombination(let word): "'\(word)' needs at least one condition"
        case .unknownFact(let name, let suggestion):
            "there is no fact \(Self.quoted(name))" + Self.englishHint(suggestion)
        case .factOfOtherKind(let fact, let scope):
            "\(Self.quoted(fact)) is not a fact of the rule's scope '\(scope.printable)'"
        case .unknownOperator(let text):
            "\(Self.quoted(text)) is not an operator; there are ==, !=, >=, <=, > and <"
        case .noOrder(let fact, let comparison):
            "'\(comparison)' cannot be asked of \(fact): its values have no order; use == or !="
        case .wrongLiteral(let fact, let literal, let expected):
            "\(Self.quoted(literal)) cannot be compared with \(fact), which is \(Self.english(expected))"
        case .missingUnit(let fact, let literal, let units):
            "\(Self.quoted(literal)) needs a unit, because \(fact) has one: \(units.joined(separator: ", "))"
        case .unknownPolicy(let name, let suggestion):
            "there is no policy value \(Self.quoted(name))" + Self.englishHint(suggestion)
        case .policyOfOtherType(let fact, let policy): "\(policy) and \(fact) are of different types"

        case .missingLanguage(let key, .vietnamese): "\(key) has no text in Vietnamese (vi)"
        case .missingLanguage(let key, .english): "\(key) has no text in English (en)"
        case .placeholdersDiffer(let key, let onlyVietnamese, let onlyEnglish):
            "\(key) has different placeholders: only in vi: \(Self.list(onlyVietnamese)); only in en: "
                + Self.list(onlyEnglish)
        case .unknownPlaceholder(let name, let suggestion):
            "there is neither a value nor a fact for the placeholder \(Self.quoted(name))"
                + Self.englishHint(suggestion)
        case .placeholderOfOtherKind(let name, let scope):
            "the placeholder \(Self.quoted(name)) does not exist for the rule's scope '\(scope.printable)'"
        case .placeholderNotShown(let name):
            "the fact \(Self.quoted(name)) is a yes or no and has no text to show"

        case .asksNothing: "the rule has none of 'fails', 'warns' and 'question'"
        case .asksTwice(let key): "a rule with a question cannot have '\(key)'"
        case .warningTextMissing: "the rule fails and warns, so text needs a 'warning' beside 'finding'"
        case .withoutWarning(let key): "'\(key)' has no use in a rule without 'warns'"
        case .duplicateRule(let id, let file, let line):
            "the id \(Self.quoted(id)) is taken by \(file.printable):\(line)"
        }
    }

    private static func englishHint(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0.printable)'?" } ?? ""
    }

    private static func english(_ form: Form) -> String {
        switch form {
        case .text: "a text"
        case .list: "a list"
        case .mapping: "a mapping of keys to values"
        case .localizedText: "a text with the keys vi and en"
        case .boolean: "true or false"
        case .wholeNumber: "a whole number without a unit"
        case .duration: "a duration such as 5 min, 24 h or 35 d"
        case .share: "a share such as 20 %"
        case .date: "a date such as 2026-11-24"
        case .condition: "a condition, or one of all, any and none with a list of conditions"
        case .identifier: "an id such as ADDR-01"
        case .slug: "a few words in lower case joined by '-'"
        }
    }
}
