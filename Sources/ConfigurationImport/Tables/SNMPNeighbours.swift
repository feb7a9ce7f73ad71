import NetworkTypes

/// The rows of ipNetToPhysicalTable and ipNetToMediaTable as `snmpwalk` prints them, numeric or named. RFC 4293 §5;
/// RFC 4001 for the index: type 1 IPv4, 2 IPv6, 4 IPv6 with a zone of four octets, each with its length before it.
struct SNMPNeighbours {
    private struct Key: Hashable {
        var interface: UInt32
        var address: IPAddress
    }

    private var entries: [Key: (mac: MACAddress, line: UInt32)] = [:]
    /// Type local(5) of ipNetToPhysicalTable: the device's own. RFC 4293 §5.
    private var own: Set<Key> = []
    /// Type or state invalid.
    private var void: Set<Key> = []
    /// ifName before ifDescr.
    private var names: [UInt32: String] = [:]
    private var descriptions: [UInt32: String] = [:]

    var isEmpty: Bool { entries.isEmpty }

    /// - Returns: Whether the line is a variable of these tables.
    mutating func take(_ line: ImportLine) -> Bool {
        let text = line.text
        guard let mark = text.firstRange(of: " = ") else { return false }
        guard let (column, rest) = Self.column(text[..<mark.lowerBound]) else { return false }
        let value = text[mark.upperBound...]
        switch column {
        case .name, .description:
            guard let index = UInt32(rest.drop { $0 == "." }), let string = Self.string(value) else { return true }
            if column == .name { names[index] = string } else { descriptions[index] = string }
        case .physical, .media:
            guard let key = Self.key(rest, isMedia: column == .media), let mac = Self.mac(value) else { return true }
            entries[key] = (mac, line.number)
        case .physicalType, .mediaType:
            guard let key = Self.key(rest, isMedia: column == .mediaType) else { return true }
            if value.contains("local(5)") || column == .physicalType && Self.integer(value) == 5 { own.insert(key) }
            if value.contains("invalid(2)") || Self.integer(value) == 2 { void.insert(key) }
        case .state:
            guard let key = Self.key(rest, isMedia: false) else { return true }
            if let state = Self.integer(value), state == 5 || state == 7 { void.insert(key) }
            if value.contains("invalid(5)") || value.contains("incomplete(7)") { void.insert(key) }
        }
        return true
    }

    func finish() -> [NeighbourEntry] {
        entries.compactMap { key, value in
            if void.contains(key) { return nil }
            let name = names[key.interface] ?? descriptions[key.interface] ?? String(key.interface)
            return NeighbourEntry(
                address: key.address, mac: value.mac, interface: name, isOwn: own.contains(key), line: value.line)
        }.sorted { $0.line < $1.line }
    }

    // MARK: Object identifiers

    private enum Column { case physical, physicalType, state, media, mediaType, name, description }

    /// Numeric behind `1.3.6.1.2.1`, or by name.
    private static let numeric: [(String, Column)] = [
        ("4.35.1.4.", .physical), ("4.35.1.6.", .physicalType), ("4.35.1.7.", .state), ("4.22.1.2.", .media),
        ("4.22.1.4.", .mediaType), ("31.1.1.1.1.", .name), ("2.2.1.2.", .description),
    ]
    private static let named: [(String, Column)] = [
        ("ipNetToPhysicalPhysAddress", .physical), ("ipNetToPhysicalType", .physicalType),
        ("ipNetToPhysicalState", .state), ("ipNetToMediaPhysAddress", .media), ("ipNetToMediaType", .mediaType),
        ("ifName", .name), ("ifDescr", .description),
    ]

    /// The column and the index behind it.
    private static func column(_ identifier: Substring) -> (Column, Substring)? {
        for root in [".1.3.6.1.2.1.", "1.3.6.1.2.1.", "iso.3.6.1.2.1.", "SNMPv2-SMI::mib-2.", "mib-2."] {
            guard identifier.hasPrefix(root) else { continue }
            let rest = identifier.dropFirst(root.count)
            for (prefix, column) in numeric where rest.hasPrefix(prefix) {
                return (column, rest.dropFirst(prefix.count))
            }
            return nil
        }
        let name = identifier.firstRange(of: "::").map { identifier[$0.upperBound...] } ?? identifier
        for (prefix, column) in named where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            if rest.hasPrefix(".") || rest.hasPrefix("[") { return (column, rest) }
        }
        return nil
    }

    /// `7.1.4.10.0.0.5`, `.7.ipv4."10.0.0.5"`, `[7][ipv4]["10.0.0.5"]`; of ipNetToMediaTable `7.10.0.0.5`.
    private static func key(_ index: Substring, isMedia: Bool) -> Key? {
        if index.contains("\"") { return textKey(index) }
        let numbers = index.split { $0 == "." || $0 == "[" || $0 == "]" }.map { UInt32($0) }
        guard numbers.count <= 32, let interface = numbers.first ?? nil else { return nil }
        if isMedia {
            let octets = numbers.dropFirst().compactMap { $0.flatMap { UInt8(exactly: $0) } }
            guard numbers.count == 5, octets.count == 4 else { return nil }
            return Key(interface: interface, address: ipv4(octets))
        }
        guard numbers.count > 3, let type = numbers[1], let length = numbers[2] else { return nil }
        let octets = numbers.dropFirst(3).compactMap { $0.flatMap { UInt8(exactly: $0) } }
        guard octets.count == numbers.count - 3, octets.count == length else { return nil }
        return address(type: type, octets).map { Key(interface: interface, address: $0) }
    }

    private static func textKey(_ index: Substring) -> Key? {
        let parts = index.split(separator: "\"", omittingEmptySubsequences: false)
        let head = parts[0].split { $0 == "." || $0 == "[" || $0 == "]" }
        guard parts.count >= 2, let interface = head.first.flatMap({ UInt32($0) }) else { return nil }
        let text = parts[1].prefix { $0 != "%" }
        if let address = IPAddress(text) { return Key(interface: interface, address: address) }
        // net-snmp writes the sixteen octets one by one.
        let octets = text.split(separator: ":").compactMap { UInt8($0, radix: 16) }
        return address(type: 2, octets).map { Key(interface: interface, address: $0) }
    }

    private static func address(type: UInt32, _ octets: [UInt8]) -> IPAddress? {
        switch (type, octets.count) {
        case (1, 4), (3, 8): return ipv4(octets)
        case (2, 16), (4, 20):
            var words: (UInt64, UInt64) = (0, 0)
            for place in 0..<8 {
                words.0 = words.0 << 8 | UInt64(octets[place])
                words.1 = words.1 << 8 | UInt64(octets[place + 8])
            }
            return IPAddress(IPv6Address(high: words.0, low: words.1))
        default: return nil
        }
    }

    private static func ipv4(_ octets: [UInt8]) -> IPAddress {
        IPAddress(IPv4Address(value: octets.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }))
    }

    // MARK: Values

    /// `STRING: 0:11:22:33:44:55`, `Hex-STRING: 00 11 22 33 44 55`, with `-Oq` without the type.
    private static func mac(_ value: Substring) -> MACAddress? {
        var content = value
        if let mark = value.firstRange(of: "STRING: ") { content = value[mark.upperBound...] }
        let octets = content.split { $0 == " " || $0 == "\"" }
        return octets.count == 6
            ? DeviceNotation.mac(octets.joined(separator: ":")) : octets.first.flatMap(DeviceNotation.mac)
    }

    private static func string(_ value: Substring) -> String? {
        let content = value.hasPrefix("STRING: ") ? value.dropFirst("STRING: ".count) : value
        let text = content.trimmingQuotes
        return text.isEmpty ? nil : text
    }

    private static func integer(_ value: Substring) -> Int? {
        let content = value.hasPrefix("INTEGER: ") ? value.dropFirst("INTEGER: ".count) : value
        return Int(content.trimmingQuotes)
    }
}
