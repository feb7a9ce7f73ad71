public import NetworkTypes

/// A DHCPv6 message as a value, taken out of the relay messages around it. RFC 9915 §8 and §9.
public struct DHCPv6Message: Sendable {
    /// An IA Address option of an IA_NA or IA_TA. RFC 9915 §21.6.
    public struct Association: Hashable, Sendable {
        public let address: IPv6Address
        public let preferredSeconds: UInt32
        public let validSeconds: UInt32
    }

    /// An IA Prefix option of an IA_PD. RFC 9915 §21.22.
    public struct Delegation: Hashable, Sendable {
        public let prefix: IPPrefix
        public let preferredSeconds: UInt32
        public let validSeconds: UInt32
    }

    /// What kind of client it is, in its maker's words. RFC 9915 §21.16.
    public struct VendorClass: Hashable, Sendable {
        /// IANA private enterprise number; 311 is Microsoft.
        public let enterprise: UInt32
        /// As sent; 8 at most.
        public let texts: [String]
    }

    /// The innermost message's; a relay type only where none was found inside.
    public internal(set) var type: UInt8
    /// 24 bits; zero where no message was found inside a relay message.
    public internal(set) var transactionID: UInt32 = 0
    public internal(set) var clientDUID: [UInt8]?
    public internal(set) var serverDUID: [UInt8]?
    /// Offered or assigned by a server; wished for or held when a client speaks.
    public internal(set) var addresses: [Association] = []
    /// Of IA_PD; from a client they are wishes.
    public internal(set) var delegations: [Delegation] = []
    /// An IA_NA is there. RFC 9915 §21.4.
    public internal(set) var hasNonTemporaryAssociation = false
    /// An IA_TA is there. RFC 9915 §21.5.
    public internal(set) var hasTemporaryAssociation = false
    /// An IA_PD is there. RFC 9915 §21.21.
    public internal(set) var hasDelegationAssociation = false
    /// Of the message and of everything in it; 2 is NoAddrsAvail. RFC 9915 §21.13.
    public internal(set) var statusCodes: [UInt16] = []
    /// RFC 3646 §3.
    public internal(set) var resolvers: [IPv6Address] = []
    /// Lower case; 32 at most. RFC 3646 §4.
    public internal(set) var searchDomains: [String] = []
    /// Of the NTP option and of the older SNTP option. RFC 5908 §4, RFC 4075 §4.
    public internal(set) var ntpServers: [IPv6Address] = []
    /// Servers of the NTP option that it names, lower case; 32 at most. RFC 5908 §4.3.
    public internal(set) var ntpServerNames: [String] = []
    /// Lower case; without a domain where the client sent none. RFC 4704 §4.
    public internal(set) var fullyQualifiedName: String?
    public internal(set) var vendorClass: VendorClass?
    /// Options that the client asks for, in its order. RFC 9915 §21.7.
    public internal(set) var requestedOptions: [UInt16] = []
    /// RFC 9915 §21.14.
    public internal(set) var hasRapidCommit = false
    /// RFC 9915 §21.23.
    public internal(set) var informationRefreshSeconds: UInt32?
    /// In hundredths of a second since the exchange began. RFC 9915 §21.9.
    public internal(set) var elapsedHundredths: UInt16?
    /// A relay message stood around it.
    public internal(set) var isRelayed = false
    /// Of the relay nearest to the client that named a link. RFC 9915 §9.1.
    public internal(set) var relayLinkAddress: IPv6Address?
    /// Of the relay nearest to the client: the client's own address.
    public internal(set) var relayPeerAddress: IPv6Address?
    /// What the relay nearest to the client saw. RFC 6939 §4.
    public internal(set) var clientLinkLayer: MACAddress?
    /// Of the relay nearest to the client that gave one: its port towards the client. RFC 9915 §21.18.
    public internal(set) var relayInterfaceID: [UInt8]?
    /// Of the relay nearest to the client that gave one, with its enterprise number before it. RFC 4649 §3.
    public internal(set) var relayRemoteID: [UInt8]?
    /// The message was cut or is malformed, or a limit was met: options may be missing.
    public internal(set) var isIncomplete = false

    enum Limit {
        static let relayDepth = 8
        /// Message, association, address, status.
        static let optionDepth = 3
        static let messageHeader = 4
        static let relayHeader = 34
        static let optionHeader = 4
        /// RFC 9915 §11.1.
        static let identifierOctets = 1...130
        static let names = 32
        static let vendorTexts = 8
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

    /// The prefixes of `delegations`.
    public var delegatedPrefixes: [IPPrefix] { delegations.map(\.prefix) }

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
            case 18: relayInterfaceID = bytes.octets(at: option.value.lower, count: option.value.count)
            case 37: relayRemoteID = bytes.octets(at: option.value.lower, count: option.value.count)
            case 79: readLinkLayer(bytes, option.value)
            default: break
            }
        }
        return inner
    }

    mutating func readLinkLayer(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        guard value.count == 8, bytes.field(at: value.lower, as: UInt16.self) == 1 else { return }
        clientLinkLayer = bytes.mac(at: value.lower + 2)
    }

    /// The option at `offset`, which moves behind it; nil at the end and at an option that does not fit.
    mutating func nextOption(
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
