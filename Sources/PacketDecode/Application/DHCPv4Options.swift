import NetworkTypes

/// The options of one DHCPv4 message, the parts of a split one joined. RFC 2132 §2, RFC 3396 §5.
struct DHCPv4Options {
    private var values: [UInt8: [UInt8]] = [:]
    /// An option leaves its field, a field has no end, or a value does not fit its option.
    private(set) var isIncomplete = false

    /// Adds the options of one field.
    mutating func read(_ bytes: borrowing RawSpan, at start: Int, end: Int) {
        var offset = start
        while offset < end {
            let code = bytes.field(at: offset, as: UInt8.self)
            if code == 0xff { return }
            guard code != 0 else {  // padding
                offset += 1
                continue
            }
            let length = Int(bytes.field(at: offset + 1, as: UInt8.self))
            guard offset + 2 + length <= end else { break }
            values[code, default: []] += bytes.octets(at: offset + 2, count: length)
            offset += 2 + length
        }
        isIncomplete = true
    }

    mutating func markIncomplete() { isIncomplete = true }

    /// Nil where the option is missing or empty.
    mutating func octets(_ code: UInt8) -> [UInt8]? {
        guard let value = values[code] else { return nil }
        guard !value.isEmpty else {
            isIncomplete = true
            return nil
        }
        return value
    }

    /// An integer of fixed length; of a value that is too long, the first.
    mutating func fixed<Value: FixedWidthInteger>(_ code: UInt8, as type: Value.Type = Value.self) -> Value? {
        guard let value = octets(code) else { return nil }
        let size = MemoryLayout<Value>.size
        if value.count != size { isIncomplete = true }
        guard value.count >= size else { return nil }
        return Self.integer(value.prefix(size))
    }

    mutating func addresses(_ code: UInt8) -> [IPv4Address] {
        guard let value = octets(code) else { return [] }
        if value.count % 4 != 0 { isIncomplete = true }
        return (0..<value.count / 4).map { IPv4Address(value: Self.integer(value.dropFirst($0 * 4).prefix(4))) }
    }

    /// Big-endian.
    static func integer<Value: FixedWidthInteger>(_ octets: ArraySlice<UInt8>) -> Value {
        octets.reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    mutating func text(_ code: UInt8) -> String? { octets(code).flatMap(String.init(sent:)) }

    /// The name of a Client FQDN option, in either encoding. RFC 4702 §2 and §3.
    mutating func domainName(_ code: UInt8) -> String? {
        guard let value = octets(code) else { return nil }
        guard value.count >= 3 else {
            isIncomplete = true
            return nil
        }
        guard value.count > 3 else { return nil }  // the server is asked to choose
        if value[0] & 0x04 != 0 {  // E: labels as in DNS, not compressed
            let name = DomainName.readPartial(value.dropFirst(3))
            if name == nil { isIncomplete = true }
            return name.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard var name = String(sent: Array(value.dropFirst(3))) else { return nil }
        if name.hasSuffix(".") { name.removeLast() }
        return name.isEmpty
            ? nil : String(decoding: name.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
