/// A name under which clients asked for a server.
public struct ServerNameDocument: Codable, Hashable, Sendable {
    /// Null where the site's privacy policy hides it; then the address is left out too.
    @ExplicitNull public var name: String?
    /// Stands for a hidden name, as in `names`. Null beside a name.
    @ExplicitNull public var hash: String?
    @ExplicitNull public var address: String?
    /// Of the server's address.
    public var family: String
    public var port: UInt16
    /// `tcp` or `udp`.
    public var transport: String
    /// `tls`, `quic` or `http`.
    public var source: String
    /// Where it was asked for first: index into `captures`, and frame as Wireshark counts.
    public var capture: Int
    public var frame: UInt64
    public var firstSeen: String
    public var lastSeen: String
    /// How often it was asked for.
    public var count: UInt64
}
