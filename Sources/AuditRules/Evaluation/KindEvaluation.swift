import NetworkTypes

/// The rules of one kind of subject and what they said to each.
struct KindEvaluation: Sendable {
    let rules: CompiledRules
    var subjects: SubjectTable
    private(set) var table: OutcomeTable
    /// Of the subject that is asked about; kept so that the next needs no room.
    private var signature: [UInt64]
    /// By pattern: a rule fails, warns or asks.
    private var showsDetails: [Bool] = []

    init(_ kind: SubjectKind, _ rules: CompiledRules) {
        self.rules = rules
        subjects = SubjectTable(kind)
        table = OutcomeTable(rules: rules.rules.count, width: rules.program.signatureWidth)
        signature = Array(repeating: 0, count: rules.program.signatureWidth)
    }

    /// The pattern of a subject, made when nobody showed it before.
    mutating func pattern(
        of row: borrowing FactRow, _ answers: [String: GivenAnswer], on day: CalendarDate, _ missing: inout MissingLists
    ) -> Int32 {
        rules.program.sign(row, into: &signature)
        if answers.isEmpty, let known = table.find(signature) { return known }
        let outcomes = rules.outcomes(of: row, answers, on: day, &missing)
        showsDetails.append(outcomes.contains { $0.isFinding && $0.verdict != .unknown })
        return answers.isEmpty ? table.add(signature, outcomes) : table.add(outcomes)
    }

    func needsDetails(_ pattern: Int32) -> Bool { showsDetails[Int(pattern)] }

    /// `agencies`: their names by number.
    func counts(agencies: [String]) -> [EvaluatedCount] {
        let places = rules.rules.count
        var counts: [Int32: [EvaluatedCount]] = [:]
        for (agency, patterns) in patternCounts() {
            var own =
                counts[agency] ?? rules.rules.map { EvaluatedCount(rule: $0.id, agency: agencies[Int(agency)]) }
            for (pattern, times) in patterns {
                for place in 0..<places { own[place].count(table.outcome(pattern, place).verdict, times: times) }
            }
            counts[agency] = own
        }
        return counts.values.flatMap { $0 }
    }

    /// How many subjects of each agency show each pattern.
    private func patternCounts() -> [Int32: [Int32: Int]] {
        var counts: [UInt64: Int] = [:]
        for (agency, pattern) in zip(subjects.agencies, subjects.patterns) {
            counts[UInt64(UInt32(bitPattern: agency)) << 32 | UInt64(UInt32(bitPattern: pattern)), default: 0] += 1
        }
        var result: [Int32: [Int32: Int]] = [:]
        for (key, times) in counts {
            result[Int32(truncatingIfNeeded: key >> 32), default: [:]][Int32(truncatingIfNeeded: key)] = times
        }
        return result
    }
}

extension CompiledRules {
    /// What each rule says.
    func outcomes(
        of row: borrowing FactRow, _ answers: [String: GivenAnswer], on day: CalendarDate, _ missing: inout MissingLists
    ) -> [Outcome] {
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(places.count)
        for place in places.indices {
            let verdict = verdict(place, of: row, answers, on: day)
            let list =
                verdict == .unknown
                ? missing.number(of: program.missingFacts(places[place], in: row), row.kind) : -1
            outcomes.append(Outcome(verdict, missing: list))
        }
        return outcomes
    }
}

/// Lists of missing facts, each kept once.
struct MissingLists: Sendable {
    private struct Key: Hashable, Sendable {
        let kind: SubjectKind
        let facts: FactSet
    }

    private var numbers: [Key: Int32] = [:]
    private var lists: [[MissingFact]] = []

    mutating func number(of facts: FactSet, _ kind: SubjectKind) -> Int32 {
        let key = Key(kind: kind, facts: facts)
        if let known = numbers[key] { return known }
        let number = Int32(lists.count)
        lists.append(facts.keys(of: kind).map { MissingFact(fact: $0) })
        numbers[key] = number
        return number
    }

    /// Empty for a negative number.
    subscript(number: Int32) -> [MissingFact] { number < 0 ? [] : lists[Int(number)] }
}

/// Agencies by number.
struct AgencyNumbers: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]
    /// Neighbours often have the same.
    private var last: Int32 = -1

    mutating func number(of agency: String) -> Int32 {
        if last >= 0, names[Int(last)] == agency { return last }
        if let known = numbers[agency] {
            last = known
        } else {
            last = Int32(names.count)
            names.append(agency)
            numbers[agency] = last
        }
        return last
    }
}

/// A subject whose finding is shown later, with what that needs.
struct KeptSubject: Sendable {
    let row: FactRow
    let details: SubjectDetails
    let answers: [String: GivenAnswer]
}
