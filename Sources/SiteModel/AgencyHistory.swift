public import Messages
public import NetworkTypes

/// Who answers for a thing on a day.
public enum CurrentOwner: Hashable, Sendable {
    /// Nobody is named, or nobody yet.
    case none
    case agency(String)
    /// The named agency is gone on that day; the successors exist on it and may be none or several.
    case gone(String, successors: [String])

    /// The one agency that answers: the owner itself, or the only successor of one that is gone.
    public var responsible: String? {
        switch self {
        case .none: nil
        case .agency(let id): id
        case .gone(_, let successors): successors.count == 1 ? successors[0] : nil
        }
    }
}

/// The agencies over time: who exists, under which name, and who took over.
public struct AgencyHistory: Sendable {
    /// In the order of the site file.
    public let agencies: [Agency]
    public let successions: [Succession]
    private let positions: [String: Int]
    private let outgoing: [String: [Int]]

    public init(agencies: [Agency], successions: [Succession]) {
        self.agencies = agencies
        self.successions = successions
        positions = Dictionary(agencies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var outgoing: [String: [Int]] = [:]
        for (index, succession) in successions.enumerated() {
            for id in succession.from { outgoing[id, default: []].append(index) }
        }
        self.outgoing = outgoing
    }

    public subscript(id: String) -> Agency? { positions[id].map { agencies[$0] } }

    /// In the order of the site file.
    public func agencies(on date: CalendarDate) -> [Agency] { agencies.filter { $0.exists(on: date) } }

    public func exists(_ id: String, on date: CalendarDate) -> Bool { self[id]?.exists(on: date) ?? false }

    /// Nil: no such agency in the site.
    public func name(of id: String, on date: CalendarDate) -> LocalizedText? { self[id]?.name(on: date) }

    /// The agencies that exist on a day and took over from `id` by then, directly or through others, in the order
    /// of the site file.
    public func successors(of id: String, on date: CalendarDate) -> [String] {
        closure(of: id) { id in
            (outgoing[id] ?? []).lazy.map { successions[$0] }.filter { $0.date <= date }.flatMap(\.to)
        }.filter { exists($0, on: date) }
    }

    /// The agencies that `id` took over from by a day, directly or through others, in the order of the site file.
    public func predecessors(of id: String, on date: CalendarDate) -> [String] {
        closure(of: id) { id in
            successions.lazy.filter { $0.date <= date && $0.to.contains(id) }.flatMap(\.from)
        }
    }

    /// Who answers on a day for a thing with this list of owners.
    public func currentOwner(of owners: [Ownership], on date: CalendarDate) -> CurrentOwner {
        guard let id = owners.owner(on: date) ?? owners.lastOwner(before: date) else { return .none }
        if exists(id, on: date), owners.owner(on: date) != nil { return .agency(id) }
        return .gone(id, successors: successors(of: id, on: date))
    }

    private func closure(of id: String, next: (String) -> [String]) -> [String] {
        var reached: Set<String> = [id]
        var waiting = [id]
        while let current = waiting.popLast() {
            for other in next(current) where reached.insert(other).inserted { waiting.append(other) }
        }
        reached.remove(id)
        return agencies.lazy.map(\.id).filter(reached.contains)
    }
}
