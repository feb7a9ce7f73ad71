public import Messages
public import NetworkTypes

/// An organisational unit with a stable id; its name, parent and very existence change by date.
public struct Agency: Hashable, Sendable {
    public enum Level: String, Sendable, CaseIterable {
        case central, province, district, commune, none
    }

    public enum Kind: String, Sendable, CaseIterable {
        case committee, department, centre, party, supplier
    }

    /// A name and the days on which it was the official one.
    public struct Name: Hashable, Sendable {
        public var text: LocalizedText
        public var validity: Validity

        public init(_ text: LocalizedText, validity: Validity = .always) {
            self.text = text
            self.validity = validity
        }
    }

    public var id: String
    public var level: Level
    public var kind: Kind
    /// Never empty in a loaded site.
    public var names: [Name]
    public var parents: [Ownership]
    /// The days on which the agency exists.
    public var validity: Validity
    /// Words such as `plan-issuer` or `yearly-report`, as the plan gives them.
    public var duties: [String]
    /// A person compared the entry with the legal document.
    public var verified: Bool

    public init(
        id: String, level: Level, kind: Kind, names: [Name], parents: [Ownership] = [], validity: Validity = .always,
        duties: [String] = [], verified: Bool = true
    ) {
        self.id = id
        self.level = level
        self.kind = kind
        self.names = names
        self.parents = parents
        self.validity = validity
        self.duties = duties
        self.verified = verified
    }

    public func exists(on date: CalendarDate) -> Bool { validity.contains(date) }

    /// The name on a day; else the first one that was ever valid. An agency without names is called by its id.
    public func name(on date: CalendarDate) -> LocalizedText {
        let name = names.last { $0.validity.contains(date) } ?? names.first
        return name?.text ?? LocalizedText(vi: id, en: id)
    }

    public func parent(on date: CalendarDate) -> String? { parents.owner(on: date) }
}

/// Which agencies took over from which, on one day, by one document.
public struct Succession: Hashable, Sendable {
    public var from: [String]
    public var to: [String]
    /// The first day of the new agencies.
    public var date: CalendarDate
    /// The legal document; nil: not known yet.
    public var document: String?
    public var verified: Bool

    public init(from: [String], to: [String], date: CalendarDate, document: String? = nil, verified: Bool = false) {
        self.from = from
        self.to = to
        self.date = date
        self.document = document
        self.verified = verified
    }
}
