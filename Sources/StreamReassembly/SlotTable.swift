/// What a `SlotTable` holds: a fresh value stands in places that are free.
protocol SlotValue {
    init()
}

/// Values found by key and ordered by age. Adding, finding, removing, and taking the oldest all cost the same, however
/// many there are.
struct SlotTable<Key: Hashable, Value: SlotValue> {
    private struct Slot {
        var key: Key
        var value = Value()
        var older = none
        var newer = none
    }

    private static var none: Int { -1 }

    private var index: [Key: Int] = [:]
    private var slots: [Slot] = []
    private var free: [Int] = []
    private(set) var oldest = none
    private var newest = none

    var count: Int { index.count }

    func place(of key: Key) -> Int? { index[key] }

    /// The place of the oldest value; nil when there is none.
    var oldestPlace: Int? { oldest == Self.none ? nil : oldest }

    /// Only for places that this table gave and that were not removed since.
    subscript(place: Int) -> Value {
        _read { yield slots[place].value }
        _modify { yield &slots[place].value }
    }

    /// The new value is the newest; the key must be new.
    mutating func insert(_ key: Key, _ value: Value) -> Int {
        let place: Int
        if let reused = free.popLast() {
            place = reused
            slots[place].key = key
            slots[place].value = value
        } else {
            place = slots.count
            slots.append(Slot(key: key, value: value))
        }
        index[key] = place
        link(place)
        return place
    }

    mutating func remove(_ place: Int) {
        unlink(place)
        index[slots[place].key] = nil
        slots[place].value = Value()
        free.append(place)
    }

    /// Makes the value the newest.
    mutating func touch(_ place: Int) {
        guard place != newest else { return }
        unlink(place)
        link(place)
    }

    private mutating func link(_ place: Int) {
        slots[place].older = newest
        slots[place].newer = Self.none
        if newest != Self.none { slots[newest].newer = place }
        newest = place
        if oldest == Self.none { oldest = place }
    }

    private mutating func unlink(_ place: Int) {
        let (older, newer) = (slots[place].older, slots[place].newer)
        if older != Self.none { slots[older].newer = newer } else { oldest = newer }
        if newer != Self.none { slots[newer].older = older } else { newest = older }
    }
}
