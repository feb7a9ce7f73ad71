/// What one agency has to do, to answer and to find out.
public struct AgencyChecklistDocument: Codable, Hashable, Sendable {
    /// An agency id, or `unassigned`.
    public var agency: String
    public var phase: String
    public var phaseBlockedBy: [String]
    /// Work and questions, in the order in which they should be done.
    public var items: [ChecklistItemDocument]
    /// Rules that no evidence could decide.
    public var toSettle: [UnsettledItemDocument]
}

/// One rule with everything that it requires of an agency.
public struct ChecklistItemDocument: Codable, Hashable, Sendable {
    /// `RULE@agency`.
    public var id: String
    public var rule: String
    /// `action` or `question`.
    public var kind: String
    public var subjects: [ChecklistSubjectDocument]
    /// `open`, `in-progress`, `done`, `waived` or `reopened`.
    public var status: String
    public var severity: String
    public var phase: String
    @ExplicitNull public var assignee: String?
    /// A day, ISO 8601.
    @ExplicitNull public var due: String?
    @ExplicitNull public var note: String?
    @ExplicitNull public var waiver: WaiverDocument?

    /// Still to do: neither done nor waived.
    public var isOpen: Bool { status != "done" && status != "waived" }
}

public struct ChecklistSubjectDocument: Codable, Hashable, Sendable {
    public var kind: String
    public var id: String
    /// `fail`, `warn` or `needs-answer`.
    public var verdict: String
    /// A waiver covers it on the day of the audit.
    public var waived: Bool
}

/// A rule whose verdict is unknown for some subjects of an agency.
public struct UnsettledItemDocument: Codable, Hashable, Sendable {
    /// `RULE@agency`.
    public var id: String
    public var rule: String
    public var severity: String
    public var phase: String
    public var subjects: [SubjectDocument]
    /// What is missing, with the command that would get it; each once.
    public var missing: [MissingDocument]
}

/// A decision to live with an item for a time.
public struct WaiverDocument: Codable, Hashable, Sendable {
    /// Empty: the whole item.
    public var subjects: [String]
    public var reason: String
    public var approver: String
    @ExplicitNull public var document: String?
    public var date: String
    /// The last day.
    public var until: String
}
