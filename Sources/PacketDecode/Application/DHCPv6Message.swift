public import NetworkTypes

/// A DHCPv6 message as a value, taken out of the relay messages around it. RFC 9915 §8 and §9.
public struct DHCPv6Message: Sendable {
    /// An IA Address option of an IA_NA or IA_TA. RFC 9915 §21.6.
    public struct Association: Hashable, Sendable {
        public let address: IPv6Address
        public let preferredSeconds: UInt32
        public let validSeconds: UInt32
    }

    /// The innermost message's; a relay type only where none was found inside.
    public private(set) var type: UInt8
    /// 24 bits; zero where no message was found inside a relay message.
    public private(set) var transactionID: UInt32 = 0
    public private(set) var clientDUID: [UInt8]?
    public private(set) var serverDUID: [UInt8]?
    /// Offered or assigned by a server; wished for or held when a client speaks.
    public private(set) var addresses: [Association] = []
    /// Of IA_PD; from a client they are wishes.
    public private(set) var delegatedPrefixes: [IPPrefix] = []
    /// An IA_NA is there. RFC 9915 §21.4.
    public private(set) var hasNonTemporaryAssociation = false
    /// An IA_PD is there. RFC 9915 §21.21.
    public private(set) var hasDelegationAssociation = false
    /// Of the message and of everything in it; 2 is NoAddrsAvail. RFC 9915 §21.13.
    public private(set) var statusCodes: [UInt16] = []
    /// RFC 3646 §3.
    public private(set) var resolvers: [IPv6Address] = []
    /// Lower case; without a domain where the client sent none. RFC 4704 §4.
    public private(set) var fullyQualifiedName: String?
    /// In hundredths of a second since the exchange began. RFC 9915 §21.9.
    public private(set) var elapsedHundredths: UInt16?
    /// A relay message stood around it.
    public private(set) var isRelayed = false
    /// Of the relay nearest to the client that named a link. RFC 9915 §9.1.
    public private(set) var relayLinkAddress: IPv6Address?
    /// Of the relay nearest to the client: the client's own address.
    public private(set) var relayPeerAddress: IPv6Address?
    /// What the relay nearest to the client saw. RFC 6939 §4.
    public private(set) var clientLinkLayer: MACAddress?
    /// The message was cut or is malformed, or a limit was met: options may be missing.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let relayDepth = 8
        /// Message, association, address, status.
        static let optionDepth = 3
        static let messageHeader = 4
        static let relayHeader = 34
        static let optionHeader = 4
        /// RFC 9915 §11.1.
        static let identifierOctets = 1...130
    }

    /// Nil when the header is cut, or the type is zero.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var start = range.lower
        var end = min(range.upper, bytes.byteCount)
        type = bytes.field(at: start)
        guard type != 0, end - start >= (Self.isRelay(type) ? Limit.relayHeader : Limit.messageHeader) else {
            return nil
        }
        var depth = 0
        while Self.isRelay(type) {
            guard depth < Limit.relayDepth, end - start >= Limit.relayHeader else {
                isIncomplete = true
                return
            }
            depth += 1
            guard let inner = unwrap(bytes, at: start, end: end) else {
                isIncomplete = true
                return
            }
            start = inner.lower
            end = inner.upper
            type = bytes.field(at: start)
        }
        guard end - start >= Limit.messageHeader else {
            isIncomplete = true
            return
        }
        transactionID = bytes.field(at: start, as: UInt32.self) & 0xff_ffff
        readOptions(bytes, at: start + Limit.messageHeader, end: end, inside: 0, depth: 0)
    }

    private static func isRelay(_ type: UInt8) -> Bool { type == relayForward || type == relayReply }

    /// Reads a relay message's own parts; gives the place of the message inside.
    private mutating func unwrap(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> ByteRange? {
        isRelayed = true
        let link = bytes.ipv6(at: start + 2)
        if relayLinkAddress == nil || !link.isUnspecified { relayLinkAddress = link }
        relayPeerAddress = bytes.ipv6(at: start + 18)
        var inner: ByteRange?
        var offset = start + Limit.relayHeader
        while let option = nextOption(bytes, &offset, end) {
            switch option.code {
            case 9 where inner == nil && !option.value.isEmpty: inner = option.value
            case 79: readLinkLayer(bytes, option.value)
            default: break
            }
        }
        return inner
    }

    private mutating func readLinkLayer(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        guard value.count == 8, bytes.field(at: value.lower, as: UInt16.self) == 1 else { return }
        clientLinkLayer = bytes.mac(at: value.lower + 2)
    }

    /// The option at `offset`, which moves behind it; nil at the end and at an option that does not fit.
    private mutating func nextOption(
        _ bytes: borrowing RawSpan, _ offset: inout Int, _ end: Int
    ) -> (code: UInt16, value: ByteRange)? {
        guard offset < end else { return nil }
        let valueStart = offset + Limit.optionHeader
        let valueEnd = valueStart + Int(bytes.field(at: offset + 2, as: UInt16.self))
        guard valueStart <= end, valueEnd <= end else {
            isIncomplete = true
            return nil
        }
        let code = bytes.field(at: offset, as: UInt16.self)
        offset = valueEnd
        return (code, ByteRange(valueStart, valueEnd))
    }

    /// `inside` is the code of the option around these, 0 for the message itself.
    private mutating func readOptions(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, inside: UInt16, depth: Int
    ) {
        guard depth <= Limit.optionDepth else {
            isIncomplete = true
            return
        }
        var offset = start
        while let option = nextOption(bytes, &offset, end) {
            let isFine =
                inside == 0
                ? readMessageOption(bytes, option.code, option.value, depth: depth)
                : readNestedOption(bytes, option.code, option.value, inside: inside, depth: depth)
            if !isFine { isIncomplete = true }
        }
    }

    /// False where the value does not fit the option.
    private mutating func readMessageOption(
        _ bytes: borrowing RawSpan, _ code: UInt16, _ value: ByteRange, depth: Int
    ) -> Bool {
        let at = value.lower
        switch code {
        case 1, 2:
            guard Limit.identifierOctets.contains(value.count) else { return false }
            let identifier = bytes.octets(at: at, count: value.count)
            if code == 1 { clientDUID = identifier } else { serverDUID = identifier }
        case 3, 4, 25:
            if code == 3 { hasNonTemporaryAssociation = true }
            if code == 25 { hasDelegationAssociation = true }
            let fixedLength = code == 4 ? 4 : 12
            guard value.count >= fixedLength else { return false }
            readOptions(bytes, at: at + fixedLength, end: value.upper, inside: code, depth: depth + 1)
        case 8:
            guard value.count == 2 else { return false }
            elapsedHundredths = bytes.field(at: at)
        case 13: return readStatus(bytes, value)
        case 23:
            for index in 0..<value.count / 16 { resolvers.append(bytes.ipv6(at: at + index * 16)) }
            return value.count % 16 == 0
        case 39:
            guard value.count >= 1 else { return false }
            guard value.count > 1 else { return true }
            let encoded = bytes.octets(at: at + 1, count: value.count - 1)
            guard let name = DomainName.readPartial(encoded[...]) else { return false }
            if !name.isEmpty { fullyQualifiedName = name }
        case 79: readLinkLayer(bytes, value)
        default: break
        }
        return true
    }

    private mutating func readNestedOption(
        _ bytes: borrowing RawSpan, _ code: UInt16, _ value: ByteRange, inside: UInt16, depth: Int
    ) -> Bool {
        let at = value.lower
        switch (inside, code) {
        case (_, 13): return readStatus(bytes, value)
        case (3, 5), (4, 5):
            guard value.count >= 24 else { return false }
            addresses.append(
                Association(
                    address: bytes.ipv6(at: at), preferredSeconds: bytes.field(at: at + 16),
                    validSeconds: bytes.field(at: at + 20)))
            readOptions(bytes, at: at + 24, end: value.upper, inside: code, depth: depth + 1)
        case (25, 26):
            let length = Int(bytes.field(at: at + 8, as: UInt8.self))
            guard value.count >= 25, length <= 128 else { return false }
            delegatedPrefixes.append(IPPrefix(IPAddress(bytes.ipv6(at: at + 9)), length: length))
            readOptions(bytes, at: at + 25, end: value.upper, inside: code, depth: depth + 1)
        default: break
        }
        return true
    }

    private mutating func readStatus(_ bytes: borrowing RawSpan, _ value: ByteRange) -> Bool {
        guard value.count >= 2 else { return false }
        statusCodes.append(bytes.field(at: value.lower))
        return true
    }
}

/// Message types. RFC 9915 §7.3.
extension DHCPv6Message {
    public static let solicit: UInt8 = 1
    public static let advertise: UInt8 = 2
    public static let request: UInt8 = 3
    public static let confirm: UInt8 = 4
    public static let renew: UInt8 = 5
    public static let rebind: UInt8 = 6
    public static let reply: UInt8 = 7
    public static let release: UInt8 = 8
    public static let decline: UInt8 = 9
    public static let reconfigure: UInt8 = 10
    public static let informationRequest: UInt8 = 11
    public static let relayForward: UInt8 = 12
    public static let relayReply: UInt8 = 13
}
