public import NetworkTypes

/// Everything that was seen, without packets: what hosts, states and findings are made from.
///
/// Rows are combined by minimum, maximum, sum and union. All tables are bounded by `ObservationLimits`; where a limit
/// bites, the last capture gets an anomaly named `limit.TABLE`. Captures stand in the order of their first packets.
public struct ObservationSet: Sendable {
    public package(set) var captures: [CaptureObservation] = []
    public package(set) var links: [LinkObservation] = []
    public package(set) var macs: [MACRow] = []
    public package(set) var bindings: [BindingRow] = []
    public package(set) var sources: [SourceRow] = []
    public package(set) var flows: [FlowRow] = []
    public package(set) var routers: [RouterRow] = []
    public package(set) var dhcpServers: [DHCPServerRow] = []
    public package(set) var hostNames: [HostNameRow] = []
    public package(set) var dnsNames: [DNSNameRow] = []
    public package(set) var resolutions: [ResolutionRow] = []
    public package(set) var tunnels: [TunnelRow] = []
    public package(set) var conflicts: [AddressConflictRow] = []
    /// MACs that announced a service or answered as one, by link. RFC 6763 service types, well-known ports.
    public package(set) var roleHints: [RoleHintRow] = []

    public package(set) var serverNames: [ServerNameRow] = []
    public package(set) var identities: [IdentityRow] = []
    public package(set) var routing: [RoutingRow] = []
    public package(set) var devices: [DeviceRow] = []

    /// What configurations, lists and other tools' records say; each content once, in the order of the digests.
    public internal(set) var imports: [ImportedFile] = []
    /// What configured hosts answered, in the order of the beginnings.
    public internal(set) var probes: [ProbeRun] = []

    // MARK: From which the rows above follow

    /// The roles that messages prove; `roleHints` has those that services prove, too.
    package var statedRoles: [RoleHintRow] = []
    /// `dnsNames` of each chain of captures.
    package var chainNames: [DNSNameRow] = []
    /// What waits for a binding.
    package var claims: [ClaimRow] = []
    package var unreachables: [UnreachableRow] = []
    /// An entry for each chain that was observed piece by piece and from which no conclusions are drawn yet.
    var kept: [KeptChain] = []

    /// How many of `captures` are captures; what stands behind them are imports and probes, once `declaring` was called.
    public internal(set) var packetCaptures: Int?

    public init() {}
}

/// A role that one frame suggests.
public struct RoleHintRow: Sendable, Equatable {
    public internal(set) var link: Int
    public let mac: MACAddress
    public let role: RoleHint
    public var sighting: Sighting
}
