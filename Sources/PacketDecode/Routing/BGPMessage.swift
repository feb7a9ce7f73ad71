public import NetworkTypes

/// A BGP message: of an OPEN, who speaks and for which families. RFC 4271 §4.1, §4.2; capabilities: RFC 5492, RFC 4760 §8.
public struct BGPMessage: Sendable {
    /// RFC 4271 §4.1, open.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let open = Kind(rawValue: 1)
        public static let update = Kind(rawValue: 2)
        public static let notification = Kind(rawValue: 3)
        public static let keepalive = Kind(rawValue: 4)
        public static let routeRefresh = Kind(rawValue: 5)
    }

    /// What a speaker exchanges. RFC 4760 §8.
    public struct RoutedProtocol: Hashable, Sendable {
        /// 1 IPv4, 2 IPv6, 25 layer 2. IANA address family numbers.
        public let family: UInt16
        /// 1 unicast, 2 multicast, 128 VPN. IANA SAFI.
        public let subsequentFamily: UInt8
    }

    public let kind: Kind
    /// In bytes, with the header; the next message begins behind it.
    public let length: Int
    /// Of an OPEN; four octets where the capability says so. RFC 6793 §3.
    public private(set) var autonomousSystem: UInt32?
    /// Of an OPEN; a number that is written as an IPv4 address.
    public private(set) var router: IPv4Address?
    /// Of an OPEN, at most 32.
    public private(set) var protocols: [RoutedProtocol] = []
    /// The message goes on in the next segment, or a parameter of an OPEN does not fit.
    public private(set) var isIncomplete: Bool

    private enum Limit {
        static let header = 19
        static let openHeader = 29
        /// With RFC 8654.
        static let length = 65_535
        static let parameters = 128
        static let capabilities = 128
        static let protocols = 32
    }

    /// Of an OPEN: a speaker that names no protocols exchanges IPv4 only. RFC 4760 §8.
    public var families: Set<AddressFamily> {
        guard kind == .open else { return [] }
        guard !protocols.isEmpty else { return [.ipv4] }
        return Set(protocols.compactMap { $0.family == 1 ? .ipv4 : $0.family == 2 ? .ipv6 : nil })
    }

    /// The message that begins where `range` begins. Nil where marker, length or type are not those of BGP.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard end - start >= Limit.header, bytes.field(at: start, as: UInt64.self) == .max,
            bytes.field(at: start + 8, as: UInt64.self) == .max
        else { return nil }
        length = Int(bytes.field(at: start + 16, as: UInt16.self))
        kind = Kind(rawValue: bytes.field(at: start + 18))
        guard length >= Limit.header, (1...5).contains(kind.rawValue) else { return nil }
        isIncomplete = start + length > end
        guard kind == .open else { return }
        let messageEnd = min(end, start + length)
        guard messageEnd - start >= Limit.openHeader else {
            isIncomplete = true
            return
        }
        autonomousSystem = UInt32(bytes.field(at: start + 20, as: UInt16.self))
        router = bytes.ipv4(at: start + 24)
        readParameters(bytes, at: start + 28, end: messageEnd)
    }

    /// From the length of the parameters on; the extended form: RFC 9072 §2.
    private mutating func readParameters(_ bytes: borrowing RawSpan, at start: Int, end: Int) {
        let isExtended = bytes.field(at: start, as: UInt16.self) == 0xffff
        var offset = start + (isExtended ? 4 : 1)
        let total =
            isExtended
            ? Int(bytes.field(at: start + 2, as: UInt16.self)) : Int(bytes.field(at: start, as: UInt8.self))
        if offset + total > end { isIncomplete = true }
        let end = min(end, offset + total)
        for _ in 0..<Limit.parameters where offset < end {
            let head = isExtended ? 3 : 2
            let length =
                isExtended
                ? Int(bytes.field(at: offset + 1, as: UInt16.self)) : Int(bytes.field(at: offset + 1, as: UInt8.self))
            let valueEnd = offset + head + length
            guard valueEnd <= end else { break }
            if bytes.field(at: offset, as: UInt8.self) == 2 {
                readCapabilities(bytes, at: offset + head, end: valueEnd)
            }
            offset = valueEnd
        }
        if offset < end { isIncomplete = true }
    }

    private mutating func readCapabilities(_ bytes: borrowing RawSpan, at start: Int, end: Int) {
        var offset = start
        for _ in 0..<Limit.capabilities where offset < end {
            let value = offset + 2
            let valueEnd = value + Int(bytes.field(at: offset + 1, as: UInt8.self))
            guard valueEnd <= end else { break }
            switch bytes.field(at: offset, as: UInt8.self) {
            case 1 where valueEnd - value >= 4 && protocols.count < Limit.protocols:
                let entry = RoutedProtocol(
                    family: bytes.field(at: value), subsequentFamily: bytes.field(at: value + 3))
                if !protocols.contains(entry) { protocols.append(entry) }
            case 65 where valueEnd - value >= 4: autonomousSystem = bytes.field(at: value)
            default: break
            }
            offset = valueEnd
        }
        if offset < end { isIncomplete = true }
    }
}
