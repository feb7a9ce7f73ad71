import NetworkTypes
import TrafficObservation

/// Each string once, by number.
struct StringTable {
    private var numbers: [String: UInt64] = [:]
    private var strings: [String] = []

    mutating func number(of string: String) -> UInt64 {
        if let number = numbers[string] { return number }
        let number = UInt64(strings.count)
        numbers[string] = number
        strings.append(string)
        return number
    }

    /// Count, then each with its length.
    var section: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: UInt64(strings.count))
        for string in strings {
            bytes.append(varint: UInt64(string.utf8.count))
            bytes += string.utf8
        }
        return bytes
    }
}

/// Writes the rows of one section: a count, then each row with its length, so that later versions can add fields.
struct RowWriter {
    private(set) var strings: StringTable
    private(set) var count = 0
    private var rows: [UInt8] = []
    private var row: [UInt8] = []
    /// Times are differences to the one before.
    private var lastTime: Int64 = 0

    init(strings: StringTable) { self.strings = strings }

    var section: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: UInt64(count))
        return bytes + rows
    }

    mutating func endRow() {
        rows.append(varint: UInt64(row.count))
        rows += row
        row.removeAll(keepingCapacity: true)
        count += 1
    }

    mutating func number(_ value: some UnsignedInteger) { row.append(varint: UInt64(value)) }
    mutating func number(_ value: Int) { row.append(varint: UInt64(max(value, 0))) }
    mutating func string(_ value: String) { number(strings.number(of: value)) }
    mutating func mac(_ value: MACAddress) { number(value.value) }

    /// Eight flags in a byte.
    mutating func flags(_ values: Bool...) {
        row.append(values.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    }

    mutating func address(_ value: IPAddress) {
        row.append(value.family == .ipv4 ? 4 : 6)
        if value.family == .ipv4 {
            row.append(integer: UInt32(truncatingIfNeeded: value.low))
        } else {
            ipv6(value.high, value.low)
        }
    }

    mutating func ipv6(_ high: UInt64, _ low: UInt64) {
        row.append(integer: high)
        row.append(integer: low)
    }

    mutating func prefix(_ value: IPPrefix) {
        address(value.address)
        row.append(value.length)
    }

    mutating func time(_ value: CaptureTime) {
        let difference = value.nanoseconds &- lastTime
        lastTime = value.nanoseconds
        row.append(varint: UInt64(bitPattern: difference &<< 1 ^ difference &>> 63))
    }

    /// The capture plus one; zero: none.
    mutating func proof(_ value: Proof?) {
        guard let value else { return number(UInt64(0)) }
        number(UInt64(value.capture) + 1)
        number(value.frame)
        time(value.time)
    }

    mutating func sighting(_ value: Sighting) {
        number(value.count)
        proof(value.first)
        time(value.last)
    }

    mutating func sighting(_ value: Sighting?) {
        flags(value != nil)
        if let value { sighting(value) }
    }

    mutating func octets(_ value: [UInt8]) {
        number(value.count)
        row += value
    }

    mutating func list<Element>(_ values: some Collection<Element>, _ write: (inout RowWriter, Element) -> Void) {
        number(values.count)
        for value in values { write(&self, value) }
    }

    /// In order, so that equal sets give equal files.
    mutating func set<Element: Comparable>(_ values: Set<Element>, _ write: (inout RowWriter, Element) -> Void) {
        list(values.sorted(), write)
    }

    mutating func octetSets(_ values: Set<[UInt8]>) {
        list(values.sorted { $0.lexicographicallyPrecedes($1) }) { $0.octets($1) }
    }

    mutating func sightings(_ values: [MACAddress: Sighting]) {
        list(values.sorted { $0.key < $1.key }) {
            $0.mac($1.key)
            $0.sighting($1.value)
        }
    }
}

extension [UInt8] {
    /// Seven bits in a byte, the lowest first; the highest bit says that more follow.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }
}
