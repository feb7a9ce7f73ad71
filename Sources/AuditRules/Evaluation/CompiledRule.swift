import NetworkTypes

/// Where the conditions of a rule stand in its program.
struct RulePlaces: Sendable, BitwiseCopyable {
    let applies: Int
    let needs: Int
    let passNeeds: Int
    /// Below zero: the rule never fails.
    let fails: Int
    /// Below zero: the rule never warns.
    let warns: Int
    let asks: Bool

    init(_ rule: Rule, policy: PolicyValues, in program: inout ConditionProgram) {
        applies = program.append(rule.conditions.applies, policy: policy)
        needs = program.append(rule.conditions.needs, policy: policy)
        passNeeds = program.append(rule.conditions.passNeeds, policy: policy)
        fails = rule.conditions.fails.map { program.append($0, policy: policy) } ?? -1
        warns = rule.conditions.warns.map { program.append($0, policy: policy) } ?? -1
        asks = rule.question != nil
    }
}

extension ConditionProgram {
    /// The verdict of a rule without a person's answer. A condition that is not there is never true.
    func verdict(_ rule: RulePlaces, of row: borrowing FactRow) -> Verdict {
        switch truth(at: rule.applies, of: row) {
        case .no: return .notApplicable
        case .unknown: return .unknown
        case .yes: break
        }
        if rule.asks { return .needsAnswer }
        guard truth(at: rule.needs, of: row) == .yes else { return .unknown }
        let fails = rule.fails < 0 ? .no : truth(at: rule.fails, of: row)
        if fails == .yes { return .fail }
        let warns = rule.warns < 0 ? .no : truth(at: rule.warns, of: row)
        if warns == .yes { return .warn }
        guard fails == .no, warns == .no, truth(at: rule.passNeeds, of: row) == .yes else { return .unknown }
        return .pass
    }

    /// The facts that keep the verdict `unknown`.
    func missingFacts(_ rule: RulePlaces, in row: borrowing FactRow) -> FactSet {
        var facts = FactSet()
        if truth(at: rule.applies, of: row) != .yes {
            absentFacts(at: rule.applies, in: row, into: &facts)
        } else if truth(at: rule.needs, of: row) != .yes {
            unmetFacts(at: rule.needs, in: row, into: &facts)
        } else {
            if rule.fails >= 0 { absentFacts(at: rule.fails, in: row, into: &facts) }
            if rule.warns >= 0 { absentFacts(at: rule.warns, in: row, into: &facts) }
            unmetFacts(at: rule.passNeeds, in: row, into: &facts)
        }
        return facts
    }

    /// The facts that make a rule fail or warn.
    func decidingFacts(_ rule: RulePlaces, _ verdict: Verdict, in row: borrowing FactRow) -> [FactKey] {
        var facts: [FactKey] = []
        switch verdict {
        case .fail where rule.fails >= 0: decidingFacts(at: rule.fails, in: row, into: &facts)
        case .warn where rule.warns >= 0: decidingFacts(at: rule.warns, in: row, into: &facts)
        default: break
        }
        return facts
    }

    /// Their proofs, sorted, without repetition.
    func evidence(_ rule: RulePlaces, _ verdict: Verdict, in row: FactRow, from details: SubjectDetails) -> [Evidence] {
        let facts = decidingFacts(rule, verdict, in: row)
        let all = Set(facts.flatMap { details.evidence[$0] ?? [] }).sorted()
        return Array(all.prefix(Finding.evidenceLimit))
    }
}

/// The rules of one kind of subject, compiled for one site; a class, so that nothing is copied for each subject.
final class CompiledRules: Sendable {
    let rules: [Rule]
    let places: [RulePlaces]
    let program: ConditionProgram
    /// For each rule the facts and values that its texts show.
    private let placeholders: [[Placeholder]]

    init(_ rules: [Rule], policy: PolicyValues) {
        var program = ConditionProgram()
        places = rules.map { RulePlaces($0, policy: policy, in: &program) }
        self.program = program
        self.rules = rules
        placeholders = rules.map(\.text.placeholders)
    }

    /// The verdict of a rule, a person's answer included.
    func verdict(
        _ place: Int, of row: borrowing FactRow, _ answers: [String: GivenAnswer], on day: CalendarDate
    ) -> Verdict {
        let verdict = program.verdict(places[place], of: row)
        guard verdict == .needsAnswer else { return verdict }
        guard let question = rules[place].question, let answer = answers[rules[place].id] else { return verdict }
        return question.verdict(of: answer, on: day)
    }

    /// A finding with its texts and proofs. `row` and `details` are not read for the verdict `unknown`.
    func finding(
        _ place: Int, _ verdict: Verdict, _ subject: Subject, agency: String, row: FactRow, details: SubjectDetails,
        answers: [String: GivenAnswer], missing: [MissingFact]
    ) -> Finding {
        var evidence: [Evidence] = []
        var values: [String: String] = [:]
        if verdict != .unknown {
            evidence = program.evidence(places[place], verdict, in: row, from: details)
            values = self.values(of: place, in: row, from: details)
        }
        if places[place].asks, let answer = answers[rules[place].id] { evidence += answer.evidence }
        return Finding(
            rule: rules[place].id, verdict: verdict,
            severity: verdict == .warn ? rules[place].warnSeverity : rules[place].severity, phase: rules[place].phase,
            agency: agency, subject: subject, values: values, evidence: evidence, missing: missing)
    }

    /// What of the details a finding shows.
    func wanted(_ place: Int, _ verdict: Verdict, in row: FactRow) -> WantedDetails {
        var wanted = WantedDetails(facts: program.decidingFacts(places[place], verdict, in: row))
        for case .value(let key) in placeholders[place] { wanted.values.append(key) }
        return wanted
    }

    /// What the placeholders of a rule's texts stand for.
    func values(of place: Int, in row: FactRow, from details: SubjectDetails) -> [String: String] {
        var values: [String: String] = [:]
        for placeholder in placeholders[place] {
            switch placeholder {
            case .value(let key): values[key.rawValue] = details.values[key]
            case .fact(let key): values[key.definition.name] = row[key].flatMap { key.definition.type.text($0) }
            }
        }
        return values
    }
}
