import Messages

extension RuleReader {
    private static let questionKeys = ["ask", "kind", "options", "passes", "requires", "validFor"]

    private enum KindWord: String, CaseIterable { case choice, number, date }

    private enum OptionVerdict: String, CaseIterable {
        case pass, warn, fail
        case notApplicable = "not-applicable"
    }

    /// What a person is asked; nil after a problem.
    func question(_ node: RuleNode) -> Question? {
        guard
            let mapping = RuleMapping(
                node, name: "question", keys: Self.questionKeys, file: file, problems: problems)
        else { return nil }
        let ask = mapping.localizedText("ask")
        let kind = mapping.requiredWord("kind", as: KindWord.self).flatMap { self.kind($0, mapping) }
        let requires: [Question.Requirement] = mapping.list("requires").compactMap { mapping.word($0, "requires") }
        let validFor = mapping.duration("validFor")
        guard let ask, let kind else { return nil }
        return Question(ask: ask, kind: kind, requires: requires, validFor: validFor)
    }

    private func kind(_ word: KindWord, _ mapping: RuleMapping) -> Question.Kind? {
        switch word {
        case .choice:
            guard mapping.required("options") != nil else { return nil }
            let options = mapping.entries("options").compactMap { entry -> Question.Option? in
                let verdict: OptionVerdict? = mapping.word(entry.value, "options.\(entry.name)")
                guard let verdict = verdict.flatMap({ Verdict(rawValue: $0.rawValue) }) else { return nil }
                return Question.Option(value: entry.name, verdict: verdict)
            }
            return .choice(options)
        case .number:
            guard let node = mapping.required("passes"), let text = mapping.text(node, "passes") else { return nil }
            let parts = text.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 2, let comparison = Condition.Comparison(rawValue: String(parts[0])),
                let number = FactLiteral.wholeNumber(parts[1])
            else {
                mapping.report(.wrongForm(key: "passes", value: text, expected: .condition), at: node)
                return nil
            }
            return .number(comparison, number)
        case .date: return .date
        }
    }
}
