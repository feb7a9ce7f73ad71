/// What a machine shows of itself that is the same on all its addresses, or what others say of it.
public struct IdentityDocument: Codable, Hashable, Sendable {
    /// The words of `IdentityKind`, such as `ssh-host-key` or `duid`.
    public var kind: String
    /// Whole: it is a public fingerprint, an identifier or a name. Hexadecimal or text, lower case. Null where it has a
    /// name that the site's privacy policy hides; then the address is left out too.
    @ExplicitNull public var value: String?
    /// Stands for a hidden name, as in `names`; left out beside a value.
    public var hash: String?
    /// Left out where it was shown without one, of the machine that `mac` is.
    public var address: String?
    /// Who sent the frame, behind a router another machine; of DHCP and RADIUS the client's own. Null on captures without
    /// a link layer, and where others speak of the address.
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
