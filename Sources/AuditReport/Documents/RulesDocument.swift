public import AuditRules

/// What `rules list --json` prints: `v6audit.rules/1`.
public struct RulesDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.rules/1"

    public var schema: String
    /// By id.
    public var rules: [RuleSummaryDocument]

    public init(_ rules: [Rule]) {
        schema = Self.schema
        self.rules = RuleSummaryDocument.all(rules)
    }
}

/// A rule in one line.
public struct RuleSummaryDocument: Codable, Hashable, Sendable {
    public var id: String
    public var title: LocalizedTextDocument
    public var severity: String
    public var phase: String
    /// The kind of subject: `host`, `segment` …
    public var scope: String
    /// It asks a person instead of the evidence.
    public var isQuestion: Bool

    init(_ rule: Rule) {
        id = rule.id
        title = LocalizedTextDocument(rule.text.title)
        severity = rule.severity.rawValue
        phase = rule.phase.rawValue
        scope = rule.scope.rawValue
        isQuestion = rule.question != nil
    }

    static func all(_ rules: [Rule]) -> [RuleSummaryDocument] {
        rules.map(RuleSummaryDocument.init).sorted { $0.id < $1.id }
    }
}
