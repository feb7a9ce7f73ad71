/// What `explain --json` prints: `v6audit.explain/1`. It is about a host, a rule or an item; the rest is null or empty.
public struct ExplainDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.explain/1"

    public var schema: String
    @ExplicitNull public var host: HostDocument?
    /// What joined the host's addresses.
    public var links: [MergeDocument]
    public var rejected: [RejectedMergeDocument]
    @ExplicitNull public var rule: RuleDocument?
    @ExplicitNull public var item: ChecklistItemDocument?
    /// Every verdict about the host, or of the rule or item, also pass and not-applicable; by rule, then subject.
    public var verdicts: [VerdictDocument]
    /// Those of them that are findings, with their proof.
    public var findings: [FindingDocument]
}

/// What one rule says about one subject.
public struct VerdictDocument: Codable, Hashable, Sendable {
    public var rule: String
    public var verdict: String
    public var agency: String
    public var subject: SubjectDocument

    public init(rule: String, verdict: String, agency: String, subject: SubjectDocument) {
        self.rule = rule
        self.verdict = verdict
        self.agency = agency
        self.subject = subject
    }

    init(_ finding: FindingDocument) {
        self.init(rule: finding.rule, verdict: finding.verdict, agency: finding.agency, subject: finding.subject)
    }
}
