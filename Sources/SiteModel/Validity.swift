public import NetworkTypes

/// The days on which a statement holds, both ends included.
public struct Validity: Hashable, Sendable {
    /// The first day; nil: since ever.
    public var from: CalendarDate?
    /// The last day; nil: still.
    public var to: CalendarDate?

    public static let always = Validity()

    public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.from = from
        self.to = to
    }

    public func contains(_ date: CalendarDate) -> Bool {
        if let from, date < from { return false }
        if let to, date > to { return false }
        return true
    }

    /// The last day lies before the first one, which a site file may not say.
    public var isReversed: Bool {
        guard let from, let to else { return false }
        return to < from
    }
}

/// One line of an owner or parent list: which agency, and when.
public struct Ownership: Hashable, Sendable {
    /// The id of an agency of the site.
    public var agency: String
    public var validity: Validity

    public init(agency: String, validity: Validity = .always) {
        self.agency = agency
        self.validity = validity
    }
}

extension [Ownership] {
    /// The agency that the list names for a day; where two lines hold, the one that began last. Nil: none.
    public func owner(on date: CalendarDate) -> String? {
        var best: Ownership?
        for line in self where line.validity.contains(date) {
            guard let start = line.validity.from else {
                best = best ?? line
                continue
            }
            if let bestStart = best?.validity.from, start <= bestStart { continue }
            best = line
        }
        return best?.agency
    }

    /// The line that ended last before a day, where no line holds on it. Nil: one holds, or none ended before.
    public func lastOwner(before date: CalendarDate) -> String? {
        guard owner(on: date) == nil else { return nil }
        var best: (agency: String, end: CalendarDate)?
        for line in self {
            guard let end = line.validity.to, end < date else { continue }
            if let best, end <= best.end { continue }
            best = (line.agency, end)
        }
        return best?.agency
    }
}
