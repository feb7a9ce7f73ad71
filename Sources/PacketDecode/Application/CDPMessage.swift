public import NetworkTypes

/// What a Cisco device says of itself and its port to its neighbour (SNAP 00000c, type 2000).
///
/// The protocol has no published standard; the layout is that of the vendor's own description of the TLVs.
public struct CDPMessage: Sendable {
    public struct Capabilities: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let router = Capabilities(rawValue: 1 << 0)
        public static let transparentBridge = Capabilities(rawValue: 1 << 1)
        public static let sourceRouteBridge = Capabilities(rawValue: 1 << 2)
        public static let `switch` = Capabilities(rawValue: 1 << 3)
        public static let host = Capabilities(rawValue: 1 << 4)
        public static let repeater = Capabilities(rawValue: 1 << 6)
        public static let telephone = Capabilities(rawValue: 1 << 7)
    }

    /// 1 or 2.
    public let version: UInt8
    /// In seconds.
    public let timeToLive: UInt8
    /// A host name, a serial number or an address, as the device likes.
    public private(set) var deviceIdentifier: String?
    public private(set) var portIdentifier: String?
    public private(set) var platform: String?
    /// The first line of the software's version text.
    public private(set) var software: String?
    public private(set) var systemName: String?
    public private(set) var capabilities: Capabilities?
    /// Of the port that sends, IPv4 and IPv6, at most 16.
    public private(set) var addresses: [IPAddress] = []
    /// Where the device is managed, IPv4 and IPv6, at most 16.
    public private(set) var managementAddresses: [IPAddress] = []
    public private(set) var nativeVLAN: UInt16?
    /// A TLV does not fit, or a limit was met.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let items = 128
        static let addresses = 16
        static let textOctets = 255
        static let header = 4
        static let itemHeader = 4
    }

    /// Nil where the version is another, or not even one TLV is there.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        var offset = range.lower
        version = bytes.field(at: offset)
        timeToLive = bytes.field(at: offset + 1)
        guard end - offset >= Limit.header + Limit.itemHeader, version == 1 || version == 2 else { return nil }
        offset += Limit.header
        var count = 0
        while offset < end {
            let length = Int(bytes.field(at: offset + 2, as: UInt16.self))
            guard count < Limit.items, length >= Limit.itemHeader, offset + length <= end else {
                isIncomplete = true
                return
            }
            count += 1
            let value = ByteRange(offset + Limit.itemHeader, offset + length)
            read(bytes, bytes.field(at: offset), value)
            offset += length
        }
    }

    private mutating func read(_ bytes: borrowing RawSpan, _ type: UInt16, _ value: ByteRange) {
        switch type {
        case 0x0001: deviceIdentifier = SentText.text(bytes, value, limit: Limit.textOctets)
        case 0x0002: addresses = readAddresses(bytes, value)
        case 0x0003: portIdentifier = SentText.text(bytes, value, limit: Limit.textOctets)
        case 0x0004 where value.count >= 4: capabilities = Capabilities(rawValue: bytes.field(at: value.lower))
        case 0x0005:
            var lines = TextLineCursor(value, limit: 1)
            if let line = lines.next(bytes) { software = SentText.text(bytes, line, limit: Limit.textOctets) }
        case 0x0006: platform = SentText.text(bytes, value, limit: Limit.textOctets)
        case 0x000a where value.count >= 2: nativeVLAN = bytes.field(at: value.lower)
        case 0x0014: systemName = SentText.text(bytes, value, limit: Limit.textOctets)
        case 0x0016: managementAddresses = readAddresses(bytes, value)
        default: break
        }
    }

    /// A count, then of each address: protocol type and length, protocol, length, address.
    private mutating func readAddresses(_ bytes: borrowing RawSpan, _ value: ByteRange) -> [IPAddress] {
        var addresses: [IPAddress] = []
        let count = bytes.field(at: value.lower, as: UInt32.self)
        var offset = value.lower + 4
        for _ in 0..<min(Int(count), Limit.addresses) {
            let protocolLength = Int(bytes.field(at: offset + 1, as: UInt8.self))
            let lengthAt = offset + 2 + protocolLength
            let length = Int(bytes.field(at: lengthAt, as: UInt16.self))
            guard lengthAt + 2 + length <= value.upper else {
                isIncomplete = true
                break
            }
            let at = lengthAt + 2
            if Self.isIPv4(bytes, at: offset), length == 4 { addresses.append(IPAddress(bytes.ipv4(at: at))) }
            if Self.isIPv6(bytes, at: offset), length == 16 { addresses.append(IPAddress(bytes.ipv6(at: at))) }
            offset = at + length
        }
        return addresses
    }

    /// NLPID 0xcc, or SNAP with the Ethernet type 0800.
    private static func isIPv4(_ bytes: borrowing RawSpan, at offset: Int) -> Bool {
        bytes.field(at: offset, as: UInt16.self) == 0x0101 && bytes.field(at: offset + 2, as: UInt8.self) == 0xcc
            || isSNAP(bytes, at: offset, type: .ipv4)
    }

    /// NLPID 0x8e, or SNAP with the Ethernet type 86dd.
    private static func isIPv6(_ bytes: borrowing RawSpan, at offset: Int) -> Bool {
        bytes.field(at: offset, as: UInt16.self) == 0x0101 && bytes.field(at: offset + 2, as: UInt8.self) == 0x8e
            || isSNAP(bytes, at: offset, type: .ipv6)
    }

    private static func isSNAP(_ bytes: borrowing RawSpan, at offset: Int, type: EtherType) -> Bool {
        bytes.field(at: offset, as: UInt64.self) == 0x0208_aaaa_0300_0000
            && bytes.field(at: offset + 8, as: UInt16.self) == type.rawValue
    }
}
