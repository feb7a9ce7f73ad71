import NetworkTypes
import TrafficObservation

/// A field that cannot be read: it lies behind the end of its row, or its value cannot be.
struct DamagedRow: Error {}

/// Reads the rows of one section. Every read is bounded by the row, and every count by the bytes that are left.
struct RowReader {
    /// What a count of the section means, checked where rows name captures and links.
    struct Bounds {
        var captures = 0
        var links = 0
    }

    var bounds: Bounds
    private let strings: [String]
    private let bytes: [UInt8]
    private var position = 0
    /// Of the row.
    private var end = 0
    private var lastTime: Int64 = 0
    /// Elements of bounded lists that may still come in the section: they take more memory than bytes in the file.
    private var room = RowReader.largestLists

    /// Of imports and probes, all lists together.
    private static let largestLists = 8_000_000

    init(_ bytes: [UInt8], strings: [String], bounds: Bounds) {
        self.bytes = bytes
        self.strings = strings
        self.bounds = bounds
        end = bytes.count
    }

    /// The number of rows; no row is shorter than a byte.
    mutating func rowCount() throws(DamagedRow) -> Int {
        end = bytes.count
        return try count()
    }

    mutating func beginRow() throws(DamagedRow) {
        end = bytes.count
        let length = try count()
        end = position + length
    }

    /// What a newer version wrote behind the known fields is skipped.
    mutating func endRow() { position = end }
    /// Whether an older version wrote no more fields.
    var isAtEnd: Bool { position >= end }

    mutating func octet() throws(DamagedRow) -> UInt8 {
        guard position < end else { throw DamagedRow() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(DamagedRow) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let octet = try octet()
            guard shift < 63 || octet <= 1 else { throw DamagedRow() }
            value |= UInt64(octet & 0x7f) << shift
            if octet < 0x80 { return value }
        }
        throw DamagedRow()
    }

    mutating func number<Value: FixedWidthInteger>(_ type: Value.Type) throws(DamagedRow) -> Value {
        guard let value = Value(exactly: try number()) else { throw DamagedRow() }
        return value
    }

    /// A count of things of at least one byte each.
    mutating func count() throws(DamagedRow) -> Int {
        let value = try number(Int.self)
        guard value <= end - position else { throw DamagedRow() }
        return value
    }

    mutating func string() throws(DamagedRow) -> String {
        let number = try number(Int.self)
        guard number < strings.count else { throw DamagedRow() }
        return strings[number]
    }

    /// Nil for a value of a newer version.
    mutating func name<Value: RawRepresentable<String>>(_ type: Value.Type) throws(DamagedRow) -> Value? {
        Value(rawValue: try string())
    }

    mutating func mac() throws(DamagedRow) -> MACAddress {
        let value = try number()
        guard value <= 0xffff_ffff_ffff else { throw DamagedRow() }
        return MACAddress(value: value)
    }

    mutating func flags() throws(DamagedRow) -> [Bool] {
        let octet = try octet()
        return (0..<8).map { octet >> UInt8($0) & 1 != 0 }
    }

    mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(DamagedRow) -> Value {
        var value: Value = 0
        for place in 0..<MemoryLayout<Value>.size {
            value |= Value(truncatingIfNeeded: try octet()) << Value(8 * place)
        }
        return value
    }

    mutating func address() throws(DamagedRow) -> IPAddress {
        switch try octet() {
        case 4: return IPAddress(IPv4Address(value: try integer(UInt32.self)))
        case 6: return IPAddress(try ipv6())
        default: throw DamagedRow()
        }
    }

    mutating func ipv6() throws(DamagedRow) -> IPv6Address {
        let high = try integer(UInt64.self)
        return IPv6Address(high: high, low: try integer(UInt64.self))
    }

    mutating func prefix() throws(DamagedRow) -> IPPrefix {
        let address = try address()
        let length = Int(try octet())
        guard length <= (address.family == .ipv4 ? 32 : 128) else { throw DamagedRow() }
        return IPPrefix(address, length: length)
    }

    mutating func time() throws(DamagedRow) -> CaptureTime {
        let value = try number()
        lastTime = lastTime &+ (Int64(bitPattern: value >> 1) ^ -Int64(value & 1))
        return CaptureTime(nanoseconds: lastTime)
    }

    mutating func optionalProof() throws(DamagedRow) -> Proof? {
        let capture = try number()
        guard capture > 0 else { return nil }
        guard capture <= UInt64(bounds.captures) else { throw DamagedRow() }
        let frame = try number()
        guard capture > 1 || frame > 0 else { throw DamagedRow() }
        return Proof(capture: UInt32(capture - 1), frame: frame, time: try time())
    }

    mutating func proof() throws(DamagedRow) -> Proof {
        guard let proof = try optionalProof() else { throw DamagedRow() }
        return proof
    }

    mutating func sighting() throws(DamagedRow) -> Sighting {
        let count = try number()
        let first = try proof()
        return Sighting(count: count, first: first, last: try time())
    }

    mutating func optionalSighting() throws(DamagedRow) -> Sighting? {
        try flags()[0] ? try sighting() : nil
    }

    mutating func octets() throws(DamagedRow) -> [UInt8] {
        let count = try count()
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func list<Element>(
        _ read: (inout RowReader) throws(DamagedRow) -> Element
    ) throws(DamagedRow) -> [Element] {
        let count = try count()
        var values: [Element] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    mutating func boundedList<Element>(
        _ read: (inout RowReader) throws(DamagedRow) -> Element
    ) throws(DamagedRow) -> [Element] {
        let count = try count()
        guard count <= room else { throw DamagedRow() }
        room -= count
        var values: [Element] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    mutating func set<Element: Hashable>(
        _ read: (inout RowReader) throws(DamagedRow) -> Element
    ) throws(DamagedRow) -> Set<Element> { Set(try list(read)) }

    mutating func sightings() throws(DamagedRow) -> [MACAddress: Sighting] {
        var values: [MACAddress: Sighting] = [:]
        for _ in 0..<(try count()) { values[try mac()] = try sighting() }
        return values
    }

    mutating func link() throws(DamagedRow) -> Int {
        let link = try number(Int.self)
        guard link < bounds.links else { throw DamagedRow() }
        return link
    }

    mutating func capture() throws(DamagedRow) -> UInt32 {
        let capture = try number(UInt32.self)
        guard Int(capture) < bounds.captures else { throw DamagedRow() }
        return capture
    }
}
