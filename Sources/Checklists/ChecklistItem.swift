public import AuditRules
public import NetworkTypes
public import SiteModel

/// One rule with everything that it requires of one agency.
public struct ChecklistItem: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Something has to be changed.
        case action
        /// A person has to answer.
        case question
    }

    public enum Status: String, Sendable, CaseIterable {
        case open
        case inProgress = "in-progress"
        case done, waived, reopened
    }

    /// A subject that the rule did not pass.
    public struct Subject: Hashable, Sendable {
        public var subject: AuditRules.Subject
        /// `fail`, `warn` or `needs-answer`.
        public var verdict: Verdict
        /// A waiver covers it on the day of the audit.
        public var isWaived: Bool

        public init(_ subject: AuditRules.Subject, verdict: Verdict, isWaived: Bool = false) {
            self.subject = subject
            self.verdict = verdict
            self.isWaived = isWaived
        }
    }

    public var rule: String
    public var agency: String
    public var kind: Kind
    /// Sorted by kind, then id.
    public var subjects: [Subject]
    public var status: Status
    /// Of the worst finding.
    public var severity: Severity
    public var phase: Phase
    /// The office or post that does it; nil: nobody yet.
    public var assignee: String?
    public var due: CalendarDate?
    public var note: String?
    /// The decision that covers the item, or some of its subjects, on the day of the audit.
    public var waiver: Waiver?

    public init(
        rule: String, agency: String, kind: Kind, subjects: [Subject], status: Status = .open, severity: Severity,
        phase: Phase, assignee: String? = nil, due: CalendarDate? = nil, note: String? = nil, waiver: Waiver? = nil
    ) {
        self.rule = rule
        self.agency = agency
        self.kind = kind
        self.subjects = subjects
        self.status = status
        self.severity = severity
        self.phase = phase
        self.assignee = assignee
        self.due = due
        self.note = note
        self.waiver = waiver
    }

    /// `RULE@agency`.
    public var id: String { Checklist.itemIdentifier(rule: rule, agency: agency) }
}

/// A rule whose verdict is unknown for some subjects of an agency.
public struct UnsettledItem: Hashable, Sendable {
    public var rule: String
    public var agency: String
    public var severity: Severity
    public var phase: Phase
    /// Sorted by kind, then id.
    public var subjects: [AuditRules.Subject]
    /// What is missing, with the command that would get it; sorted, each once.
    public var missing: [MissingFact]

    public init(
        rule: String, agency: String, severity: Severity, phase: Phase, subjects: [AuditRules.Subject],
        missing: [MissingFact]
    ) {
        self.rule = rule
        self.agency = agency
        self.severity = severity
        self.phase = phase
        self.subjects = subjects
        self.missing = missing
    }

    /// `RULE@agency`.
    public var id: String { Checklist.itemIdentifier(rule: rule, agency: agency) }
}
