import Messages

/// Conditions of one rule: `fact operator literal`, and `all`, `any`, `none` over lists of them.
struct ConditionReader {
    let scope: SubjectKind
    let file: String
    let problems: RuleProblemCollector

    private func report(_ message: RuleMessage, at node: RuleNode, offset: Int = 0) {
        problems.add(message, file: file, line: node.line, column: node.column + offset)
    }

    /// A condition, a list of them (all must hold), or combinations; nil after a problem.
    func condition(_ node: RuleNode, _ key: String) -> Condition? {
        switch node.content {
        case .text(let text): return comparison(text, at: node)
        case .list(let members): return combination("all", members, at: node).map { .all($0) }
        case .mapping(let entries):
            let parts = entries.map { entry -> Condition? in
                guard ["all", "any", "none"].contains(entry.name) else {
                    let suggestion = NearestWord.of(entry.name, among: ["all", "any", "none"])
                    report(.unknownKey(entry.name, suggestion: suggestion), at: entry.key)
                    return nil
                }
                guard case .list(let members) = entry.value.content else {
                    report(.wrongForm(key: entry.name, value: nil, expected: .list), at: entry.value)
                    return nil
                }
                guard let parts = combination(entry.name, members, at: entry.value) else { return nil }
                switch entry.name {
                case "any": return .any(parts)
                case "none": return .none(parts)
                default: return .all(parts)
                }
            }
            guard let first = parts.first, !parts.contains(nil) else {
                if parts.isEmpty { report(.wrongForm(key: key, value: nil, expected: .condition), at: node) }
                return nil
            }
            return parts.count == 1 ? first : .all(parts.compactMap { $0 })
        case .null:
            report(.wrongForm(key: key, value: nil, expected: .condition), at: node)
            return nil
        }
    }

    private func combination(_ word: String, _ members: [RuleNode], at node: RuleNode) -> [Condition]? {
        if members.isEmpty { report(.emptyCombination(word), at: node) }
        let parts = members.map { condition($0, word) }
        return members.isEmpty || parts.contains(nil) ? nil : parts.compactMap { $0 }
    }

    private func comparison(_ text: String, at node: RuleNode) -> Condition? {
        guard let words = ConditionWords(text) else {
            report(.notACondition(text), at: node)
            return nil
        }
        let key = fact(words.fact, at: node)
        guard let comparison = Condition.Comparison(rawValue: String(words.comparison.text)) else {
            report(.unknownOperator(String(words.comparison.text)), at: node, offset: words.comparison.offset)
            return nil
        }
        guard let key else { return nil }
        let definition = key.definition
        if comparison.isOrdering, !definition.type.isOrdered {
            report(
                .noOrder(fact: definition.name, comparison: comparison.rawValue), at: node,
                offset: words.comparison.offset)
            return nil
        }
        return operand(words.literal, of: definition, at: node).map { .fact(key, comparison, $0) }
    }

    private func fact(_ word: ConditionWords.Word, at node: RuleNode) -> FactKey? {
        guard let key = FactKey(name: String(word.text)) else {
            let names = FactKey.allCases.filter { $0.kind == scope }.map(\.definition.name)
            report(
                .unknownFact(String(word.text), suggestion: NearestWord.of(word.text, among: names)), at: node,
                offset: word.offset)
            return nil
        }
        guard key.kind == scope else {
            report(.factOfOtherKind(fact: key.definition.name, scope: scope.rawValue), at: node, offset: word.offset)
            return nil
        }
        return key
    }

    private func operand(
        _ word: ConditionWords.Word, of definition: FactDefinition, at node: RuleNode
    ) -> Condition.Operand? {
        let text = String(word.text)
        guard text.hasPrefix("site.") else {
            switch FactLiteral.read(text, as: definition) {
            case .success(let value): return .literal(value)
            case .failure(let problem):
                report(problem.message, at: node, offset: word.offset)
                return nil
            }
        }
        guard let policy = PolicyKey.allCases.first(where: { $0.name == text }) else {
            report(
                .unknownPolicy(text, suggestion: NearestWord.of(text, among: PolicyKey.allCases.map(\.name))), at: node,
                offset: word.offset)
            return nil
        }
        guard policy.type == definition.type else {
            report(.policyOfOtherType(fact: definition.name, policy: policy.name), at: node, offset: word.offset)
            return nil
        }
        return .policy(policy)
    }
}

/// The three words of a comparison with their places in it.
struct ConditionWords {
    struct Word {
        let text: Substring
        /// In characters (Unicode scalars) from the start of the condition.
        let offset: Int
    }

    let fact: Word
    let comparison: Word
    let literal: Word

    /// Nil where there are fewer than three words; all behind the second space is the literal.
    init?(_ text: String) {
        var words: [Word] = []
        var rest = text[...]
        while words.count < 3 {
            rest = rest.drop { $0 == " " }
            guard !rest.isEmpty else { return nil }
            let word = words.count == 2 ? rest : rest.prefix { $0 != " " }
            words.append(
                Word(text: word, offset: text.unicodeScalars.distance(from: text.startIndex, to: word.startIndex)))
            rest = rest[word.endIndex...]
        }
        fact = words[0]
        comparison = words[1]
        literal = words[2]
    }
}

extension FactType {
    var isOrdered: Bool {
        switch self {
        case .count, .duration, .ratio: true
        case .boolean, .choice: false
        }
    }
}
