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
    /// The MAC of a virtual router, which machines share.
    case virtualRouter = "virtual-router"
    /// No IPv4 conversation in both directions was seen.
    case noConversation = "no-conversation"
    /// An earlier audit proved a higher state, less than a window ago.
    case heldFromAudit = "held-from-audit"
    /// No frame of it was captured: files or active checks alone speak of it.
    case notCaptured = "not-captured"

    public static func < (a: ProvisionalReason, b: ProvisionalReason) -> Bool { a.rawValue < b.rawValue }
}

/// Reasons as bits, because every host has some.
struct ProvisionalReasons: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ reasons: some Sequence<ProvisionalReason>) {
        self = reasons.reduce(into: []) { $0.insert(Self($1)) }
    }
    private init(_ reason: ProvisionalReason) { self.init(rawValue: 1 << (Self.places[reason] ?? 7)) }

    private static let places = Dictionary(
        uniqueKeysWithValues: ProvisionalReason.allCases.enumerated().map { ($1, UInt8($0)) })

    static let windowTooShort = Self(ProvisionalReason.windowTooShort)
    static let routedVantage = Self(ProvisionalReason.routedVantage)
    static let ipv6NotVisible = Self(ProvisionalReason.ipv6NotVisible)
    static let oneDirection = Self(ProvisionalReason.oneDirection)
    static let virtualRouter = Self(ProvisionalReason.virtualRouter)
    static let noConversation = Self(ProvisionalReason.noConversation)
    static let heldFromAudit = Self(ProvisionalReason.heldFromAudit)
    static let notCaptured = Self(ProvisionalReason.notCaptured)

    var count: Int { rawValue.nonzeroBitCount }
    func sorted() -> [ProvisionalReason] {
        isEmpty ? [] : ProvisionalReason.allCases.filter { contains(Self($0)) }.sorted()
    }
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

    /// Each port once, with all its families and the earliest proof.
    static func joined(_ uses: [ServiceUse]) -> [ServiceUse] {
        var result: [ServiceUse] = []
        for use in uses.sorted() {
            guard let last = result.last, last.transport == use.transport, last.port == use.port else {
                result.append(use)
                continue
            }
            result[result.count - 1] = ServiceUse(
                transport: use.transport, port: use.port,
                families: Set(last.families + use.families).sorted(), proof: min(last.proof, use.proof))
        }
        return result
    }
}

/// A host with its state, roles and proof. What a state rests on is made when it is read.
public struct HostProfile: Sendable {
    public let host: HostRecord
    public let state: HostState
    /// 0…1.
    public let confidence: Double
    private var provisional: ProvisionalReasons
    private let source: Source
    /// None or one: most hosts have nothing to say of themselves.
    private var descriptions: [Description] = []

    private struct Description: Sendable {
        var roles: [RoleClaim] = []
        var systems: [SystemClaim] = []
        var vendors: [VendorClaim] = []
        var held: ProvenState?
    }

    private enum Source: Sendable {
        case context(ClassificationContext, Int32)
        case parts(HostProfileParts)
    }

    init(
        host: HostRecord, state: HostState, provisional: ProvisionalReasons, confidence: Double,
        context: ClassificationContext, number: Int
    ) {
        self.host = host
        self.state = state
        self.provisional = provisional
        self.confidence = confidence
        source = .context(context, Int32(number))
    }

    public init(
        host: HostRecord, state: HostState, provisionalBecause: [ProvisionalReason], confidence: Double,
        flags: [HostFlag], roles: [RoleHint], reasons: [Reason], services: [ServiceUse],
        addressKinds: [IPv6AddressKind],
        establishedIPv4Flows: Int, establishedIPv6Flows: Int, firstIPv4Flow: Proof?, firstIPv6Flow: Proof?,
        failedIPv6Destinations: Int, succeededIPv6Destinations: Int
    ) {
        self.host = host
        self.state = state
        self.confidence = confidence
        provisional = ProvisionalReasons(provisionalBecause)
        source = .parts(
            HostProfileParts(
                flags: flags, roles: roles, reasons: reasons, services: services, addressKinds: addressKinds,
                use: HostUse(
                    establishedIPv4Flows: establishedIPv4Flows, establishedIPv6Flows: establishedIPv6Flows,
                    firstIPv4Flow: firstIPv4Flow, firstIPv6Flow: firstIPv6Flow,
                    failedIPv6Destinations: failedIPv6Destinations,
                    succeededIPv6Destinations: succeededIPv6Destinations)))
    }

    private var description: Description {
        get { descriptions.first ?? Description() }
        set { descriptions = [newValue] }
    }

    /// What it is and does, the strongest first; each role once for each kind of evidence.
    public var roleClaims: [RoleClaim] { descriptions.first?.roles ?? [] }
    public var systemClaims: [SystemClaim] { descriptions.first?.systems ?? [] }
    /// Makers by other evidence than the MAC.
    var statedVendorClaims: [VendorClaim] { descriptions.first?.vendors ?? [] }
    /// A higher state that an earlier audit proved and that still counts.
    public var held: ProvenState? { descriptions.first?.held }

    mutating func describe(roles: [RoleClaim], systems: [SystemClaim], vendors: [VendorClaim]) {
        guard !(roles.isEmpty && systems.isEmpty && vendors.isEmpty) else { return }
        description.roles = roles
        description.systems = systems
        description.vendors = vendors
    }

    mutating func hold(_ state: ProvenState) {
        description.held = state
        provisional.insert(.heldFromAudit)
    }

    /// The state that figures count: the observed one, or a higher one of an earlier audit.
    public var countedState: HostState { held?.state ?? state }
    /// What was observed now is enough for the state itself, whatever an earlier audit said.
    public var isObservationFinal: Bool { provisional.subtracting(.heldFromAudit).isEmpty }

    public var isProvisional: Bool { !provisional.isEmpty }
    /// Sorted.
    public var provisionalBecause: [ProvisionalReason] { provisional.sorted() }
    /// Only half of its conversations can be seen.
    public var isOneDirection: Bool { provisional.contains(.oneDirection) }

    /// Sorted.
    public var flags: [HostFlag] {
        switch source {
        case .context(let context, let number): context.flags(of: Int(number))
        case .parts(let parts): parts.flags
        }
    }

    /// Sorted by name: `router`, `dhcp-server` …
    public var roles: [RoleHint] {
        switch source {
        case .context(let context, let number): context.roles(of: Int(number))
        case .parts(let parts): parts.roles
        }
    }

    public var reasons: [Reason] {
        switch source {
        case .context(let context, let number): context.reasons(of: Int(number), state)
        case .parts(let parts): parts.reasons
        }
    }

    public var services: [ServiceUse] {
        switch source {
        case .context(let context, let number): context.services(of: Int(number))
        case .parts(let parts): parts.services
        }
    }

    /// For each IPv6 address of the host, how it came about.
    public var addressKinds: [IPv6AddressKind] {
        switch source {
        case .context(let context, let number): context.addressKinds(of: Int(number))
        case .parts(let parts): parts.addressKinds
        }
    }

    private var use: HostUse {
        switch source {
        case .context(let context, let number): context.use(of: Int(number))
        case .parts(let parts): parts.use
        }
    }

    /// Bidirectional flows with data, by family; beyond the link for IPv6.
    public var establishedIPv4Flows: Int {
        switch source {
        case .context(let context, let number): context.flows.hosts[Int(number)].establishedIPv4
        case .parts(let parts): parts.use.establishedIPv4Flows
        }
    }
    public var establishedIPv6Flows: Int {
        switch source {
        case .context(let context, let number): context.flows.hosts[Int(number)].establishedIPv6
        case .parts(let parts): parts.use.establishedIPv6Flows
        }
    }
    public var firstIPv4Flow: Proof? { use.firstIPv4Flow }
    public var firstIPv6Flow: Proof? { use.firstIPv6Flow }
    /// TCP attempts over IPv6 without an answer, by distinct destination.
    public var failedIPv6Destinations: Int {
        switch source {
        case .context(let context, let number): context.flows.hosts[Int(number)].destinations.failedIPv6
        case .parts(let parts): parts.use.failedIPv6Destinations
        }
    }
    public var succeededIPv6Destinations: Int { use.succeededIPv6Destinations }
    /// The same over IPv4, of the names whose IPv6 failed.
    public var failedIPv4Destinations: Int { use.failedIPv4Destinations }
    public var succeededIPv4Destinations: Int { use.succeededIPv4Destinations }
}
