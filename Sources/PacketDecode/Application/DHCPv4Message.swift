public import NetworkTypes

/// A DHCPv4 message as a value. RFC 2131 §2; options: RFC 2132 unless said otherwise.
public struct DHCPv4Message: Sendable {
    /// A classless static route. RFC 3442.
    public struct Route: Hashable, Sendable {
        public let destination: IPPrefix
        /// `0.0.0.0` where the destination is on the link.
        public let router: IPv4Address
    }

    /// What a relay or a switch adds of the client's port. RFC 3046 §2.
    public struct RelayInformation: Hashable, Sendable {
        /// Sub-option 1.
        public let circuitID: [UInt8]?
        /// Sub-option 2.
        public let remoteID: [UInt8]?
        /// Sub-option 5: an address of the client's link. RFC 3527.
        public let linkSelection: IPv4Address?
    }

    /// 1 request, 2 reply.
    public let operation: UInt8
    public let transactionID: UInt32
    /// What the client has already; `0.0.0.0` when it has none.
    public let clientAddress: IPv4Address
    /// What the server gives or offers.
    public let yourAddress: IPv4Address
    /// The next server of the boot process.
    public let serverAddress: IPv4Address
    /// The relay's address on the client's link; `0.0.0.0` when there was no relay.
    public let relayAddress: IPv4Address
    /// Nil for hardware other than 48-bit Ethernet.
    public let clientMAC: MACAddress?
    /// Option 53, 1 DISCOVER … 8 INFORM; nil for BOOTP.
    public private(set) var messageType: UInt8?
    /// Option 50.
    public private(set) var requestedAddress: IPv4Address?
    /// Option 54.
    public private(set) var serverIdentifier: IPv4Address?
    /// Option 12, as sent.
    public private(set) var hostName: String?
    /// Option 60, as sent.
    public private(set) var vendorClass: String?
    /// Option 61, with its type octet.
    public private(set) var clientIdentifier: [UInt8]?
    /// Option 82. RFC 3046.
    public private(set) var relayInformation: RelayInformation?
    /// Option 55, in the client's order.
    public private(set) var parameterRequestList: [UInt8] = []
    /// Option 81, lower case, without a dot at the end. RFC 4702.
    public private(set) var fullyQualifiedName: String?
    /// Option 1.
    public private(set) var subnetMask: IPv4Address?
    /// Option 3.
    public private(set) var routers: [IPv4Address] = []
    /// Option 6.
    public private(set) var resolvers: [IPv4Address] = []
    /// Option 42.
    public private(set) var ntpServers: [IPv4Address] = []
    /// Option 108, in seconds: the client may do without IPv4 for so long. RFC 8925 §3.
    public private(set) var ipv6OnlyWait: UInt32?
    /// Option 51, in seconds.
    public private(set) var leaseSeconds: UInt32?
    /// Option 15, as sent.
    public private(set) var domainName: String?
    /// Option 119, lower case; 32 at most. RFC 3397.
    public private(set) var searchDomains: [String] = []
    /// Option 121; 64 at most. RFC 3442.
    public private(set) var classlessRoutes: [Route] = []
    /// The message was cut, or an option is malformed: options may be missing.
    public private(set) var isIncomplete = false

    private enum Field {
        static let hardwareType = 1
        static let hardwareLength = 2
        static let transactionID = 4
        static let clientAddress = 12
        static let yourAddress = 16
        static let serverAddress = 20
        static let relayAddress = 24
        static let hardwareAddress = 28
        static let serverName = 44
        static let file = 108
        static let cookie = 236
        static let options = 240
    }

    /// 99.130.83.99. RFC 2131 §3.
    private static let magicCookie: UInt32 = 0x6382_5363

    /// Nil when the fixed part is cut, or the magic cookie is missing.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard end - start >= Field.options, bytes.field(at: start + Field.cookie) == Self.magicCookie else {
            return nil
        }
        operation = bytes.field(at: start)
        transactionID = bytes.field(at: start + Field.transactionID)
        clientAddress = bytes.ipv4(at: start + Field.clientAddress)
        yourAddress = bytes.ipv4(at: start + Field.yourAddress)
        serverAddress = bytes.ipv4(at: start + Field.serverAddress)
        relayAddress = bytes.ipv4(at: start + Field.relayAddress)
        let isEthernet =
            bytes.field(at: start + Field.hardwareType, as: UInt8.self) == 1
            && bytes.field(at: start + Field.hardwareLength, as: UInt8.self) == 6
        clientMAC = isEthernet ? bytes.mac(at: start + Field.hardwareAddress) : nil

        var options = DHCPv4Options()
        options.read(bytes, at: start + Field.options, end: end)
        // The fields that option 52 lends are read in this order. RFC 3396 §5.
        let overload = options.fixed(52, as: UInt8.self) ?? 0
        if overload & 1 != 0 { options.read(bytes, at: start + Field.file, end: start + Field.cookie) }
        if overload & 2 != 0 { options.read(bytes, at: start + Field.serverName, end: start + Field.file) }
        interpret(&options)
        isIncomplete = options.isIncomplete
    }

    private mutating func interpret(_ options: inout DHCPv4Options) {
        messageType = options.fixed(53)
        requestedAddress = options.fixed(50).map(IPv4Address.init(value:))
        serverIdentifier = options.fixed(54).map(IPv4Address.init(value:))
        hostName = options.text(12)
        vendorClass = options.text(60)
        clientIdentifier = options.octets(61)
        parameterRequestList = options.octets(55) ?? []
        fullyQualifiedName = options.domainName(81)
        routers = options.addresses(3)
        resolvers = options.addresses(6)
        ntpServers = options.addresses(42)
        ipv6OnlyWait = options.fixed(108)
        leaseSeconds = options.fixed(51)
        domainName = options.text(15)
        subnetMask = options.fixed(1).map(IPv4Address.init(value:))
        searchDomains = options.domainNames(119)
        classlessRoutes = options.routes(121)
        relayInformation = options.relayInformation(82)
    }

    /// The DUID inside option 61, by which one machine is known in both families. RFC 4361 §6.1.
    public var clientDUID: DUID? {
        guard let clientIdentifier, clientIdentifier.first == 255 else { return nil }
        return DUID(Array(clientIdentifier.dropFirst(5)))
    }
}
