/// IP in IP between two outer addresses, both directions together.
public struct TunnelDocument: Codable, Hashable, Sendable {
    /// `6in4`, `6to4`, `teredo`, `isatap`, `gre` …
    public var kind: String
    public var outer: [String]
    public var inner: [String]
    public var packets: UInt64
    public var firstSeen: String
    public var lastSeen: String
}
