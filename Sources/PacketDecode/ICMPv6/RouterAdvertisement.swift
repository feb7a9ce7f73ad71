public import NetworkTypes

/// A Router Advertisement with its options, as a value. RFC 4861 §4.2.
public struct RouterAdvertisement: Hashable, Sendable {
    /// A Prefix Information option. RFC 4861 §4.6.2; P flag: RFC 9762.
    public struct Prefix: Hashable, Sendable {
        public let prefix: IPPrefix
        public let isOnLink: Bool
        public let isAutonomous: Bool
        /// DHCPv6 prefix delegation is preferred here; A is ignored then.
        public let prefersDelegation: Bool
        public let validSeconds: UInt32
        public let preferredSeconds: UInt32
    }

    /// A Route Information option. RFC 4191 §2.3.
    public struct Route: Hashable, Sendable {
        public let prefix: IPPrefix
        /// As of the router.
        public let preference: Int8
        /// Zero: the route is withdrawn.
        public let lifetimeSeconds: UInt32
    }

    /// Zero: unspecified.
    public let hopLimit: UInt8
    public let isManaged: Bool
    public let hasOtherConfiguration: Bool
    /// The H flag: a home agent. RFC 6275 §7.1.
    public let isHomeAgent: Bool
    /// The P flag: the advertisement went through a proxy. RFC 4389 §4.1.3.3.
    public let isProxied: Bool
    /// −1 low, 0 medium, 1 high; the reserved value counts as medium. RFC 4191 §2.2.
    public let preference: Int8
    /// In seconds; zero: not a default router.
    public let lifetimeSeconds: UInt16
    /// In milliseconds; zero: unspecified.
    public let reachableMilliseconds: UInt32
    public let retransmitMilliseconds: UInt32
    public private(set) var sourceLinkLayer: MACAddress?
    public private(set) var mtu: UInt32?
    public private(set) var prefixes: [Prefix] = []
    public private(set) var routeInformation: [Route] = []
    /// Recursive DNS servers with a lifetime above zero. RFC 8106 §5.1.
    public private(set) var resolvers: [IPv6Address] = []
    /// DNS search domains with a lifetime above zero, lower case; 32 at most. RFC 8106 §5.2.
    public private(set) var searchDomains: [String] = []
    /// The NAT64 prefix, with a lifetime above zero. RFC 8781 §4.
    public private(set) var nat64Prefix: IPPrefix?
    /// Of the NAT64 prefix; zero: it was withdrawn.
    public private(set) var nat64LifetimeSeconds: UInt16?
    /// The message was cut, an option is malformed, or there are more than are kept: options may be missing.
    public private(set) var isIncomplete: Bool

    /// The most options that are kept of one message.
    private static let largestOptionCount = 64
    private static let largestDomainCount = 32

    /// Nil when the fixed part is cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange, declaredLength: UInt32) {
        let start = range.lower
        guard range.count >= 16, bytes.field(at: start, as: UInt8.self) == ICMPv6Type.routerAdvertisement else {
            return nil
        }
        hopLimit = bytes.field(at: start + 4)
        let flags = bytes.field(at: start + 5, as: UInt8.self)
        isManaged = flags & 0x80 != 0
        hasOtherConfiguration = flags & 0x40 != 0
        isHomeAgent = flags & 0x20 != 0
        isProxied = flags & 0x04 != 0
        preference = Self.preference(flags)
        lifetimeSeconds = bytes.field(at: start + 6)
        reachableMilliseconds = bytes.field(at: start + 8)
        retransmitMilliseconds = bytes.field(at: start + 12)
        isIncomplete = range.count < Int(declaredLength)

        var cursor = NeighborOptionCursor(from: start + 16, to: range.upper)
        var count = 0
        while count < Self.largestOptionCount, let option = cursor.next(bytes) {
            count += 1
            read(bytes, option)
        }
        if cursor.next(bytes) != nil || cursor.failed { isIncomplete = true }
    }

    /// As a file of observations gives it.
    package init(
        storedHopLimit hopLimit: UInt8, isManaged: Bool, hasOtherConfiguration: Bool, isHomeAgent: Bool,
        isProxied: Bool, preference: Int8, lifetimeSeconds: UInt16, reachableMilliseconds: UInt32,
        retransmitMilliseconds: UInt32, sourceLinkLayer: MACAddress?, mtu: UInt32?, prefixes: [Prefix],
        routeInformation: [Route], resolvers: [IPv6Address], searchDomains: [String], nat64Prefix: IPPrefix?,
        nat64LifetimeSeconds: UInt16?, isIncomplete: Bool
    ) {
        self.hopLimit = hopLimit
        self.isManaged = isManaged
        self.hasOtherConfiguration = hasOtherConfiguration
        self.isHomeAgent = isHomeAgent
        self.isProxied = isProxied
        self.preference = preference
        self.lifetimeSeconds = lifetimeSeconds
        self.reachableMilliseconds = reachableMilliseconds
        self.retransmitMilliseconds = retransmitMilliseconds
        self.sourceLinkLayer = sourceLinkLayer
        self.mtu = mtu
        self.prefixes = prefixes
        self.routeInformation = routeInformation
        self.resolvers = resolvers
        self.searchDomains = searchDomains
        self.nat64Prefix = nat64Prefix
        self.nat64LifetimeSeconds = nat64LifetimeSeconds
        self.isIncomplete = isIncomplete
    }

    /// The prefixes of the routes, withdrawn ones too.
    public var routes: [IPPrefix] { routeInformation.map(\.prefix) }

    /// Two bits; the reserved value counts as medium. RFC 4191 §2.1.
    private static func preference(_ flags: UInt8) -> Int8 { flags >> 3 & 3 == 1 ? 1 : flags >> 3 & 3 == 3 ? -1 : 0 }

    private mutating func read(_ bytes: borrowing RawSpan, _ option: NeighborOptionCursor.Option) {
        let at = option.offset
        switch option.type {
        case 1 where option.length == 8: sourceLinkLayer = bytes.mac(at: at + 2)
        case 3 where option.length == 32:
            let flags = bytes.field(at: at + 3, as: UInt8.self)
            prefixes.append(
                Prefix(
                    prefix: IPPrefix(
                        IPAddress(bytes.ipv6(at: at + 16)), length: Int(bytes.field(at: at + 2, as: UInt8.self))),
                    isOnLink: flags & 0x80 != 0, isAutonomous: flags & 0x40 != 0, prefersDelegation: flags & 0x10 != 0,
                    validSeconds: bytes.field(at: at + 4), preferredSeconds: bytes.field(at: at + 8)))
        case 5 where option.length == 8: mtu = bytes.field(at: at + 4)
        case 24 where option.length >= 8 && option.length <= 24:
            let high = bytes.field(at: at + 8, as: UInt64.self)
            let address = IPv6Address(
                high: option.length >= 16 ? high : 0, low: option.length >= 24 ? bytes.field(at: at + 16) : 0)
            routeInformation.append(
                Route(
                    prefix: IPPrefix(IPAddress(address), length: Int(bytes.field(at: at + 2, as: UInt8.self))),
                    preference: Self.preference(bytes.field(at: at + 3)), lifetimeSeconds: bytes.field(at: at + 4)))
        case 25 where option.length >= 24 && bytes.field(at: at + 4, as: UInt32.self) > 0:
            for index in 0..<(option.length - 8) / 16 { resolvers.append(bytes.ipv6(at: at + 8 + index * 16)) }
        case 31 where option.length >= 16 && bytes.field(at: at + 4, as: UInt32.self) > 0:
            readSearchDomains(bytes, at: at + 8, end: at + option.length)
        case 38 where option.length == 16:
            // Prefix length code: RFC 8781 §4.
            let lengths = [96, 64, 56, 48, 40, 32]
            let scaled: UInt16 = bytes.field(at: at + 2)
            let code = Int(scaled & 7)
            guard code < lengths.count else { return }
            nat64LifetimeSeconds = scaled & ~7  // 13 bits, in units of eight seconds
            guard nat64LifetimeSeconds != 0 else { return }
            let low = UInt64(bytes.field(at: at + 12, as: UInt32.self)) << 32
            nat64Prefix = IPPrefix(
                IPAddress(IPv6Address(high: bytes.field(at: at + 4), low: low)), length: lengths[code])
        default: break
        }
    }

    /// Names one after another, zeros behind the last. RFC 8106 §5.2.
    private mutating func readSearchDomains(_ bytes: borrowing RawSpan, at start: Int, end: Int) {
        var offset = start
        while offset < end, bytes.field(at: offset, as: UInt8.self) != 0 {
            guard searchDomains.count < Self.largestDomainCount,
                let name = DomainName.read(bytes, at: offset, messageStart: offset, end: end)
            else {
                isIncomplete = true
                return
            }
            searchDomains.append(name.name)
            offset = name.end
        }
    }
}
