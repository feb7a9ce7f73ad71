import Messages

/// The placeholders of a rule's texts: the same in both languages, and known for the rule's scope.
struct PlaceholderCheck {
    let scope: SubjectKind

    func problems(of text: LocalizedText, key: String) -> [RuleMessage] {
        let vietnamese = TextPart.placeholders(in: text.vietnamese)
        let english = TextPart.placeholders(in: text.english)
        var problems: [RuleMessage] = []
        let onlyVietnamese = vietnamese.filter { !english.contains($0) }
        let onlyEnglish = english.filter { !vietnamese.contains($0) }
        if !onlyVietnamese.isEmpty || !onlyEnglish.isEmpty {
            problems.append(
                .placeholdersDiffer(key: key, onlyVietnamese: onlyVietnamese, onlyEnglish: onlyEnglish))
        }
        problems += (english + onlyVietnamese).compactMap { problem(of: $0) }
        return problems
    }

    private func problem(of name: String) -> RuleMessage? {
        switch Placeholder(name: name) {
        case nil: .unknownPlaceholder(name, suggestion: NearestWord.of(name, among: names))
        case .value(let key): key.kinds.contains(scope) ? nil : .placeholderOfOtherKind(name, scope: scope.rawValue)
        case .fact(let key) where key.kind != scope: .placeholderOfOtherKind(name, scope: scope.rawValue)
        case .fact(let key): key.definition.type == .boolean ? .placeholderNotShown(name) : nil
        }
    }

    /// What may stand in braces.
    private var names: [String] {
        ValueKey.allCases.filter { $0.kinds.contains(scope) }.map(\.rawValue)
            + FactKey.allCases.filter { $0.kind == scope && $0.definition.type != .boolean }.map(\.definition.name)
    }
}
