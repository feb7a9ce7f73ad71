/// A limit of an observation set by its name: as users write it, and as the anomaly `limit.NAME` reports it.
public enum ObservationLimit: String, CaseIterable, Sendable {
    case links, macs, bindings, sources, flows, routers
    case dhcpServers = "dhcp-servers"
    case hostNames = "host-names"
    case dnsNames = "dns-names"
    case resolutions, tunnels, conflicts
    case roleHints = "role-hints"
    case serverNames = "server-names"
    case identities, routing, devices, claims, unreachables, imports, probes
    case setMembers = "set-members"
    case keptBytes = "kept-bytes"
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
    /// A name counts once for each capture, the files of a ring as one.
    public var dnsNames = 500_000
    public var resolutions = 100_000
    public var tunnels = 65_536
    public var conflicts = 4096
    public var roleHints = 500_000
    public var serverNames = 200_000
    public var identities = 65_536
    public var routing = 16_384
    public var devices = 16_384
    /// Roles and names that count once something binds the address to the machine.
    public var claims = 65_536
    /// Conversations that ICMP errors quote.
    public var unreachables = 65_536
    /// Imported files, each with what it says.
    public var imports = 4096
    /// Runs of probes.
    public var probes = 4096
    /// Members of any set inside a row; of sets of addresses that one client asked for 16 times as many.
    public var setMembers = 64
    /// Frames that are kept while parts of one capture are observed apart, in bytes.
    public var keptBytes = 64 << 20

    public init() {}

    public subscript(limit: ObservationLimit) -> Int {
        get { self[keyPath: Self.path(limit)] }
        set { self[keyPath: Self.path(limit)] = newValue }
    }

    private static func path(_ limit: ObservationLimit) -> WritableKeyPath<ObservationLimits, Int> {
        switch limit {
        case .links: \.links
        case .macs: \.macs
        case .bindings: \.bindings
        case .sources: \.sources
        case .flows: \.flows
        case .routers: \.routers
        case .dhcpServers: \.dhcpServers
        case .hostNames: \.hostNames
        case .dnsNames: \.dnsNames
        case .resolutions: \.resolutions
        case .tunnels: \.tunnels
        case .conflicts: \.conflicts
        case .roleHints: \.roleHints
        case .serverNames: \.serverNames
        case .identities: \.identities
        case .routing: \.routing
        case .devices: \.devices
        case .claims: \.claims
        case .unreachables: \.unreachables
        case .imports: \.imports
        case .probes: \.probes
        case .setMembers: \.setMembers
        case .keptBytes: \.keptBytes
        }
    }
}
