/// A verdict other than pass and not-applicable.
public struct FindingDocument: Codable, Hashable, Sendable {
    public var rule: String
    /// `fail`, `warn`, `unknown` or `needs-answer`.
    public var verdict: String
    /// `blocker`, `high`, `medium`, `low` or `info`.
    public var severity: String
    /// `G0` … `G5`.
    public var phase: String
    public var agency: String
    public var subject: SubjectDocument
    public var evidence: [EvidenceDocument]
    public var missing: [MissingDocument]
    /// What stands in the placeholders of the rule's text.
    public var values: [String: String]
    /// What was found; the question where an answer is missing; the rule's title where nothing is decided.
    public var text: LocalizedTextDocument
}

/// What a rule was asked about.
public struct SubjectDocument: Codable, Hashable, Sendable {
    /// `host`, `service`, `segment`, `system`, `agency`, `site` …
    public var kind: String
    public var id: String
}

/// A fact that would decide, and the command that would get it.
public struct MissingDocument: Codable, Hashable, Sendable {
    public var fact: String
    public var command: String
}

/// How often a rule gave each verdict in one agency.
public struct EvaluatedDocument: Codable, Hashable, Sendable {
    public var rule: String
    public var agency: String
    public var pass: Int
    public var fail: Int
    public var warn: Int
    public var unknown: Int
    public var notApplicable: Int
    public var needsAnswer: Int
}

/// One figure of the programme.
public struct IndicatorDocument: Codable, Hashable, Sendable {
    /// `C01` … `C21`.
    public var id: String
    @ExplicitNull public var part: String?
    /// Null: the whole site.
    @ExplicitNull public var agency: String?
    public var numerator: Int
    public var denominator: Int
    public var unknown: Int
    /// Assets observed in proportion to the inventory, 0…1.
    public var coverage: Double

    public init(
        id: String, part: String? = nil, agency: String? = nil, numerator: Int, denominator: Int, unknown: Int,
        coverage: Double
    ) {
        self.id = id
        self.part = part
        self.agency = agency
        self.numerator = numerator
        self.denominator = denominator
        self.unknown = unknown
        self.coverage = coverage
    }
}
