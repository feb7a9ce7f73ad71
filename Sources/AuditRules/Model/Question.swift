public import Messages
public import NetworkTypes

/// What a rule asks a person, because no packet can tell.
public struct Question: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// The words that may be answered, with the verdict of each.
        case choice([Option])
        /// A whole number; the answer passes where it stands in this relation to the number.
        case number(Condition.Comparison, Int64)
        /// A day; any day passes.
        case date
    }

    public struct Option: Sendable, Hashable {
        public let value: String
        public let verdict: Verdict

        public init(value: String, verdict: Verdict) {
            self.value = value
            self.verdict = verdict
        }
    }

    /// What an answer has to bring along.
    public enum Requirement: String, Sendable, Hashable, CaseIterable {
        case document, date
    }

    public let ask: LocalizedText
    public let kind: Kind
    public let requires: [Requirement]
    /// How long an answer holds after its date; nil: until another one is given.
    public let validFor: Duration?

    public init(ask: LocalizedText, kind: Kind, requires: [Requirement], validFor: Duration?) {
        self.ask = ask
        self.kind = kind
        self.requires = requires
        self.validFor = validFor
    }

    /// The verdict of an answer on a day: `needs-answer` where it is incomplete, not understood or out of date.
    public func verdict(of answer: GivenAnswer, on day: CalendarDate) -> Verdict {
        if requires.contains(.document), answer.document?.isEmpty ?? true { return .needsAnswer }
        if requires.contains(.date), answer.date == nil { return .needsAnswer }
        if let until = answer.until {
            if until < day { return .needsAnswer }
        } else if let validFor, let date = answer.date {
            let days = validFor.components.seconds / 86_400
            if CalendarDate(dayNumber: date.dayNumber + days) < day { return .needsAnswer }
        }
        switch kind {
        case .choice(let options): return options.first { $0.value == answer.value }?.verdict ?? .needsAnswer
        case .number(let comparison, let limit):
            guard let number = Int64(answer.value) else { return .needsAnswer }
            return comparison.holds(number, limit) ? .pass : .fail
        case .date: return CalendarDate(answer.value) == nil ? .needsAnswer : .pass
        }
    }
}

/// What a person answered.
public struct GivenAnswer: Sendable, Hashable {
    public let value: String
    public let document: String?
    public let date: CalendarDate?
    /// The last day on which it holds; nil: as the question says.
    public let until: CalendarDate?
    public let evidence: [Evidence]

    public init(
        value: String, document: String? = nil, date: CalendarDate? = nil, until: CalendarDate? = nil,
        evidence: [Evidence] = []
    ) {
        self.value = value
        self.document = document
        self.date = date
        self.until = until
        self.evidence = evidence
    }
}
