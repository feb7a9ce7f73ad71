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
    /// `works`, `hangs`, `refused`, `silent`, `dns-address` or `dns-empty`.
    public var claim: String
    /// `ipv4` or `ipv6`.
    public var family: String
    /// Index into `captures`; frames are counted as Wireshark does.
    public var capture: Int
    public var frame: UInt64
    public var time: String
}
