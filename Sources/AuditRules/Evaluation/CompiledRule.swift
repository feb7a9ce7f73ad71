/// A rule with its conditions compiled for one site.
struct CompiledRule: Sendable {
    let rule: Rule
    private let applies: CompiledCondition
    private let needs: CompiledCondition
    private let passNeeds: CompiledCondition
    private let fails: CompiledCondition?
    private let warns: CompiledCondition?
    /// The facts and values that its texts show.
    private let placeholders: [Placeholder]

    init(_ rule: Rule, policy: PolicyValues) {
        self.rule = rule
        applies = CompiledCondition(rule.conditions.applies, policy: policy)
        needs = CompiledCondition(rule.conditions.needs, policy: policy)
        passNeeds = CompiledCondition(rule.conditions.passNeeds, policy: policy)
        fails = rule.conditions.fails.map { CompiledCondition($0, policy: policy) }
        warns = rule.conditions.warns.map { CompiledCondition($0, policy: policy) }
        placeholders = rule.text.placeholders
    }

    /// The verdict without a person's answer. A condition that is absent is never true.
    func verdict(of row: borrowing FactRow) -> Verdict {
        switch applies.truth(of: row) {
        case .no: return .notApplicable
        case .unknown: return .unknown
        case .yes: break
        }
        if rule.question != nil { return .needsAnswer }
        guard needs.truth(of: row) == .yes else { return .unknown }
        let fails = fails?.truth(of: row) ?? .no
        if fails == .yes { return .fail }
        let warns = warns?.truth(of: row) ?? .no
        if warns == .yes { return .warn }
        guard fails == .no, warns == .no, passNeeds.truth(of: row) == .yes else { return .unknown }
        return .pass
    }

    /// The facts that keep the verdict `unknown`.
    func missingFacts(in row: FactRow) -> FactSet {
        var facts = FactSet()
        if applies.truth(of: row) != .yes {
            applies.absentFacts(in: row, into: &facts)
        } else if needs.truth(of: row) != .yes {
            needs.unmetFacts(in: row, into: &facts)
        } else {
            fails?.absentFacts(in: row, into: &facts)
            warns?.absentFacts(in: row, into: &facts)
            passNeeds.unmetFacts(in: row, into: &facts)
        }
        return facts
    }

    /// The proofs of the facts that make it fail or warn, sorted, without repetition.
    func evidence(_ verdict: Verdict, in row: FactRow, from details: SubjectDetails) -> [Evidence] {
        var facts: [FactKey] = []
        switch verdict {
        case .fail: fails?.decidingFacts(in: row, into: &facts)
        case .warn: warns?.decidingFacts(in: row, into: &facts)
        default: return []
        }
        let all = Set(facts.flatMap { details.evidence[$0] ?? [] }).sorted()
        return Array(all.prefix(Finding.evidenceLimit))
    }

    /// What the placeholders of its texts stand for.
    func values(in row: FactRow, from details: SubjectDetails) -> [String: String] {
        var values: [String: String] = [:]
        for placeholder in placeholders {
            switch placeholder {
            case .value(let key): values[key.rawValue] = details.values[key]
            case .fact(let key): values[key.definition.name] = row[key].flatMap { key.definition.type.text($0) }
            }
        }
        return values
    }

    func severity(of verdict: Verdict) -> Severity { verdict == .warn ? rule.warnSeverity : rule.severity }
}
