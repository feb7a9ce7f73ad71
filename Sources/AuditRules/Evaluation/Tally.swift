/// Verdicts counted by kind of subject, agency and rule, in one flat list.
struct Tally: Sendable {
    private static let width = Verdict.allCases.count

    /// For each kind of subject where the rules of an agency begin.
    private var places: [[String: Int]] = SubjectKind.allCases.map { _ in [:] }
    /// Rule by rule, verdict by verdict.
    private var counters: [Int] = []

    /// Where the rules of an agency begin for a kind of subject.
    mutating func place(of agency: String, kind: Int, rules: Int) -> Int {
        if let place = places[kind][agency] { return place }
        let place = counters.count / Self.width
        places[kind][agency] = place
        counters += Array(repeating: 0, count: rules * Self.width)
        return place
    }

    mutating func count(_ verdict: Verdict, at place: Int) {
        counters[place * Self.width + verdict.index] += 1
    }

    /// `rules`: their ids in the order of the places.
    func counts(kind: Int, rules ids: [String]) -> [EvaluatedCount] {
        places[kind].flatMap { agency, start in
            ids.enumerated().map { number, id in
                var count = EvaluatedCount(rule: id, agency: agency)
                for verdict in Verdict.allCases {
                    count.count(verdict, times: counters[(start + number) * Self.width + verdict.index])
                }
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
