public import NetworkTypes

/// Asks every rule of every subject of its kind. Add the subjects one by one, then take the result; a row may be
/// filled again for the next subject.
public struct RuleEvaluator: Sendable {
    private let rules: [SubjectKind: [CompiledRule]]
    private let asOf: CalendarDate
    private var findings: [Finding] = []
    private var tallies: [SubjectKind: Tally] = [:]
    private var missing: [MissingKey: [MissingFact]] = [:]

    private struct MissingKey: Hashable, Sendable {
        let kind: SubjectKind
        let facts: FactSet
    }

    /// `asOf`: the day on which answers have to hold.
    public init(rules: [Rule], policy: PolicyValues, asOf: CalendarDate) {
        let compiled = rules.sorted { $0.id < $1.id }.map { CompiledRule($0, policy: policy) }
        self.rules = Dictionary(grouping: compiled) { $0.rule.scope }
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
        guard let rules = rules[subject.kind] else { return }
        let base = tallies[subject.kind, default: Tally(rules: rules.count)].place(of: agency)
        var built: SubjectDetails?
        for (place, rule) in rules.enumerated() {
            let verdict = verdict(of: rule, row, answers)
            tallies[subject.kind]?.count(verdict, at: base + place)
            if verdict == .pass || verdict == .notApplicable { continue }
            let shown = verdict == .fail || verdict == .warn ? built ?? details() : nil
            built = shown ?? built
            findings.append(finding(rule, verdict, subject, agency, row, shown, answers))
        }
    }

    /// Every verdict about one subject, also pass and not-applicable: what `explain` shows.
    public mutating func outcomes(of facts: SubjectFacts) -> [Finding] {
        (rules[facts.subject.kind] ?? []).map { rule in
            finding(
                rule, verdict(of: rule, facts.row, facts.answers), facts.subject, facts.agency, facts.row,
                facts.details, facts.answers)
        }
    }

    /// The findings by rule, then subject, and the counts by rule, then agency.
    public consuming func finish() -> Evaluation {
        var counts: [EvaluatedCount] = []
        for (kind, tally) in tallies {
            counts += tally.counts(rules: (rules[kind] ?? []).map(\.rule.id))
        }
        return Evaluation(findings: findings.sorted(), evaluated: counts.sorted())
    }

    // MARK: One rule

    private func verdict(of rule: CompiledRule, _ row: FactRow, _ answers: [String: GivenAnswer]) -> Verdict {
        let verdict = rule.verdict(of: row)
        guard verdict == .needsAnswer, let question = rule.rule.question, let answer = answers[rule.rule.id] else {
            return verdict
        }
        return question.verdict(of: answer, on: asOf)
    }

    private mutating func finding(
        _ rule: CompiledRule, _ verdict: Verdict, _ subject: Subject, _ agency: String, _ row: FactRow,
        _ details: SubjectDetails?, _ answers: [String: GivenAnswer]
    ) -> Finding {
        var evidence = details.map { rule.evidence(verdict, in: row, from: $0) } ?? []
        if rule.rule.question != nil, let answer = answers[rule.rule.id] { evidence += answer.evidence }
        return Finding(
            rule: rule.rule.id, verdict: verdict, severity: rule.severity(of: verdict), phase: rule.rule.phase,
            agency: agency, subject: subject, values: details.map { rule.values(in: row, from: $0) } ?? [:],
            evidence: evidence, missing: verdict == .unknown ? missingFacts(rule, row) : [])
    }

    /// Lists that are equal are shared.
    private mutating func missingFacts(_ rule: CompiledRule, _ row: FactRow) -> [MissingFact] {
        let key = MissingKey(kind: row.kind, facts: rule.missingFacts(in: row))
        if let known = missing[key] { return known }
        let list = key.facts.keys(of: key.kind).map { MissingFact(fact: $0) }
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
