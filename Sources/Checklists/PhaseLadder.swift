import AuditRules

/// Which phase an agency has reached: never an average. A phase is reached when every mandatory rule of it and of the
/// phases below passes or does not apply; what is unknown or waits for an answer stops it as a failure does, and so
/// does a phase of which nothing was evaluated.
struct PhaseLadder {
    /// Ids of the rules of severity `high` and `blocker`, by phase.
    private let mandatory: [Phase: Set<String>]

    struct Standing: Hashable {
        var phase: Phase
        var blockedBy: [String]
    }

    init(rules: [Rule]) {
        mandatory = Dictionary(grouping: rules.filter { $0.severity >= .high }, by: \.phase)
            .mapValues { Set($0.map(\.id)) }
    }

    /// From the rules with findings and the counts of one agency.
    func standing(notPassed: Set<String>, evaluated: [EvaluatedCount]) -> Standing {
        var standing = Standing(phase: .g0, blockedBy: [])
        let asked = Set(evaluated.filter { $0.pass > 0 || $0.notApplicable > 0 }.map(\.rule))
        for phase in Phase.allCases {
            let rules = mandatory[phase] ?? []
            let blocking = rules.intersection(notPassed)
            guard blocking.isEmpty else {
                standing.blockedBy = blocking.sorted()
                return standing
            }
            guard !rules.isDisjoint(with: asked) else {
                standing.blockedBy = rules.sorted()
                return standing
            }
            standing.phase = phase
        }
        return standing
    }
}
