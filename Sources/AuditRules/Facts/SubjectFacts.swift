/// One subject with everything its rules may ask for and show.
public struct SubjectFacts: Sendable {
    public var subject: Subject
    public var agency: String
    public var row: FactRow
    public var details: SubjectDetails
    /// By the id of the rule that asks.
    public var answers: [String: GivenAnswer]

    public init(
        _ subject: Subject, agency: String, row: FactRow, details: SubjectDetails = SubjectDetails(),
        answers: [String: GivenAnswer] = [:]
    ) {
        self.subject = subject
        self.agency = agency
        self.row = row
        self.details = details
        self.answers = answers
    }
}

/// What only a finding needs: built when there is one.
public struct SubjectDetails: Sendable {
    /// What the placeholders stand for, the same in every language.
    public var values: [ValueKey: String]
    /// Which evidence proves which fact.
    public var evidence: [FactKey: [Evidence]]

    public init(values: [ValueKey: String] = [:], evidence: [FactKey: [Evidence]] = [:]) {
        self.values = values
        self.evidence = evidence
    }
}
