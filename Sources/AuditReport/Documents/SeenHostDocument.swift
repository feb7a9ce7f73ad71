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
    /// What more evidence speaks for than against; sorted.
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
    /// What the machine is, as far as the evidence goes: `printer`; null when nothing tells.
    @ExplicitNull public var role: String?
    /// The family of its operating system: `windows`; null when nothing tells.
    @ExplicitNull public var system: String?
    /// What is believed of the machine, and why; the strongest first.
    @AddedLater public var claims: [ClaimDocument] = []
}

/// One belief about a machine with its evidence.
public struct ClaimDocument: Codable, Hashable, Sendable {
    /// `role`, `system` or `vendor`.
    public var about: String
    public var value: String
    /// 0…1: how often such evidence means the value.
    public var strength: Double
    /// A code such as `lldp`, `dhcp-parameter-list` or `mac-prefix`.
    public var because: String
    /// Index into `captures`, frame and time; null for what a list says.
    @ExplicitNull public var capture: Int?
    @ExplicitNull public var frame: UInt64?
    @ExplicitNull public var time: String?
}

/// One step of the proof of a state.
public struct ReasonDocument: Codable, Hashable, Sendable {
    /// A code such as `binding.arp-reply` or `flow.tcp.ipv6`.
    public var claim: String
    /// Index into `captures`; absent with `frame` and `filter` where a file or a probe says it.
    public var capture: Int?
    /// 1-based, as Wireshark counts.
    public var frame: UInt64?
    public var time: String
    /// A Wireshark display filter.
    public var filter: String?
    /// An imported file and its line.
    public var file: String?
    public var line: Int?
    /// An active check, as `tcp/443 192.0.2.10`.
    public var probe: String?
}

extension ReasonDocument {
    /// The same place as other evidence is written.
    public var evidence: EvidenceDocument {
        if let file, let line { return .file(path: file, line: line) }
        if let probe { return .probe(name: probe, time: time) }
        return .packet(capture: capture ?? 0, frame: frame ?? 0, time: time, filter: filter)
    }
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
