public import NetworkTypes

/// An Accounting-Request of RADIUS: the addresses of one session. RFC 2866 §4.1; attributes: RFC 2865 §5.
///
/// The user's name, and everything else that is not listed here, is stepped over.
public struct RADIUSAccounting: Sendable, Hashable {
    /// Acct-Session-Id in lower case; octets that are no plain text make the whole of it hexadecimal. RFC 2866 §5.5.
    public private(set) var session: String?
    /// Acct-Status-Type: 1 start, 2 stop, 3 interim; 7 and 8 speak of the whole server. RFC 2866 §5.1.
    public private(set) var status: UInt32?
    /// Calling-Station-Id where that is a MAC, in any of its usual forms; nil for telephone numbers and the like.
    /// RFC 3580 §3.21.
    public private(set) var station: MACAddress?
    /// Framed-IP-Address, Framed-IPv6-Address, and prefixes of 64 bits with the interface identifier of the message;
    /// 16 at most. RFC 2865 §5.8, RFC 6911 §3.1, RFC 3162 §2.2 and §2.3.
    public private(set) var addresses: [IPAddress] = []
    /// The message was cut or is malformed, or a limit was met: attributes may be missing.
    public private(set) var isIncomplete = false

    private var serverIPv4: IPv4Address?
    private var serverIPv6: IPv6Address?
    private var serverName: String?
    private var prefixes: [UInt64] = []
    private var interface: UInt64?

    private enum Field {
        static let length = 2
        static let attributes = 20
    }

    private enum Limit {
        /// RFC 2865 §3.
        static let message = 20...4096
        static let addresses = 16
    }

    /// Nil where the header is cut or is not that of an Accounting-Request.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        let length = Int(bytes.field(at: start + Field.length, as: UInt16.self))
        guard end - start >= Field.attributes, bytes.field(at: start, as: UInt8.self) == 4,
            Limit.message.contains(length)
        else { return nil }
        let messageEnd = min(end, start + length)
        isIncomplete = start + length > end
        var offset = start + Field.attributes
        while offset < messageEnd {
            let count = Int(bytes.field(at: offset + 1, as: UInt8.self))
            guard count >= 2, offset + count <= messageEnd else {
                isIncomplete = true
                break
            }
            read(bytes, bytes.field(at: offset), ByteRange(offset + 2, offset + count))
            offset += count
        }
        if let interface {
            for prefix in prefixes { add(IPAddress(IPv6Address(high: prefix, low: interface))) }
        }
    }

    /// Which server opened the session, by address or, where it gives none, by name; identifiers of sessions are its
    /// own. RFC 2865 §5.4 and §5.32, RFC 3162 §2.1.
    public var accessServer: String? {
        if let serverIPv4 { return "\(serverIPv4)" }
        if let serverIPv6 { return "\(serverIPv6)" }
        return serverName
    }

    private mutating func read(_ bytes: borrowing RawSpan, _ type: UInt8, _ value: ByteRange) {
        let at = value.lower
        switch (type, value.count) {
        case (4, 4):
            let address = bytes.ipv4(at: at)
            if address.isHostUnicast { serverIPv4 = address }
        case (8, 4): add(IPAddress(bytes.ipv4(at: at)))
        case (31, _): station = Self.station(bytes, value)
        case (32, _): serverName = Self.text(bytes, value)
        case (40, 4): status = bytes.field(at: at)
        case (44, _): session = Self.text(bytes, value)
        case (95, 16):
            let address = bytes.ipv6(at: at)
            if address.isHostUnicast { serverIPv6 = address }
        case (96, 8): interface = bytes.field(at: at)
        case (97, 2...18):
            guard bytes.field(at: at + 1, as: UInt8.self) == 64, prefixes.count < Limit.addresses else { break }
            // Zeros at the end of a prefix may be left out.
            let octets = bytes.octets(at: at + 2, count: min(value.count - 2, 8))
            prefixes.append(octets.reduce(0) { $0 << 8 | UInt64($1) } << UInt64((8 - octets.count) * 8))
        case (168, 16): add(IPAddress(bytes.ipv6(at: at)))
        case (4, _), (8, _), (40, _), (95, _), (96, _), (97, _), (168, _): isIncomplete = true
        default: break
        }
    }

    /// `255.255.255.254` and the like ask the server to choose. RFC 2865 §5.8.
    private mutating func add(_ address: IPAddress) {
        guard address.isHostUnicast, !addresses.contains(address) else { return }
        if addresses.count < Limit.addresses { addresses.append(address) } else { isIncomplete = true }
    }

    private static func text(_ bytes: borrowing RawSpan, _ value: ByteRange) -> String? {
        let octets = bytes.octets(at: value.lower, count: value.count)
        guard octets.allSatisfy({ (0x21...0x7e).contains($0) && $0 != 0x7c }) else {
            return octets.reduce(into: "") { $0.append(hexadecimal: $1) }
        }
        return String(sent: octets)?.lowercased()
    }

    /// Twelve digits without anything between them may be a telephone number, so a letter must be among them.
    private static func station(_ bytes: borrowing RawSpan, _ value: ByteRange) -> MACAddress? {
        guard (12...17).contains(value.count) else { return nil }
        var digits: UInt64 = 0
        var count = 0
        var isCertain = false
        for offset in value.lower..<value.upper {
            let octet: UInt8 = bytes.field(at: offset)
            switch octet {
            case 0x30...0x39: digits = digits << 4 | UInt64(octet - 0x30)
            case 0x41...0x46, 0x61...0x66:
                digits = digits << 4 | UInt64((octet | 0x20) - 0x57)
                isCertain = true
            case 0x2d, 0x2e, 0x3a:  // - . :
                isCertain = true
                continue
            default: return nil
            }
            count += 1
        }
        let mac = MACAddress(value: digits)
        return count == 12 && isCertain && mac.isUnicast ? mac : nil
    }
}
