public import NetworkTypes

/// Asks every rule of every subject of its kind. Add the subjects one by one, then take the result; a row may be
/// filled again for the next subject.
public struct RuleEvaluator: Sendable {
    /// By the place of the kind of subject.
    private let compiled: [CompiledRules]
    private let asOf: CalendarDate
    private var tally = Tally()
    /// By the place of the kind of subject, then of the rule: in order where subjects come in order.
    private var findings: [[[Finding]]]
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
        findings = compiled.map { Array(repeating: [], count: $0.rules.count) }
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
        let rules = compiled[kind]
        let base = tally.place(of: agency, kind: kind, rules: rules.rules.count)
        var built: SubjectDetails?
        for place in rules.places.indices {
            let verdict = rules.verdict(place, of: row, answers, on: asOf)
            tally.count(verdict, at: base + place)
            if verdict == .pass || verdict == .notApplicable { continue }
            if built == nil, verdict == .fail || verdict == .warn { built = details() }
            findings[kind][place].append(finding(rules, place, verdict, subject, agency, row, built, answers))
        }
    }

    /// Every verdict about one subject, also pass and not-applicable: what `explain` shows.
    public mutating func outcomes(of facts: SubjectFacts) -> [Finding] {
        guard facts.row.kind == facts.subject.kind else { return [] }
        let rules = compiled[facts.subject.kind.place]
        return rules.places.indices.map { place in
            finding(
                rules, place, rules.verdict(place, of: facts.row, facts.answers, on: asOf), facts.subject, facts.agency,
                facts.row, facts.details, facts.answers)
        }
    }

    /// The findings by rule, then subject, and the counts by rule, then agency.
    public consuming func finish() -> Evaluation {
        let counts = compiled.enumerated().flatMap { kind, rules in
            tally.counts(kind: kind, rules: rules.rules.map(\.id))
        }
        let order = compiled.enumerated().flatMap { kind, rules in
            rules.rules.enumerated().map { (id: $1.id, kind: kind, place: $0) }
        }
        var all: [Finding] = []
        all.reserveCapacity(findings.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } })
        for rule in order.sorted(by: { $0.id < $1.id }) {
            let list = findings[rule.kind][rule.place]
            findings[rule.kind][rule.place] = []
            let isSorted = zip(list, list.dropFirst()).allSatisfy { $0.subject <= $1.subject }
            all += isSorted ? list : list.sorted { $0.subject < $1.subject }
        }
        return Evaluation(findings: all, evaluated: counts.sorted())
    }

    // MARK: One rule

    private mutating func finding(
        _ rules: CompiledRules, _ place: Int, _ verdict: Verdict, _ subject: Subject, _ agency: String, _ row: FactRow,
        _ details: SubjectDetails?, _ answers: [String: GivenAnswer]
    ) -> Finding {
        let rule = rules.rules[place]
        var evidence: [Evidence] = []
        var values: [String: String] = [:]
        if let details, verdict != .unknown {
            evidence = rules.program.evidence(rules.places[place], verdict, in: row, from: details)
            values = rules.values(of: place, in: row, from: details)
        }
        if rule.question != nil, let answer = answers[rule.id] { evidence += answer.evidence }
        return Finding(
            rule: rule.id, verdict: verdict, severity: verdict == .warn ? rule.warnSeverity : rule.severity,
            phase: rule.phase, agency: agency, subject: subject, values: values, evidence: evidence,
            missing: verdict == .unknown ? missingFacts(rules, place, row) : [])
    }

    /// Lists that are equal are shared.
    private mutating func missingFacts(_ rules: CompiledRules, _ place: Int, _ row: FactRow) -> [MissingFact] {
        let facts = rules.program.missingFacts(rules.places[place], in: row)
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
