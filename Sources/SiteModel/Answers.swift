public import NetworkTypes

/// An agency's answer to the question of a rule.
public struct Answer: Hashable, Sendable {
    public var rule: String
    public var agency: String
    /// As written: a choice, a number or a date; the rule says which.
    public var value: String
    public var document: String?
    /// The day of the document or of the answer.
    public var date: CalendarDate?
    /// The office or post that answers, never a person's name.
    public var by: String?
    /// A path in the site's folder.
    public var file: String?
    /// The last day on which the answer holds; nil: as the rule says.
    public var until: CalendarDate?
    /// The line of `answers.yaml`, 1-based; 0: not from a file.
    public var line: Int

    public init(
        rule: String, agency: String, value: String, document: String? = nil, date: CalendarDate? = nil,
        by: String? = nil, file: String? = nil, until: CalendarDate? = nil, line: Int = 0
    ) {
        self.rule = rule
        self.agency = agency
        self.value = value
        self.document = document
        self.date = date
        self.by = by
        self.file = file
        self.until = until
        self.line = line
    }
}

/// A decision to live with an item of a checklist for a time; it stays visible and is counted apart.
public struct Waiver: Hashable, Sendable {
    public var rule: String
    public var agency: String
    /// Empty: the whole item.
    public var subjects: [String]
    public var reason: String
    public var approver: String
    public var document: String?
    public var date: CalendarDate
    public var until: CalendarDate
    /// The line of `answers.yaml`, 1-based; 0: not from a file.
    public var line: Int

    public init(
        rule: String, agency: String, subjects: [String] = [], reason: String, approver: String,
        document: String? = nil, date: CalendarDate, until: CalendarDate, line: Int = 0
    ) {
        self.rule = rule
        self.agency = agency
        self.subjects = subjects
        self.reason = reason
        self.approver = approver
        self.document = document
        self.date = date
        self.until = until
        self.line = line
    }

    /// The id of the item, `RULE@agency`.
    public var item: String { "\(rule)@\(agency)" }
}

/// A thing that may stay IPv4-only for a time: one row of the register of Annex VII.
public struct Exception: Hashable, Sendable {
    public var subject: String
    public var reason: String
    /// What is done instead.
    public var compensation: String?
    public var approver: String
    public var document: String?
    public var date: CalendarDate
    public var until: CalendarDate
    /// The line of `answers.yaml`, 1-based; 0: not from a file.
    public var line: Int

    public init(
        subject: String, reason: String, compensation: String? = nil, approver: String, document: String? = nil,
        date: CalendarDate, until: CalendarDate, line: Int = 0
    ) {
        self.subject = subject
        self.reason = reason
        self.compensation = compensation
        self.approver = approver
        self.document = document
        self.date = date
        self.until = until
        self.line = line
    }
}
