/// The answer of a rule about one subject.
public enum Verdict: String, Sendable, CaseIterable, Hashable {
    case pass
    case fail
    case warn
    /// What was seen does not decide it; the finding says what is missing.
    case unknown
    case notApplicable = "not-applicable"
    /// Only a person can tell.
    case needsAnswer = "needs-answer"
}

/// How much a failed rule matters. `blocker` stops the next phase; `info` has no weight.
public enum Severity: String, Sendable, CaseIterable, Hashable, Comparable {
    case info, low, medium, high, blocker

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .blocker: 4
        }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A step of the migration, from the inventory (G0) to switching IPv4 off (G5).
public enum Phase: String, Sendable, CaseIterable, Hashable, Comparable {
    case g0 = "G0"
    case g1 = "G1"
    case g2 = "G2"
    case g3 = "G3"
    case g4 = "G4"
    case g5 = "G5"

    public static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
}
