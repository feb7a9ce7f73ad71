/// A routing or gateway redundancy protocol that a machine speaks, for one family.
public struct RoutingDocument: Codable, Hashable, Sendable {
    /// `rip`, `ripng`, `ospf`, `ospfv3`, `bgp`, `eigrp`, `isis`, `pim`, `vrrp`, `hsrp` or `glbp`.
    public var `protocol`: String
    /// What is routed, not what carries the message.
    public var family: String
    /// The sender's address; null for protocols that do not run over IP.
    @ExplicitNull public var source: String?
    /// Who sent the frame; null on captures without a link layer.
    @ExplicitNull public var mac: String?
    /// The virtual router, group or autonomous system; 0 where the protocol has none.
    public var group: UInt32
    /// Virtual addresses.
    public var addresses: [String]
    /// An id of `links`.
    @ExplicitNull public var link: String?
    /// Where it was seen first: index into `captures`, and frame as Wireshark counts.
    public var capture: Int
    public var frame: UInt64
    public var firstSeen: String
    public var lastSeen: String
    /// Messages.
    public var count: UInt64
}
