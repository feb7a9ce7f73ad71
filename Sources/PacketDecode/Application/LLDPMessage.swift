public import NetworkTypes

/// What a device says of itself and its port to its neighbour. IEEE 802.1AB-2016 §8.4, §8.5; device class: TIA-1057 §10.2.2.
///
/// Of the parts that must stand once, the first counts.
public struct LLDPMessage: Sendable {
    /// What a Chassis ID or a Port ID holds.
    public enum Identifier: Hashable, Sendable {
        case mac(MACAddress)
        case address(IPAddress)
        /// Interface name, alias, component or local identifier, as sent.
        case name(String)
        /// Of a kind or a length that is not known.
        case other
    }

    public struct Capabilities: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        public static let repeater = Capabilities(rawValue: 1 << 1)
        public static let bridge = Capabilities(rawValue: 1 << 2)
        public static let accessPoint = Capabilities(rawValue: 1 << 3)
        public static let router = Capabilities(rawValue: 1 << 4)
        public static let telephone = Capabilities(rawValue: 1 << 5)
        public static let cableDevice = Capabilities(rawValue: 1 << 6)
        public static let station = Capabilities(rawValue: 1 << 7)
    }

    /// IEEE 802.1AB-2016 table 8-2.
    public let chassisSubtype: UInt8
    public let chassis: Identifier
    /// IEEE 802.1AB-2016 table 8-3; zero where there is no Port ID.
    public private(set) var portSubtype: UInt8 = 0
    public private(set) var port: Identifier?
    /// In seconds; zero: the device takes its information back.
    public private(set) var timeToLive: UInt16?
    public private(set) var portDescription: String?
    public private(set) var systemName: String?
    public private(set) var systemDescription: String?
    /// What the device can do, switched on or not.
    public private(set) var capabilities: Capabilities?
    /// What of it is switched on.
    public private(set) var enabledCapabilities: Capabilities?
    /// IPv4 and IPv6, at most 16.
    public private(set) var managementAddresses: [IPAddress] = []
    /// The VLAN of untagged frames; nil where the port has none. IEEE 802.1Q-2018 §D.2.1.
    public private(set) var portVLAN: UInt16?
    /// 1 to 3 endpoint (3: telephone), 4 network device. TIA-1057 §10.2.2.3.
    public private(set) var deviceClass: UInt8?
    /// The end mark is missing, or a TLV does not fit.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let items = 128
        static let addresses = 16
        static let textOctets = 255
    }

    /// Nil where it does not begin with a Chassis ID.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        var offset = range.lower
        guard let first = Self.item(bytes, at: offset, end: end), first.type == 1, first.value.count >= 2 else {
            return nil
        }
        chassisSubtype = bytes.field(at: first.value.lower)
        // The MAC address and the network address have other numbers in a Port ID.
        chassis = Self.identifier(bytes, first.value, isMAC: chassisSubtype == 4, isAddress: chassisSubtype == 5)
        offset = first.value.upper
        isIncomplete = true
        for _ in 0..<Limit.items {
            guard let item = Self.item(bytes, at: offset, end: end) else { return }
            if item.type == 0 {
                isIncomplete = false
                return
            }
            read(bytes, item.type, item.value)
            offset = item.value.upper
        }
    }

    /// Seven bits of type, nine of length.
    private static func item(
        _ bytes: borrowing RawSpan, at offset: Int, end: Int
    ) -> (type: UInt16, value: ByteRange)? {
        guard offset + 2 <= end else { return nil }
        let head: UInt16 = bytes.field(at: offset)
        let valueEnd = offset + 2 + Int(head & 0x1ff)
        return valueEnd <= end ? (head >> 9, ByteRange(offset + 2, valueEnd)) : nil
    }

    private static func identifier(
        _ bytes: borrowing RawSpan, _ value: ByteRange, isMAC: Bool, isAddress: Bool
    ) -> Identifier {
        let at = value.lower + 1
        if isMAC { return value.count == 7 ? .mac(bytes.mac(at: at)) : .other }
        if isAddress { return address(bytes, ByteRange(at, value.upper)).map { .address($0) } ?? .other }
        return SentText.text(bytes, ByteRange(at, value.upper), limit: Limit.textOctets).map { .name($0) } ?? .other
    }

    /// Behind the number of its family: 1 IPv4, 2 IPv6. IANA address family numbers.
    private static func address(_ bytes: borrowing RawSpan, _ range: ByteRange) -> IPAddress? {
        switch (bytes.field(at: range.lower, as: UInt8.self), range.count) {
        case (1, 5): IPAddress(bytes.ipv4(at: range.lower + 1))
        case (2, 17): IPAddress(bytes.ipv6(at: range.lower + 1))
        default: nil
        }
    }

    private mutating func read(_ bytes: borrowing RawSpan, _ type: UInt16, _ value: ByteRange) {
        let at = value.lower
        switch type {
        case 2 where value.count >= 2 && port == nil:
            portSubtype = bytes.field(at: at)
            port = Self.identifier(bytes, value, isMAC: portSubtype == 3, isAddress: portSubtype == 4)
        case 3 where value.count >= 2 && timeToLive == nil: timeToLive = bytes.field(at: at)
        case 4: portDescription = SentText.text(bytes, value, limit: Limit.textOctets)
        case 5: systemName = SentText.text(bytes, value, limit: Limit.textOctets)
        case 6: systemDescription = SentText.text(bytes, value, limit: Limit.textOctets)
        case 7 where value.count >= 4:
            capabilities = Capabilities(rawValue: bytes.field(at: at))
            enabledCapabilities = Capabilities(rawValue: bytes.field(at: at + 2))
        case 8 where managementAddresses.count < Limit.addresses:
            let length = Int(bytes.field(at: at, as: UInt8.self))
            guard at + 1 + length <= value.upper else { return }
            if let address = Self.address(bytes, ByteRange(at + 1, at + 1 + length)) {
                managementAddresses.append(address)
            }
        case 127 where value.count >= 4: readOrganisation(bytes, value)
        default: break
        }
    }

    private mutating func readOrganisation(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        // Three octets of organisation, then its own type.
        switch bytes.field(at: value.lower, as: UInt32.self) {
        case 0x0080_c201 where value.count >= 6:
            let identifier: UInt16 = bytes.field(at: value.lower + 4)
            portVLAN = (1...4094).contains(identifier) ? identifier : nil
        case 0x0012_bb01 where value.count >= 7: deviceClass = bytes.field(at: value.lower + 6)
        default: break
        }
    }
}
