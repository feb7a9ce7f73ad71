public import NetworkTypes

/// What one file says of machines, services, leases and names, each with its line.
///
/// A file says what was configured or recorded when it was made; nothing in it proves that a machine was there.
public struct ImportedFile: Sendable, Equatable {
    /// As the user gave it.
    public var path: String
    /// SHA-256 of the content, in hexadecimal: the same content again is the same file.
    public var digest: String
    public var kind: ImportKind
    /// When the content was made, as it says itself, else the file's date; nil: unknown.
    public var made: CaptureTime?
    /// Sorted by line, as are all lists here.
    public var hosts: [ImportedHost] = []
    public var services: [ImportedService] = []
    public var leases: [ImportedLease] = []
    public var names: [ImportedName] = []
    public var pointers: [ImportedPointer] = []
    public var switchPorts: [ImportedSwitchPort] = []

    public init(path: String, digest: String, kind: ImportKind, made: CaptureTime? = nil) {
        self.path = path
        self.digest = digest
        self.kind = kind
        self.made = made
    }

    /// A later file of the same kind and name takes the place of an earlier one, as the next month's configuration of a
    /// device does.
    public func replaces(_ other: ImportedFile) -> Bool {
        kind == other.kind && path.split(separator: "/").last == other.path.split(separator: "/").last
    }
}

/// A machine that a file describes, or that a table of a router or switch lists.
public struct ImportedHost: Sendable, Equatable {
    /// As the file names it; nil: it does not.
    public var name: String?
    public var interfaces: [ImportedInterface]
    /// 1-based.
    public var line: UInt32

    public init(name: String?, interfaces: [ImportedInterface] = [], line: UInt32) {
        self.name = name
        self.interfaces = interfaces
        self.line = line
    }
}

/// An interface of a machine; of a neighbour table, the interface of the router behind which the machine was seen.
public struct ImportedInterface: Sendable, Equatable {
    /// What a configuration says about IPv6 on an interface.
    public enum IPv6Setting: String, Sendable, CaseIterable {
        /// With an address, also by SLAAC, DHCPv6 or delegation.
        case configured
        /// With a link-local address only.
        case enabled
        /// Switched off explicitly.
        case disabled
        /// Nothing is stated, and the system's default is off.
        case notConfigured = "not-configured"
        /// The file cannot tell.
        case unknown
    }

    public enum RouterAdvertisementSetting: String, Sendable, CaseIterable {
        case sent, suppressed
        case notSent = "not-sent"
        case unknown
    }

    public var name: String
    public var mac: MACAddress?
    public var addresses: [ImportedAddress]
    /// Any line of the interface's stanza, 1-based.
    public var line: UInt32
    /// Nil: the file does not say.
    public var isShutDown: Bool?
    public var ipv6: IPv6Setting
    public var routerAdvertisements: RouterAdvertisementSetting

    public init(
        name: String, mac: MACAddress? = nil, addresses: [ImportedAddress] = [], line: UInt32,
        isShutDown: Bool? = nil, ipv6: IPv6Setting = .unknown,
        routerAdvertisements: RouterAdvertisementSetting = .unknown
    ) {
        self.name = name
        self.mac = mac
        self.addresses = addresses
        self.line = line
        self.isShutDown = isShutDown
        self.ipv6 = ipv6
        self.routerAdvertisements = routerAdvertisements
    }
}

public struct ImportedAddress: Sendable, Hashable {
    /// How the machine came to the address.
    public enum Origin: String, Sendable, CaseIterable {
        case manual, slaac, temporary, dhcp
        case linkLocal = "link-local"
        case unknown
    }

    public var address: IPAddress
    /// Nil where neither the file nor the system's default gives one.
    public var prefixLength: UInt8?
    public var origin: Origin
    public var line: UInt32

    public init(_ address: IPAddress, prefixLength: UInt8? = nil, origin: Origin = .unknown, line: UInt32) {
        self.address = address
        self.prefixLength = prefixLength
        self.origin = origin
        self.line = line
    }
}

/// A program that listens, as its configuration or somebody's scan says.
public struct ImportedService: Sendable, Equatable {
    /// The name of the host, else its address; nil: the machine that the file comes from, whose name it does not give.
    public var host: String?
    public var transport: IPProtocol
    public var port: UInt16
    public var families: Set<AddressFamily>
    /// Where the file says that it listens on these only.
    public var addresses: [IPAddress]
    public var line: UInt32

    public init(
        host: String?, transport: IPProtocol, port: UInt16, families: Set<AddressFamily>,
        addresses: [IPAddress] = [], line: UInt32
    ) {
        self.host = host
        self.transport = transport
        self.port = port
        self.families = families
        self.addresses = addresses
        self.line = line
    }
}

/// A current lease. A delegated prefix has `prefix` and no `address`.
public struct ImportedLease: Sendable, Equatable {
    public var address: IPAddress?
    public var mac: MACAddress?
    /// Hexadecimal, lower case, without separators.
    public var uniqueIdentifier: String?
    public var name: String?
    public var prefix: IPPrefix?
    public var line: UInt32

    public init(
        address: IPAddress?, mac: MACAddress? = nil, uniqueIdentifier: String? = nil, name: String? = nil,
        prefix: IPPrefix? = nil, line: UInt32
    ) {
        self.address = address
        self.mac = mac
        self.uniqueIdentifier = uniqueIdentifier
        self.name = name
        self.prefix = prefix
        self.line = line
    }
}

/// A name with its addresses of both families: A and AAAA records.
public struct ImportedName: Sendable, Equatable {
    /// Lower case, without a dot at the end.
    public var name: String
    public var a: [IPv4Address]
    public var aaaa: [IPv6Address]
    public var line: UInt32

    public init(name: String, a: [IPv4Address] = [], aaaa: [IPv6Address] = [], line: UInt32) {
        self.name = name
        self.a = a
        self.aaaa = aaaa
        self.line = line
    }
}

/// A PTR record.
public struct ImportedPointer: Sendable, Equatable {
    public var address: IPAddress
    /// Lower case, without a dot at the end.
    public var name: String
    public var line: UInt32

    public init(address: IPAddress, name: String, line: UInt32) {
        self.address = address
        self.name = name
        self.line = line
    }
}

/// Where a switch last saw a MAC.
public struct ImportedSwitchPort: Sendable, Equatable {
    /// The switch, as the file names it; nil: it does not.
    public var device: String?
    public var mac: MACAddress
    public var vlan: UInt16?
    public var port: String
    public var line: UInt32

    public init(device: String?, mac: MACAddress, vlan: UInt16?, port: String, line: UInt32) {
        self.device = device
        self.mac = mac
        self.vlan = vlan
        self.port = port
        self.line = line
    }
}
