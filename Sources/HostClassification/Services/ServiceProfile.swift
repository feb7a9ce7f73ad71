public import NetworkTypes
public import TrafficObservation

/// How far a service or a system is, from the least. Domain reference §4.4 and §4.5.
public enum ServiceState: String, Sendable, CaseIterable {
    case unknown
    case ipv4Only = "ipv4-only"
    case ipv6Latent = "ipv6-latent"
    case dualBroken = "dual-broken"
    case dualDegraded = "dual-degraded"
    case dualOK = "dual-ok"
    case ipv6OnlyOK = "ipv6-only-ok"
    /// The name exists and has no address of either family.
    case intentionallyNone = "intentionally-none"
    /// Nobody tried what would tell; neither good nor bad.
    case notTested = "not-tested"
    /// Nothing answers over any family: the service is down or out of reach, which says nothing about IPv6.
    case unreachableBoth = "unreachable-both"

    /// It says how far the service is.
    public var isDecided: Bool {
        switch self {
        case .ipv4Only, .ipv6Latent, .dualBroken, .dualDegraded, .dualOK, .ipv6OnlyOK: true
        case .unknown, .intentionallyNone, .notTested, .unreachableBoth: false
        }
    }

    /// The least of those that are decided; nil where none is.
    static func least(_ states: [ServiceState]) -> ServiceState? {
        allCases.first { $0.isDecided && states.contains($0) }
    }
}

/// What was seen of a service over one family.
public enum FamilyAnswer: String, Sendable, CaseIterable {
    /// Every address that must answer did, with data.
    case works
    /// Those that were tried answer; others were not tried.
    case worksSoFar = "works-so-far"
    /// Some of its addresses answer, others do not.
    case partial
    /// Connections open and then nothing comes: a path that loses large packets, or a server that is stuck.
    case hangs
    /// A reset instead of an answer: nothing listens there.
    case refused
    /// Repeated attempts without any answer, or an ICMP error: a filter or a missing route.
    case silent
    /// It is known to have no address of the family.
    case none
    case notTested = "not-tested"
}

/// A frame that says something about a service.
public struct ServiceProof: Hashable, Sendable {
    public enum Code: String, Sendable {
        case works, hangs, refused, silent
        case addressSeen = "dns-address"
        case emptyAnswer = "dns-empty"
        /// What the service says over IPv6 is not what it says over IPv4.
        case contentDiffers = "content-differs"
    }

    public let code: Code
    public let family: AddressFamily
    public let proof: Proof

    public init(_ code: Code, _ family: AddressFamily, _ proof: Proof) {
        self.code = code
        self.family = family
        self.proof = proof
    }
}

/// A port of a machine, or a name with a port, with what the traffic says of it over each family.
public struct ServiceProfile: Sendable {
    /// The DNS name that clients use; nil: the machine's port, whatever it is called.
    public let name: String?
    /// The id of the machine; nil where none of the name's addresses is a known machine's.
    public let host: String?
    /// Nil with `port`: a listed name that no port is known of.
    public let transport: IPProtocol?
    public let port: UInt16?
    public let state: ServiceState
    public let ipv4: FamilyAnswer
    public let ipv6: FamilyAnswer
    /// Sorted by time.
    public let proofs: [ServiceProof]

    public init(
        name: String?, host: String?, transport: IPProtocol?, port: UInt16?, state: ServiceState, ipv4: FamilyAnswer,
        ipv6: FamilyAnswer, proofs: [ServiceProof]
    ) {
        self.name = name
        self.host = host
        self.transport = transport
        self.port = port
        self.state = state
        self.ipv4 = ipv4
        self.ipv6 = ipv6
        self.proofs = proofs
    }
}
