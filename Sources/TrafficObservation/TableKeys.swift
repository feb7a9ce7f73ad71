import NetworkTypes

struct SourceKey: Hashable {
    let link: UInt32
    let mac: MACAddress
    let address: IPAddress
}

struct RouterKey: Hashable {
    let link: UInt32
    let mac: MACAddress
    let source: IPv6Address
}

struct TunnelKey: Hashable {
    let link: UInt32
    let kind: TunnelKind
    let source: IPAddress
    let destination: IPAddress
}

struct ConflictKey: Hashable {
    let link: UInt32
    let address: IPv6Address
    let first: MACAddress
    let second: MACAddress
}

struct LinkAddressKey: Hashable {
    let link: UInt32
    let address: IPAddress
}

/// Rows of one kind, found by key, never more than `limit`.
struct BoundedTable<Key: Hashable, Row> {
    private var index: [Key: Int] = [:]
    private(set) var rows: [Row] = []
    let limit: Int
    /// How often a new row found no room.
    private(set) var refused: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    /// The row's place, made by `make` when the key is new; nil when the table is full.
    mutating func place(of key: Key, make: () -> Row) -> Int? {
        if let place = index[key] { return place }
        guard rows.count < limit else {
            refused &+= 1
            return nil
        }
        let place = rows.count
        index[key] = place
        rows.append(make())
        return place
    }

    func place(of key: Key) -> Int? { index[key] }

    subscript(place: Int) -> Row {
        _read { yield rows[place] }
        _modify { yield &rows[place] }
    }
}

extension Set {
    /// Adds a member unless the set has `limit` members; false: it found no room.
    @discardableResult
    mutating func insert(_ member: Element, upTo limit: Int) -> Bool {
        guard count < limit else { return contains(member) }
        insert(member)
        return true
    }
}

extension Optional where Wrapped == Sighting {
    mutating func add(_ proof: Proof) {
        if self == nil { self = Sighting(proof) } else { self?.add(proof) }
    }
}

extension Dictionary where Value == Sighting {
    /// False: a new key found no room.
    @discardableResult
    mutating func add(_ key: Key, _ proof: Proof, upTo limit: Int) -> Bool {
        if self[key] != nil {
            self[key]?.add(proof)
        } else if count < limit {
            self[key] = Sighting(proof)
        } else {
            return false
        }
        return true
    }
}
