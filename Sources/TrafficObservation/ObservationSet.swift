public import NetworkTypes

/// Everything that was seen, without packets: what hosts, states and findings are made from.
///
/// Rows are combined by minimum, maximum, sum and union. All tables are bounded by `ObservationLimits`; where a limit
/// bites, the capture gets an anomaly named `limit.TABLE`.
public struct ObservationSet: Sendable {
    public internal(set) var captures: [CaptureObservation] = []
    public internal(set) var links: [LinkObservation] = []
    public internal(set) var macs: [MACRow] = []
    public internal(set) var bindings: [BindingRow] = []
    public internal(set) var sources: [SourceRow] = []
    public internal(set) var flows: [FlowRow] = []
    public internal(set) var routers: [RouterRow] = []
    public internal(set) var dhcpServers: [DHCPServerRow] = []
    public internal(set) var hostNames: [HostNameRow] = []
    public internal(set) var dnsNames: [DNSNameRow] = []
    public internal(set) var resolutions: [ResolutionRow] = []
    public internal(set) var tunnels: [TunnelRow] = []
    public internal(set) var conflicts: [AddressConflictRow] = []
    /// MACs that announced a service or answered as one, by link. RFC 6763 service types, well-known ports.
    public internal(set) var roleHints: [RoleHintRow] = []

    public internal(set) var serverNames: [ServerNameRow] = []
    public internal(set) var identities: [IdentityRow] = []
    public internal(set) var routing: [RoutingRow] = []
    public internal(set) var devices: [DeviceRow] = []

    public init() {}
}

/// A role that one frame suggests.
public struct RoleHintRow: Sendable {
    public let link: Int
    public let mac: MACAddress
    public let role: RoleHint
    public var sighting: Sighting
}

/// Limits of the tables of an observation set, in rows.
public struct ObservationLimits: Sendable {
    public var links = 4096
    public var macs = 1_000_000
    public var bindings = 4_000_000
    public var sources = 4_000_000
    public var flows = 1_000_000
    public var routers = 4096
    public var dhcpServers = 4096
    public var hostNames = 500_000
    public var dnsNames = 200_000
    public var resolutions = 100_000
    public var tunnels = 65_536
    public var conflicts = 4096
    public var serverNames = 200_000
    public var identities = 65_536
    public var routing = 16_384
    public var devices = 16_384
    /// Members of any set inside a row.
    public var setMembers = 64

    public init() {}
}
