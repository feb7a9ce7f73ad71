public import AuditRules

/// What `rules show --json` prints: `v6audit.rule/1`.
public struct RuleDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.rule/1"

    public var schema: String
    public var id: String
    public var slug: String
    /// The version of the catalogue that brought it.
    public var since: String
    public var severity: String
    /// Of a warning.
    public var warnSeverity: String
    public var phase: String
    public var scope: String
    public var aliases: [String]
    public var references: [ReferenceDocument]
    public var title: LocalizedTextDocument
    public var finding: LocalizedTextDocument
    public var warning: LocalizedTextDocument
    public var why: LocalizedTextDocument
    public var remediation: LocalizedTextDocument
    public var verify: LocalizedTextDocument
    /// Null: the evidence is asked, nobody else.
    @ExplicitNull public var question: QuestionDocument?
    /// Every fact that its conditions read, each once, in order of appearance.
    public var facts: [String]
    /// The file it was read from.
    public var path: String

    public init(_ rule: Rule) {
        schema = Self.schema
        id = rule.id
        slug = rule.slug
        since = rule.since
        severity = rule.severity.rawValue
        warnSeverity = rule.warnSeverity.rawValue
        phase = rule.phase.rawValue
        scope = rule.scope.rawValue
        aliases = rule.aliases
        references = rule.references.map { ReferenceDocument(text: $0.text, verified: $0.verified) }
        title = LocalizedTextDocument(rule.text.title)
        finding = LocalizedTextDocument(rule.text.finding)
        warning = LocalizedTextDocument(rule.text.warning)
        why = LocalizedTextDocument(rule.text.why)
        remediation = LocalizedTextDocument(rule.text.remediation)
        verify = LocalizedTextDocument(rule.text.verify)
        question = rule.question.map(QuestionDocument.init)
        let parts = [rule.conditions.applies, rule.conditions.needs, rule.conditions.passNeeds]
        let conditions = parts + [rule.conditions.fails, rule.conditions.warns].compactMap { $0 }
        facts = conditions.flatMap(\.facts).map(\.definition.name).reduce(into: []) { facts, fact in
            if !facts.contains(fact) { facts.append(fact) }
        }
        path = rule.path
    }
}

/// A document that a rule rests on.
public struct ReferenceDocument: Codable, Hashable, Sendable {
    public var text: String
    /// The place was looked up and says what the rule makes of it.
    public var verified: Bool
}

/// What a rule asks a person.
public struct QuestionDocument: Codable, Hashable, Sendable {
    public var ask: LocalizedTextDocument
    /// `choice`, `number` or `date`.
    public var kind: String
    /// Answer to verdict; empty unless it is a choice.
    public var options: [String: String]
    /// `>= 1`; null unless it is a number.
    @ExplicitNull public var passes: String?
    /// `document`, `date`.
    public var requires: [String]
    /// How long an answer holds; null: until another one is given.
    @ExplicitNull public var validForDays: Int?

    init(_ question: Question) {
        ask = LocalizedTextDocument(question.ask)
        options = [:]
        passes = nil
        switch question.kind {
        case .choice(let choices):
            kind = "choice"
            for choice in choices { options[choice.value] = choice.verdict.rawValue }
        case .number(let comparison, let limit):
            kind = "number"
            passes = "\(comparison.rawValue) \(limit)"
        case .date: kind = "date"
        }
        requires = question.requires.map(\.rawValue)
        validForDays = question.validFor.map { Int(clamping: $0.components.seconds / 86_400) }
    }
}
