public import AuditRules

/// What one agency has to do, to answer and to find out, and the phase that it has reached.
public struct Checklist: Hashable, Sendable {
    /// An agency of the site, or `AuditSnapshot.unassigned`.
    public var agency: String
    /// The highest phase that nothing blocks; at least G0.
    public var phase: Phase
    /// The mandatory rules that keep the agency from the next phase, or from G0 itself; sorted.
    public var phaseBlockedBy: [String]
    /// Work and questions: by phase, then the worst severity first, then by rule.
    public var items: [ChecklistItem]
    /// Rules that no evidence decided for some subjects, in the same order.
    public var toSettle: [UnsettledItem]

    public init(
        agency: String, phase: Phase, phaseBlockedBy: [String], items: [ChecklistItem], toSettle: [UnsettledItem]
    ) {
        self.agency = agency
        self.phase = phase
        self.phaseBlockedBy = phaseBlockedBy
        self.items = items
        self.toSettle = toSettle
    }

    /// The id of an item, `RULE@agency`.
    public static func itemIdentifier(rule: String, agency: String) -> String { "\(rule)@\(agency)" }
}
