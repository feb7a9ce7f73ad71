public import NetworkTypes

/// Asks every rule of every subject of its kind. Add the subjects one by one, then take the result; a row may be
/// filled again for the next subject.
///
/// What is kept of a subject is its id, its agency and the number of its pattern, the combination of truths that its
/// conditions have: verdicts and missing facts follow from that, and findings are made when they are read.
public struct RuleEvaluator: Sendable {
    /// By the place of the kind of subject.
    private var kinds: [KindEvaluation]
    private let asOf: CalendarDate
    private var agencies = AgencyNumbers()
    private var missing = MissingLists()
    private var kept: [KeptSubject] = []
    private var maker: DetailMaker?

    /// `asOf`: the day on which answers have to hold.
    public init(rules: [Rule], policy: PolicyValues, asOf: CalendarDate) {
        let sorted = rules.sorted { $0.id < $1.id }
        kinds = SubjectKind.allCases.map { kind in
            KindEvaluation(kind, CompiledRules(sorted.filter { $0.scope == kind }, policy: policy))
        }
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

    /// Adds a subject whose details are built only when a rule fails, warns or asks.
    public mutating func add(
        _ subject: Subject, agency: String, row: FactRow, answers: [String: GivenAnswer] = [:],
        details: () -> SubjectDetails
    ) {
        assert(row.kind == subject.kind, "a row of another kind of subject")
        guard row.kind == subject.kind else { return }
        let kind = subject.kind.place
        let pattern = kinds[kind].pattern(of: row, answers, on: asOf, &missing)
        var source = DetailSource.none
        let needsDetails = kinds[kind].needsDetails(pattern)
        if needsDetails || !answers.isEmpty {
            source = .kept(kept.count)
            kept.append(
                KeptSubject(row: row, details: needsDetails ? details() : SubjectDetails(), answers: answers))
        }
        kinds[kind].subjects.add(
            CompactIdentifier(subject.id), agency: agencies.number(of: agency), pattern: pattern, source: source)
    }

    // MARK: Many subjects

    /// Says how row and details are made again of the number that a subject is added with, and how many will come.
    mutating func prepare(_ kind: SubjectKind, count: Int, maker: DetailMaker) {
        self.maker = maker
        kinds[kind.place].subjects.reserve(count)
    }

    /// Adds a subject of which nothing is kept but a number.
    mutating func add(_ id: CompactIdentifier, agency: String, row: borrowing FactRow, made number: Int) {
        let kind = row.kind.place
        let pattern = kinds[kind].pattern(of: row, [:], on: asOf, &missing)
        kinds[kind].subjects.add(id, agency: agencies.number(of: agency), pattern: pattern, source: .made(number))
    }

    // MARK: Results

    /// Every verdict about one subject, also pass and not-applicable: what `explain` shows.
    public mutating func outcomes(of facts: SubjectFacts) -> [Finding] {
        guard facts.row.kind == facts.subject.kind else { return [] }
        let rules = kinds[facts.subject.kind.place].rules
        return rules.outcomes(of: facts.row, facts.answers, on: asOf, &missing).enumerated().map { place, outcome in
            rules.finding(
                place, outcome.verdict, facts.subject, agency: facts.agency, row: facts.row, details: facts.details,
                answers: facts.answers, missing: missing[outcome.missing])
        }
    }

    /// The findings by rule, then subject, and the counts by rule, then agency.
    public consuming func finish() -> Evaluation {
        for kind in kinds.indices { kinds[kind].subjects.sort() }
        let names = agencies.names
        let table = FindingTable(kinds: kinds, agencies: names, missing: missing, kept: kept, maker: maker)
        return Evaluation(
            findings: FindingList(table), evaluated: kinds.flatMap { $0.counts(agencies: names) }.sorted())
    }
}

/// What the rules say about a site.
public struct Evaluation: Sendable, Hashable {
    /// Fail, warn, unknown and needs-answer; sorted by rule, then subject.
    public let findings: FindingList
    /// Every verdict counted; sorted by rule, then agency.
    public let evaluated: [EvaluatedCount]
}
