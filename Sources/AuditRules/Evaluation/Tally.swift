/// Verdicts of one kind of subject, counted by agency and rule in one flat list.
struct Tally: Sendable {
    private let rules: Int
    private var agencies: [String] = []
    private var places: [String: Int] = [:]
    /// Agency by agency, rule by rule, verdict by verdict.
    private var counters: [Int] = []

    init(rules: Int) { self.rules = rules }

    /// Where the rules of an agency begin.
    mutating func place(of agency: String) -> Int {
        if let place = places[agency] { return place }
        let place = agencies.count * rules
        places[agency] = place
        agencies.append(agency)
        counters += Array(repeating: 0, count: rules * Verdict.allCases.count)
        return place
    }

    mutating func count(_ verdict: Verdict, at place: Int) {
        counters[place * Verdict.allCases.count + verdict.index] += 1
    }

    /// `rules`: their ids in the order of the places.
    func counts(rules ids: [String]) -> [EvaluatedCount] {
        agencies.enumerated().flatMap { number, agency in
            ids.enumerated().map { place, id in
                var count = EvaluatedCount(rule: id, agency: agency)
                let start = (number * rules + place) * Verdict.allCases.count
                for verdict in Verdict.allCases { count.count(verdict, times: counters[start + verdict.index]) }
                return count
            }
        }
    }
}

extension Verdict {
    fileprivate var index: Int {
        switch self {
        case .pass: 0
        case .fail: 1
        case .warn: 2
        case .unknown: 3
        case .notApplicable: 4
        case .needsAnswer: 5
        }
    }
}
