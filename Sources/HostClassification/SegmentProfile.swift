/// How far a segment is. Domain reference §4.5; lower-case in the outputs.
public enum SegmentState: String, Sendable, CaseIterable {
    case unknown
    case noIPv6 = "no-ipv6"
    case latent
    case raOnly = "ra-only"
    case dual
    case dualUnsafe = "dual-unsafe"
    case ipv6Mostly = "ipv6-mostly"
    case ipv6Only = "ipv6-only"
}

/// A segment of the site, or an unresolved link, with its hosts counted.
public struct SegmentProfile: Sendable {
    /// The segment's id, else the link's.
    public let id: String
    /// Nil where the link belongs to no segment of the site.
    public let segment: String?
    /// Index into `HostTable.links`; nil for a segment that no capture shows.
    public let link: Int?
    public let state: SegmentState
    public let hostCounts: [HostState: Int]
    /// The state rests on hosts whose own states are not final.
    public let isProvisional: Bool
    /// Prefixes declared and, after them, prefixes advertised on the link; text form, sorted, without repetition.
    public let prefixes: [String]

    public init(
        id: String, segment: String?, link: Int?, state: SegmentState, hostCounts: [HostState: Int], prefixes: [String],
        isProvisional: Bool = false
    ) {
        self.id = id
        self.segment = segment
        self.link = link
        self.state = state
        self.hostCounts = hostCounts
        self.isProvisional = isProvisional
        self.prefixes = prefixes
    }
}

extension SegmentProfile {
    /// The part of its hosts in each state, 0…1 with four decimals; empty without hosts.
    public var hostShares: [HostState: Double] {
        let total = hostCounts.values.reduce(0, +)
        guard total > 0 else { return [:] }
        return hostCounts.filter { $0.value > 0 }.mapValues { (Double($0) / Double(total) * 10_000).rounded() / 10_000 }
    }
}

/// An information system of the site: the minimum over its mandatory components; unknown if one is unknown.
public struct SystemProfile: Sendable {
    public struct Component: Sendable {
        public let name: String
        public let state: ServiceState
        /// The host it was recognised as; nil when it was not seen.
        public let host: String?

        public init(name: String, state: ServiceState, host: String?) {
            self.name = name
            self.state = state
            self.host = host
        }
    }

    public let id: String
    public let state: ServiceState
    /// The least state of the mandatory components that are known; nil where none is. What is unknown may be worse.
    public let known: ServiceState?
    public let components: [Component]

    public init(id: String, state: ServiceState, components: [Component], known: ServiceState? = nil) {
        self.id = id
        self.state = state
        self.known = known
        self.components = components
    }
}
