/// A name with a port, or a port of a machine, with how far it is.
public struct ServiceStateDocument: Codable, Hashable, Sendable {
    /// The DNS name that clients use; null: a port of a machine.
    @ExplicitNull public var name: String?
    /// The id of the machine; null where none of the name's addresses is a known machine's.
    @ExplicitNull public var host: String?
    /// Null with `port`: a listed name that no port is known of.
    @ExplicitNull public var transport: String?
    @ExplicitNull public var port: UInt16?
    /// `dual-ok`, `not-tested` …
    public var state: String
    /// What was seen over each family: `works`, `works-so-far`, `partial`, `hangs`, `refused`, `silent`, `none` or `not-tested`.
    public var ipv4: String
    public var ipv6: String
    /// In the order of time.
    public var proofs: [ServiceProofDocument]
}

/// A frame that says something about a service.
public struct ServiceProofDocument: Codable, Hashable, Sendable {
    /// `works`, `hangs`, `refused`, `silent`, `dns-address`, `dns-empty` or `content-differs`.
    public var claim: String
    /// `ipv4` or `ipv6`.
    public var family: String
    /// Index into `captures`; frames are counted as Wireshark does.
    /// Both are absent where a file or a probe says it.
    public var capture: Int?
    public var frame: UInt64?
    public var time: String
    /// An imported file and its line.
    public var file: String?
    public var line: Int?
    /// An active check, as `tcp/443 192.0.2.10`.
    public var probe: String?
}

extension ServiceProofDocument {
    /// The same place as other evidence is written.
    public var evidence: EvidenceDocument {
        if let file, let line { return .file(path: file, line: line) }
        if let probe { return .probe(name: probe, time: time) }
        return .packet(capture: capture ?? 0, frame: frame ?? 0, time: time, filter: nil)
    }
}
