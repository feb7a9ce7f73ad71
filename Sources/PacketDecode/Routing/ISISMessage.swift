public import NetworkTypes

/// An IS-IS hello or link state PDU: a router, its protocols and its addresses. ISO/IEC 10589 §9; RFC 1195 §5, RFC 5308 §3.
public struct ISISMessage: Sendable {
    public enum Kind: Sendable { case hello, linkState }

    public let kind: Kind
    /// 1 or 2; nil for a point-to-point hello, which may serve both.
    public let level: UInt8?
    /// Six octets in the low 48 bits, often a MAC address.
    public let system: UInt64
    /// NLPIDs of TLV 129: 0xcc IPv4, 0x8e IPv6. RFC 1195 §5.3.1, RFC 5308 §4.
    public private(set) var protocols: [UInt8] = []
    /// Of the interfaces, TLV 132 and 232, at most 32.
    public private(set) var addresses: [IPAddress] = []
    /// TLV 137. RFC 5301 §3.
    public private(set) var hostName: String?
    /// A TLV does not fit.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let items = 512
        static let protocols = 16
        static let addresses = 32
        static let nameOctets = 255
        static let header = 8
    }

    public var families: Set<AddressFamily> {
        Set(protocols.compactMap { $0 == 0xcc ? .ipv4 : $0 == 0x8e ? .ipv6 : nil })
    }

    /// From the protocol discriminator 0x83 on. Nil where the head is cut, or the PDU is of another type.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        let headerLength = Int(bytes.field(at: start + 1, as: UInt8.self))
        let systemLength: UInt8 = bytes.field(at: start + 3)
        guard end - start >= Limit.header, bytes.field(at: start, as: UInt8.self) == 0x83,
            systemLength == 0 || systemLength == 6
        else { return nil }
        let expected: Int
        let systemAt: Int
        let lengthAt: Int
        switch bytes.field(at: start + 4, as: UInt8.self) & 0x1f {
        case 15, 16: (kind, expected, systemAt, lengthAt) = (.hello, 27, 9, 17)
        case 17: (kind, expected, systemAt, lengthAt) = (.hello, 20, 9, 17)
        case 18, 20: (kind, expected, systemAt, lengthAt) = (.linkState, 27, 12, 8)
        default: return nil
        }
        switch bytes.field(at: start + 4, as: UInt8.self) & 0x1f {
        case 15, 18: level = 1
        case 16, 20: level = 2
        default: level = nil
        }
        guard headerLength == expected, end - start >= expected else { return nil }
        system = bytes.mac(at: start + systemAt).value
        let length = Int(bytes.field(at: start + lengthAt, as: UInt16.self))
        isIncomplete = start + length > end
        readItems(bytes, at: start + expected, end: min(end, start + max(length, expected)))
    }

    private mutating func readItems(_ bytes: borrowing RawSpan, at start: Int, end: Int) {
        var offset = start
        for _ in 0..<Limit.items where offset < end {
            let valueEnd = offset + 2 + Int(bytes.field(at: offset + 1, as: UInt8.self))
            guard valueEnd <= end else { break }
            read(bytes, bytes.field(at: offset), ByteRange(offset + 2, valueEnd))
            offset = valueEnd
        }
        if offset < end { isIncomplete = true }
    }

    private mutating func read(_ bytes: borrowing RawSpan, _ type: UInt8, _ value: ByteRange) {
        switch type {
        case 129: protocols = bytes.octets(at: value.lower, count: min(value.count, Limit.protocols))
        case 132:
            for index in 0..<value.count / 4 where addresses.count < Limit.addresses {
                addresses.append(IPAddress(bytes.ipv4(at: value.lower + index * 4)))
            }
        case 232:
            for index in 0..<value.count / 16 where addresses.count < Limit.addresses {
                addresses.append(IPAddress(bytes.ipv6(at: value.lower + index * 16)))
            }
        case 137: hostName = SentText.text(bytes, value, limit: Limit.nameOctets)
        default: break
        }
    }
}
