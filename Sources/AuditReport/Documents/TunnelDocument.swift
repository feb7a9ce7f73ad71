/// IP or Ethernet in something else between two outer addresses, both directions together.
public struct TunnelDocument: Codable, Hashable, Sendable {
    /// `6in4`, `6to4`, `teredo`, `isatap`, `gre`, `vxlan` …
    public var kind: String
    /// Empty where no IP stands outside: a pseudowire in MPLS.
    public var outer: [String]
    public var inner: [String]
    public var packets: UInt64
    public var firstSeen: String
    public var lastSeen: String
}
