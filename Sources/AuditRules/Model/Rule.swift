public import Messages

/// A rule: one question asked of one kind of subject, with its texts in both languages.
public struct Rule: Sendable, Hashable {
    /// `ADDR-01`; never used again for something else.
    public let id: String
    /// A few words for file names and links, `only-link-local`.
    public let slug: String
    /// The version of the catalogue that brought it.
    public let since: String
    public let severity: Severity
    /// Of a warning; the rule's own where the file is silent.
    public let warnSeverity: Severity
    /// Earlier ids, so that old waivers still work.
    public let aliases: [String]
    public let phase: Phase
    public let scope: SubjectKind
    public let references: [RuleReference]
    public let conditions: RuleConditions
    /// Instead of conditions that fail or warn: what to ask a person.
    public let question: Question?
    public let text: RuleText
    /// The file it was read from.
    public let path: String

    public init(
        id: String, slug: String, since: String, severity: Severity, warnSeverity: Severity, aliases: [String],
        phase: Phase, scope: SubjectKind, references: [RuleReference], conditions: RuleConditions,
        question: Question?, text: RuleText, path: String
    ) {
        self.id = id
        self.slug = slug
        self.since = since
        self.severity = severity
        self.warnSeverity = warnSeverity
        self.aliases = aliases
        self.phase = phase
        self.scope = scope
        self.references = references
        self.conditions = conditions
        self.question = question
        self.text = text
        self.path = path
    }
}

/// A document that a rule rests on.
public struct RuleReference: Sendable, Hashable {
    /// `RFC 4862 §5.3`.
    public let text: String
    /// The place was looked up and says what the rule makes of it.
    public let verified: Bool

    public init(text: String, verified: Bool) {
        self.text = text
        self.verified = verified
    }
}

/// The conditions of a rule in the order in which they are asked.
public struct RuleConditions: Sendable, Hashable {
    /// Where false, the rule does not concern the subject. Empty: it concerns all.
    public let applies: Condition
    /// Where not true, there is no verdict at all: guards rules that claim an absence.
    public let needs: Condition
    /// Where not true, there is no `pass`: guards rules that look for a presence.
    public let passNeeds: Condition
    /// Nil: the rule never fails.
    public let fails: Condition?
    /// Nil: the rule never warns.
    public let warns: Condition?

    public init(
        applies: Condition = .all([]), needs: Condition = .all([]), passNeeds: Condition = .all([]),
        fails: Condition? = nil, warns: Condition? = nil
    ) {
        self.applies = applies
        self.needs = needs
        self.passNeeds = passNeeds
        self.fails = fails
        self.warns = warns
    }
}

/// What a rule says to people.
public struct RuleText: Sendable, Hashable {
    public let title: LocalizedText
    /// What was found, with placeholders such as `{host}`.
    public let finding: LocalizedText
    /// What was found when the verdict is `warn`; the same as `finding` where the file is silent.
    public let warning: LocalizedText
    public let why: LocalizedText
    /// What to do, with commands where there are any.
    public let remediation: LocalizedText
    /// How to see that it is done.
    public let verify: LocalizedText

    public init(
        title: LocalizedText, finding: LocalizedText, warning: LocalizedText, why: LocalizedText,
        remediation: LocalizedText, verify: LocalizedText
    ) {
        self.title = title
        self.finding = finding
        self.warning = warning
        self.why = why
        self.remediation = remediation
        self.verify = verify
    }
}
