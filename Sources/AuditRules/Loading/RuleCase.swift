import Messages
public import NetworkTypes

/// An example beside a rule: these facts have to give this verdict.
public struct RuleCase: Sendable, Hashable {
    public let name: String
    public let row: FactRow
    public let policy: PolicyValues
    public let answer: GivenAnswer?
    /// The day on which an answer has to hold.
    public let day: CalendarDate?
    public let verdict: Verdict
    /// Nil: not checked.
    public let severity: Severity?
    /// The names of the facts that must be missing; nil: not checked.
    public let missing: [FactKey]?
    /// Where it stands in the file, 1-based.
    public let line: Int

    /// What the rule says to it.
    public func outcome(of rule: Rule) -> Finding? {
        let epoch = CalendarDate(dayNumber: 0)
        var evaluator = RuleEvaluator(rules: [rule], policy: policy, asOf: day ?? epoch)
        let answers = answer.map { [rule.id: $0] } ?? [:]
        let facts = SubjectFacts(Subject(rule.scope, "case"), agency: "case", row: row, answers: answers)
        return evaluator.outcomes(of: facts).first
    }
}

extension RuleLoader {
    /// The cases beside a rule; or everything that is wrong in the file.
    public static func cases(_ file: File, for rule: Rule) throws(RuleError) -> [RuleCase] {
        let problems = RuleProblemCollector()
        let reader = RuleCaseReader(file: file.path, scope: rule.scope, problems: problems)
        let cases = RuleYAML(file: file.path, problems: problems).root(of: file.text).map { reader.cases($0) }
        try problems.throwAny(order: [file.path])
        return cases ?? []
    }
}

/// A list of cases as values.
private struct RuleCaseReader {
    let file: String
    let scope: SubjectKind
    let problems: RuleProblemCollector

    private static let keys = ["name", "facts", "policy", "answer", "day", "verdict", "severity", "missing"]

    func cases(_ root: RuleNode) -> [RuleCase] {
        guard case .list(let members) = root.content else {
            problems.add(
                .wrongForm(key: "cases", value: nil, expected: .list), file: file, line: root.line, column: root.column)
            return []
        }
        return members.compactMap { one($0) }
    }

    private func one(_ node: RuleNode) -> RuleCase? {
        guard let mapping = RuleMapping(node, name: "case", keys: Self.keys, file: file, problems: problems) else {
            return nil
        }
        let name = mapping.requiredText("name")
        let verdict = mapping.requiredWord("verdict", as: Verdict.self)
        let missing = mapping["missing"].map { _ in mapping.list("missing").compactMap { fact($0, mapping) } }
        let row = row(mapping)
        let policy = policy(mapping)
        let answer = mapping["answer"].flatMap { self.answer($0) }
        let (day, severity) = (mapping.date("day"), mapping.word("severity", as: Severity.self))
        guard let name, let verdict else { return nil }
        return RuleCase(
            name: name, row: row, policy: policy, answer: answer, day: day, verdict: verdict, severity: severity,
            missing: missing, line: node.line)
    }

    private func fact(_ node: RuleNode, _ mapping: RuleMapping) -> FactKey? {
        mapping.text(node, "missing").flatMap { fact(named: $0, at: node, mapping) }
    }

    private func fact(named name: String, at node: RuleNode, _ mapping: RuleMapping) -> FactKey? {
        guard let key = FactKey(name: name) else {
            let names = FactKey.allCases.filter { $0.kind == scope }.map(\.definition.name)
            mapping.report(.unknownFact(name, suggestion: NearestWord.of(name, among: names)), at: node)
            return nil
        }
        guard key.kind == scope else {
            mapping.report(.factOfOtherKind(fact: name, scope: scope.rawValue), at: node)
            return nil
        }
        return key
    }

    private func row(_ mapping: RuleMapping) -> FactRow {
        var row = FactRow(scope)
        for entry in mapping.entries("facts") {
            guard let key = fact(named: entry.name, at: entry.key, mapping),
                let text = mapping.text(entry.value, entry.name)
            else { continue }
            switch FactLiteral.read(text, as: key.definition) {
            case .success(let value): row.set(key, stored: value)
            case .failure(let problem): mapping.report(problem.message, at: entry.value)
            }
        }
        return row
    }

    private func policy(_ mapping: RuleMapping) -> PolicyValues {
        var values = PolicyValues()
        guard mapping["policy"] != nil,
            let policy = mapping.mapping("policy", keys: PolicyKey.allCases.map(\.rawValue))
        else { return values }
        if let value = policy.duration("minimumObservation") { values.minimumObservation = value }
        if let value = policy.duration("ipv6OnlyObservation") { values.ipv6OnlyObservation = value }
        if let value = policy.duration("window") { values.window = value }
        return values
    }

    private func answer(_ node: RuleNode) -> GivenAnswer? {
        let keys = ["value", "document", "date", "until"]
        guard let mapping = RuleMapping(node, name: "answer", keys: keys, file: file, problems: problems) else {
            return nil
        }
        let (document, date, until) = (mapping.text("document"), mapping.date("date"), mapping.date("until"))
        return mapping.requiredText("value").map {
            GivenAnswer(value: $0, document: document, date: date, until: until)
        }
    }
}
