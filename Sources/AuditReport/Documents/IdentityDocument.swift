/// What a machine shows of itself that is the same on all its addresses.
public struct IdentityDocument: Codable, Hashable, Sendable {
    /// `ssh-host-key`, `snmp-engine`, `upnp-uuid` or `wsd-uuid`.
    public var kind: String
    /// Whole: it is a public fingerprint. Hexadecimal or text, lower case.
    public var value: String
    public var address: String
    /// Who sent the frame, behind a router another machine; null on captures without a link layer.
    @ExplicitNull public var mac: String?
    /// An id of `links`.
    @ExplicitNull public var link: String?
    /// Where it was seen first: index into `captures`, and frame as Wireshark counts.
    public var capture: Int
    public var frame: UInt64
    public var firstSeen: String
    public var lastSeen: String
    /// How often it was shown.
    public var count: UInt64
}
