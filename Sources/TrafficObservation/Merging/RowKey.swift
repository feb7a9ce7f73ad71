import NetworkTypes

/// What makes a row one of its kind in its table; also its place in canonical order.
struct RowKey: Hashable, Comparable {
    /// Link, or for names the chain of captures.
    let place: UInt32
    var address: IPAddress?
    var other: IPAddress?
    var mac = MACAddress.zero
    /// Ports, groups and the like, packed.
    var number: UInt64 = 0
    var text = ""

    init(_ place: UInt32) { self.place = place }
    init(_ place: Int) { self.place = UInt32(truncatingIfNeeded: place) }

    func with(_ change: (inout RowKey) -> Void) -> RowKey {
        var copy = self
        change(&copy)
        return copy
    }

    static func < (a: RowKey, b: RowKey) -> Bool {
        if a.place != b.place { return a.place < b.place }
        if a.address != b.address { return precedes(a.address, b.address) }
        if a.other != b.other { return precedes(a.other, b.other) }
        if a.mac != b.mac { return a.mac < b.mac }
        if a.number != b.number { return a.number < b.number }
        return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }

    /// Nil comes first.
    private static func precedes(_ a: IPAddress?, _ b: IPAddress?) -> Bool {
        guard let b else { return false }
        return a.map { $0 < b } ?? true
    }
}

/// New numbers of captures and links, by their old ones.
struct Renumbering {
    var captures: [UInt32]
    /// Of the first captures of chains; a chain may go on in another one.
    var chains: [UInt32]
    var links: [UInt32]

    func capture(_ number: UInt32) -> UInt32 { Self.value(captures, number) }
    func chain(_ number: UInt32) -> UInt32 { Self.value(chains, number) }
    func link(_ number: UInt32) -> UInt32 { Self.value(links, number) }
    func link(_ number: Int) -> Int { Int(link(UInt32(truncatingIfNeeded: number))) }

    private static func value(_ table: [UInt32], _ number: UInt32) -> UInt32 {
        Int(number) < table.count ? table[Int(number)] : number
    }
}

/// A row of an observation set that can be joined with the row of the same key from a later part of its captures.
protocol MergeableRow: Sendable {
    static var limit: ObservationLimit { get }
    /// The link, or for names the chain.
    var place: UInt32 { get }
    var key: RowKey { get }
    mutating func renumber(_ numbers: Renumbering)
    /// `later` comes from frames behind those of this row.
    mutating func merge(_ later: Self)
    /// Forgets what only an observer at work needs.
    mutating func settle()
}

extension MergeableRow {
    mutating func settle() {}
}

extension Proof {
    mutating func merge(_ other: Proof) {
        if other.seen != nil { keepEarlier(other) }
    }

    mutating func renumber(_ numbers: Renumbering) {
        if seen != nil { self = Proof(capture: numbers.capture(capture), frame: frame, time: time) }
    }
}

extension Proof? {
    mutating func renumber(_ numbers: Renumbering) { self?.renumber(numbers) }
    mutating func merge(_ other: Proof?) {
        if let other { keepEarlier(other) }
    }
}

extension Sighting? {
    mutating func renumber(_ numbers: Renumbering) { self?.renumber(numbers) }
    mutating func merge(_ other: Sighting?) {
        guard let other else { return }
        if self == nil { self = other } else { self?.merge(other) }
    }
}

extension Dictionary where Value == Sighting {
    mutating func renumber(_ numbers: Renumbering) { self = mapValues { $0.renumbered(numbers) } }
    mutating func merge(_ other: Self) {
        merge(other) { first, second in
            var both = first
            both.merge(second)
            return both
        }
    }
}
