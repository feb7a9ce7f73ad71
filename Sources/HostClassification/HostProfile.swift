public import HostCorrelation
public import NetworkTypes
public import TrafficObservation

/// How far a host is on its way. Domain reference §4.3; the spelling of the outputs.
public enum HostState: String, Sendable, CaseIterable {
    case unknown
    case ipv4Seen = "ipv4-seen"
    case ipv4Only = "ipv4-only"
    case ipv4LatentIPv6 = "ipv4-latent-ipv6"
    case dualConfigured = "dual-configured"
    case dualOperational = "dual-operational"
    case dualBroken = "dual-broken"
    case ipv6Mostly = "ipv6-mostly"
    case ipv6Only = "ipv6-only"
    case linkLocalOnly = "link-local-only"
}

/// Why a state is not final.
public enum ProvisionalReason: String, Sendable, CaseIterable, Comparable {
    case windowTooShort = "window-too-short"
    case routedVantage = "routed-vantage"
    case ipv6NotVisible = "ipv6-not-visible"
    case oneDirection = "one-direction"
    /// An earlier audit proved a higher state, less than a window ago.
    case heldFromAudit = "held-from-audit"

    public static func < (a: ProvisionalReason, b: ProvisionalReason) -> Bool { a.rawValue < b.rawValue }
}

/// A property that never replaces a state.
public enum HostFlag: String, Sendable, CaseIterable, Comparable {
    case router
    case eui64
    case temporaryAddresses = "temporary-addresses"
    case randomMAC = "random-mac"
    case virtualMAC = "virtual-mac"
    case sharedMAC = "shared-mac"
    case tunnelled
    case insideTunnel = "inside-tunnel"
    case ipv4LinkLocal = "ipv4-link-local"
    case addressConflict = "address-conflict"
    case clat

    public static func < (a: HostFlag, b: HostFlag) -> Bool { a.rawValue < b.rawValue }
}

/// How an IPv6 address came about.
public enum IPv6AddressKind: String, Sendable {
    case eui64, stable, temporary, manual, dhcpv6, unknown
}

/// A port that a host answers on, with the families it was seen to answer over.
public struct ServiceUse: Hashable, Comparable, Sendable {
    public let transport: IPProtocol
    public let port: UInt16
    public let families: [AddressFamily]
    public let proof: Proof

    public init(transport: IPProtocol, port: UInt16, families: [AddressFamily], proof: Proof) {
        self.transport = transport
        self.port = port
        self.families = families
        self.proof = proof
    }

    public static func < (a: ServiceUse, b: ServiceUse) -> Bool {
        (a.transport.rawValue, a.port) < (b.transport.rawValue, b.port)
    }
}

/// A host with its state, roles and proof.
public struct HostProfile: Sendable {
    public let host: HostRecord
    public let state: HostState
    public var isProvisional: Bool { !provisionalBecause.isEmpty }
    /// Sorted.
    public private(set) var provisionalBecause: [ProvisionalReason]
    /// 0…1.
    public let confidence: Double
    /// Sorted.
    public let flags: [HostFlag]
    /// Sorted by name: `router`, `dhcp-server` …
    public let roles: [RoleHint]
    public let reasons: [Reason]
    public let services: [ServiceUse]
    /// For each IPv6 address of the host, how it came about.
    public let addressKinds: [IPv6AddressKind]
    /// Bidirectional flows with data, by family; beyond the link for IPv6.
    public let establishedIPv4Flows: Int
    public let establishedIPv6Flows: Int
    public let firstIPv4Flow: Proof?
    public let firstIPv6Flow: Proof?
    /// TCP attempts over IPv6 without an answer, by distinct destination.
    public let failedIPv6Destinations: Int
    public let succeededIPv6Destinations: Int
    /// What it is and does, the strongest first; each role once for each kind of evidence.
    public internal(set) var roleClaims: [RoleClaim] = []
    public internal(set) var systemClaims: [SystemClaim] = []
    /// A higher state that an earlier audit proved and that still counts.
    public private(set) var held: ProvenState?
    /// Makers by other evidence than the MAC.
    var statedVendorClaims: [VendorClaim] = []

    public init(
        host: HostRecord, state: HostState, provisionalBecause: [ProvisionalReason], confidence: Double,
        flags: [HostFlag], roles: [RoleHint], reasons: [Reason], services: [ServiceUse],
        addressKinds: [IPv6AddressKind],
        establishedIPv4Flows: Int, establishedIPv6Flows: Int, firstIPv4Flow: Proof?, firstIPv6Flow: Proof?,
        failedIPv6Destinations: Int, succeededIPv6Destinations: Int
    ) {
        self.host = host
        self.state = state
        self.provisionalBecause = provisionalBecause
        self.confidence = confidence
        self.flags = flags
        self.roles = roles
        self.reasons = reasons
        self.services = services
        self.addressKinds = addressKinds
        self.establishedIPv4Flows = establishedIPv4Flows
        self.establishedIPv6Flows = establishedIPv6Flows
        self.firstIPv4Flow = firstIPv4Flow
        self.firstIPv6Flow = firstIPv6Flow
        self.failedIPv6Destinations = failedIPv6Destinations
        self.succeededIPv6Destinations = succeededIPv6Destinations
    }

    /// The state that figures count: the observed one, or a higher one of an earlier audit.
    public var countedState: HostState { held?.state ?? state }
    /// What was observed now is enough for the state itself, whatever an earlier audit said.
    public var isObservationFinal: Bool { provisionalBecause.allSatisfy { $0 == .heldFromAudit } }

    mutating func hold(_ state: ProvenState) {
        held = state
        provisionalBecause = Set(provisionalBecause + [.heldFromAudit]).sorted()
    }
}
