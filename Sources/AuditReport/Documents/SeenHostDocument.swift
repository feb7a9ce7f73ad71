/// What v6audit believes to be one machine, as `scan` prints it.
public struct SeenHostDocument: Codable, Hashable, Sendable {
    /// `h-` and 16 hexadecimal digits.
    public var id: String
    public var macs: [String]
    /// The organisation of its first MAC; null when unknown.
    @ExplicitNull public var vendor: String?
    public var ipv4: [IPv4AddressDocument]
    public var ipv6: [IPv6AddressDocument]
    public var names: [HostNameDocument]
    public var roles: [String]
    public var flags: [String]
    /// Ids of `links`.
    public var links: [String]
    public var state: String
    public var provisional: Bool
    public var provisionalBecause: [String]
    /// 0…1.
    public var confidence: Double
    public var reasons: [ReasonDocument]
    public var services: [ServiceDocument]
    public var traffic: FamilyTrafficDocument
    public var firstSeen: String
    public var lastSeen: String
}

/// One step of the proof of a state.
public struct ReasonDocument: Codable, Hashable, Sendable {
    /// A code such as `binding.arp-reply` or `flow.tcp.ipv6`.
    public var claim: String
    /// Index into `captures`.
    public var capture: Int
    /// 1-based, as Wireshark counts.
    public var frame: UInt64
    public var time: String
    /// A Wireshark display filter.
    public var filter: String
}

/// A port that a host answers on.
public struct ServiceDocument: Codable, Hashable, Sendable {
    public var transport: String
    public var port: UInt16
    /// As registered with IANA, by port alone: `https`; null where the port is not known or has other common uses.
    @ExplicitNull public var name: String?
    /// `ipv4`, `ipv6`.
    public var families: [String]
}
