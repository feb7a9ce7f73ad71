import NetworkTypes

/// Finds rows that live elsewhere by hash: open addressing with linear probing, 16 bytes or less for each row.
///
/// A slot holds 32 bits of the hash and the row's number plus one. What is compared is the row itself, so keys are not
/// stored twice.
package struct FlatIndex: Sendable {
    private var slots: [UInt64]
    private var mask: Int
    private var count = 0

    package init() {
        slots = [UInt64](repeating: 0, count: 256)
        mask = 255
    }

    /// The number of the row with this hash for which `matches` is true.
    @inline(__always)
    package func find(_ hash: UInt64, _ matches: (Int) -> Bool) -> Int? {
        let tag = hash >> 32
        var position = Int(truncatingIfNeeded: tag) & mask
        while true {
            let slot = slots[position]
            if slot == 0 { return nil }
            if slot >> 32 == tag {
                let row = Int(truncatingIfNeeded: slot & 0xffff_ffff) &- 1
                if matches(row) { return row }
            }
            position = (position &+ 1) & mask
        }
    }

    /// Adds a row that `find` did not find.
    package mutating func insert(_ hash: UInt64, _ row: Int) {
        if count &* 3 >= slots.count &* 2 { grow() }
        place((hash >> 32) << 32 | UInt64(truncatingIfNeeded: row &+ 1))
        count &+= 1
    }

    private mutating func place(_ slot: UInt64) {
        var position = Int(truncatingIfNeeded: slot >> 32) & mask
        while slots[position] != 0 { position = (position &+ 1) & mask }
        slots[position] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot != 0 { place(slot) }
    }
}

/// A hash of a few words that a sender of packets cannot aim at: the seed is drawn once for each process. It decides
/// where rows are looked for, never their order.
package enum TableHash {
    package static let seed = UInt64.random(in: .min ... .max)

    @inline(__always)
    package static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = (a ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: b ^ 0xd6e8_feb8_6659_fd93)
        return product.high ^ product.low
    }
}

extension IPAddress {
    @inline(__always)
    func hash(_ seed: UInt64) -> UInt64 { TableHash.mix(high ^ seed, low ^ UInt64(family.rawValue) << 56) }

    @inline(__always)
    func hash(_ seed: UInt64, _ link: UInt32, _ mac: MACAddress) -> UInt64 {
        TableHash.mix(hash(seed), mac.value << 16 ^ UInt64(link))
    }
}

extension MACAddress {
    @inline(__always)
    func hash(_ seed: UInt64, _ link: UInt32) -> UInt64 { TableHash.mix(seed ^ UInt64(link), value) }
}

/// Rows of one kind, found by hash, never more than `limit`.
struct FlatTable<Row> {
    private var index = FlatIndex()
    private(set) var rows: [Row] = []
    let limit: Int
    let seed = TableHash.seed
    /// How often a new row found no room.
    private(set) var refused: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    @inline(__always)
    func find(_ hash: UInt64, _ matches: (borrowing Row) -> Bool) -> Int? {
        let span = rows.span
        return index.find(hash) { matches(span[$0]) }
    }

    /// The new row's number; nil when the table is full.
    mutating func append(_ row: Row, _ hash: UInt64) -> Int? {
        guard rows.count < limit else {
            refused &+= 1
            return nil
        }
        rows.append(row)
        index.insert(hash, rows.count - 1)
        return rows.count - 1
    }

    subscript(number: Int) -> Row {
        @inline(__always) _read { yield rows[number] }
        @inline(__always) _modify { yield &rows[number] }
    }
}
