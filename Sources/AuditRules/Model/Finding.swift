/// A fact that would have decided a rule, with the command that would supply it.
public struct MissingFact: Sendable, Hashable, Comparable {
    public let fact: FactKey
    public let command: String

    public init(fact: FactKey) {
        self.fact = fact
        command = fact.definition.command
    }

    public static func < (a: MissingFact, b: MissingFact) -> Bool { a.fact.rawValue < b.fact.rawValue }
}

/// What one rule says about one subject, other than that all is well.
public struct Finding: Sendable, Hashable {
    /// The id of the rule, `ADDR-01`.
    public let rule: String
    public let verdict: Verdict
    /// Of the verdict: a warning may weigh less than the rule.
    public let severity: Severity
    public let phase: Phase
    public let agency: String
    public let subject: Subject
    /// What the placeholders of the rule's texts stand for.
    public let values: [String: String]
    /// Sorted, without repetition, at most `evidenceLimit`.
    public let evidence: [Evidence]
    /// Sorted; of the verdict `unknown` only.
    public let missing: [MissingFact]

    /// How many proofs one finding carries.
    public static let evidenceLimit = 20

    public init(
        rule: String, verdict: Verdict, severity: Severity, phase: Phase, agency: String, subject: Subject,
        values: [String: String] = [:], evidence: [Evidence] = [], missing: [MissingFact] = []
    ) {
        self.rule = rule
        self.verdict = verdict
        self.severity = severity
        self.phase = phase
        self.agency = agency
        self.subject = subject
        self.values = values
        self.evidence = evidence
        self.missing = missing
    }
}

extension Finding: Comparable {
    /// By rule, then subject: the order of the outputs.
    public static func < (a: Finding, b: Finding) -> Bool {
        a.rule != b.rule ? a.rule < b.rule : a.subject < b.subject
    }
}
