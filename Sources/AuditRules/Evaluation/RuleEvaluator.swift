public import NetworkTypes

/// Asks every rule of every subject of its kind. Add the subjects one by one, then take the result; a row may be
/// filled again for the next subject.
public struct RuleEvaluator: Sendable {
    /// By the place of the kind of subject.
    private let compiled: [CompiledRules]
    private var tallies: [Tally]
    private let asOf: CalendarDate
    private var findings: [Finding] = []
    private var missing: [MissingKey: [MissingFact]] = [:]

    private struct MissingKey: Hashable, Sendable {
        let kind: SubjectKind
        let facts: FactSet
    }

    /// `asOf`: the day on which answers have to hold.
    public init(rules: [Rule], policy: PolicyValues, asOf: CalendarDate) {
        let sorted = rules.sorted { $0.id < $1.id }
        compiled = SubjectKind.allCases.map { kind in
            CompiledRules(sorted.filter { $0.scope == kind }, policy: policy)
        }
        tallies = compiled.map { Tally(rules: $0.rules.count) }
        self.asOf = asOf
    }

    /// Evaluates all subjects at once.
    public static func evaluate(
        _ rules: [Rule], _ subjects: some Sequence<SubjectFacts>, policy: PolicyValues, asOf: CalendarDate
    ) -> Evaluation {
        var evaluator = RuleEvaluator(rules: rules, policy: policy, asOf: asOf)
        for subject in subjects { evaluator.add(subject) }
        return evaluator.finish()
    }

    public mutating func add(_ facts: SubjectFacts) {
        add(facts.subject, agency: facts.agency, row: facts.row, answers: facts.answers) { facts.details }
    }

    /// Adds a subject whose details are built only when a rule fails or warns.
    public mutating func add(
        _ subject: Subject, agency: String, row: FactRow, answers: [String: GivenAnswer] = [:],
        details: () -> SubjectDetails
    ) {
        assert(row.kind == subject.kind, "a row of another kind of subject")
        guard row.kind == subject.kind else { return }
        let kind = subject.kind.place
        let base = tallies[kind].place(of: agency)
        var built: SubjectDetails?
        for place in compiled[kind].places.indices {
            let verdict = verdict(kind, place, row, answers)
            tallies[kind].count(verdict, at: base + place)
            if verdict == .pass || verdict == .notApplicable { continue }
            if built == nil, verdict == .fail || verdict == .warn { built = details() }
            findings.append(finding(place, verdict, subject, agency, row, built, answers))
        }
    }

    /// Every verdict about one subject, also pass and not-applicable: what `explain` shows.
    public mutating func outcomes(of facts: SubjectFacts) -> [Finding] {
        let kind = facts.subject.kind.place
        return compiled[kind].places.indices.map { place in
            finding(
                place, verdict(kind, place, facts.row, facts.answers), facts.subject, facts.agency, facts.row,
                facts.details, facts.answers)
        }
    }

    /// The findings by rule, then subject, and the counts by rule, then agency.
    public consuming func finish() -> Evaluation {
        var counts: [EvaluatedCount] = []
        for (rules, tally) in zip(compiled, tallies) { counts += tally.counts(rules: rules.rules.map(\.id)) }
        return Evaluation(findings: findings.sorted(), evaluated: counts.sorted())
    }

    // MARK: One rule

    private func verdict(_ kind: Int, _ place: Int, _ row: FactRow, _ answers: [String: GivenAnswer]) -> Verdict {
        let verdict = compiled[kind].program.verdict(compiled[kind].places[place], of: row)
        guard verdict == .needsAnswer else { return verdict }
        let rule = compiled[kind].rules[place]
        guard let question = rule.question, let answer = answers[rule.id] else { return verdict }
        return question.verdict(of: answer, on: asOf)
    }

    private mutating func finding(
        _ place: Int, _ verdict: Verdict, _ subject: Subject, _ agency: String, _ row: FactRow,
        _ details: SubjectDetails?, _ answers: [String: GivenAnswer]
    ) -> Finding {
        let kind = subject.kind.place
        let rule = compiled[kind].rules[place]
        var evidence: [Evidence] = []
        var values: [String: String] = [:]
        if let details, verdict != .unknown {
            evidence = compiled[kind].program.evidence(compiled[kind].places[place], verdict, in: row, from: details)
            values = compiled[kind].values(of: place, in: row, from: details)
        }
        if rule.question != nil, let answer = answers[rule.id] { evidence += answer.evidence }
        return Finding(
            rule: rule.id, verdict: verdict, severity: verdict == .warn ? rule.warnSeverity : rule.severity,
            phase: rule.phase, agency: agency, subject: subject, values: values, evidence: evidence,
            missing: verdict == .unknown ? missingFacts(kind, place, row) : [])
    }

    /// Lists that are equal are shared.
    private mutating func missingFacts(_ kind: Int, _ place: Int, _ row: FactRow) -> [MissingFact] {
        let facts = compiled[kind].program.missingFacts(compiled[kind].places[place], in: row)
        let key = MissingKey(kind: row.kind, facts: facts)
        if let known = missing[key] { return known }
        let list = facts.keys(of: row.kind).map { MissingFact(fact: $0) }
        missing[key] = list
        return list
    }
}

/// What the rules say about a site.
public struct Evaluation: Sendable, Hashable {
    /// Fail, warn, unknown and needs-answer; sorted by rule, then subject.
    public let findings: [Finding]
    /// Every verdict counted; sorted by rule, then agency.
    public let evaluated: [EvaluatedCount]
}
