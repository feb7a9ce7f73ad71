/// How many subjects of an agency a rule was asked about, by verdict.
public struct EvaluatedCount: Sendable, Hashable, Comparable {
    public let rule: String
    public let agency: String
    public internal(set) var pass = 0
    public internal(set) var fail = 0
    public internal(set) var warn = 0
    public internal(set) var unknown = 0
    public internal(set) var notApplicable = 0
    public internal(set) var needsAnswer = 0

    /// Nothing counted yet.
    public init(rule: String, agency: String) {
        self.rule = rule
        self.agency = agency
    }

    public mutating func count(_ verdict: Verdict, times: Int = 1) {
        switch verdict {
        case .pass: pass += times
        case .fail: fail += times
        case .warn: warn += times
        case .unknown: unknown += times
        case .notApplicable: notApplicable += times
        case .needsAnswer: needsAnswer += times
        }
    }

    public subscript(verdict: Verdict) -> Int {
        switch verdict {
        case .pass: pass
        case .fail: fail
        case .warn: warn
        case .unknown: unknown
        case .notApplicable: notApplicable
        case .needsAnswer: needsAnswer
        }
    }

    /// By rule, then agency: the order of the outputs.
    public static func < (a: EvaluatedCount, b: EvaluatedCount) -> Bool {
        (a.rule, a.agency) < (b.rule, b.agency)
    }
}
