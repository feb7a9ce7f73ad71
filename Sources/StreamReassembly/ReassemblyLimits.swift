/// What needs more than one packet: datagrams in fragments, the first bytes of TCP connections, and the ClientHello in
/// QUIC Initial packets.
///
/// Everything here comes from untrusted packets, so each table is bounded by these values, and by nothing the packets
/// say. Where a limit bites, the oldest entry goes and `evicted` counts it; `FragmentTable` and `StreamTable` give up a
/// single datagram or stream that is too large in itself. A table holds no memory before its first entry.
///
/// | Table | Entries | One entry | All entries | Time |
/// |---|---|---|---|---|
/// | `FragmentTable` | `datagrams` | 65,535 bytes, `fragments` | `bytes` | `timeout4`, `timeout6` of capture time |
/// | `StreamTable` | `directions`, and as many that sent only a SYN | `prefix`, `heldSegments`, `heldBytes` | `bytes` | none |
/// | `QUICInitialTable` | `flows`, two connections each | `handshake`, `heldPieces` | `bytes` | none |
///
/// `bytes` counts the capacity of buffers and a fixed sum for each piece that waits for an earlier one.
public struct FragmentLimits: Sendable {
    /// Datagrams that wait for fragments.
    public var datagrams = 1024
    /// Fragments of one datagram.
    public var fragments = 64
    /// Memory of all waiting datagrams, in bytes.
    public var bytes = 8 << 20
    /// How long an IPv4 datagram may take, in nanoseconds of capture time. RFC 1122 §3.3.2 asks for a fixed value.
    public var timeout4: Int64 = 30_000_000_000
    /// The same for IPv6. RFC 8200 §4.5.
    public var timeout6: Int64 = 60_000_000_000

    public init() {}
}

/// Bounds of `StreamTable`; see `FragmentLimits`.
public struct StreamLimits: Sendable {
    /// Directions of connections that sent data, and as many that sent only a SYN.
    public var directions = 4096
    /// Segments of one direction that wait for an earlier one.
    public var heldSegments = 8
    /// Their bytes.
    public var heldBytes = 16 << 10
    /// Segments of one direction that lie too far ahead, before the direction is given up.
    public var strays = 64
    /// Memory of all directions, in bytes.
    public var bytes = 8 << 20

    public init() {}
}

/// Bounds of `QUICInitialTable`; see `FragmentLimits`.
public struct QUICLimits: Sendable {
    public var flows = 1024
    /// Handshake bytes of one connection.
    public var handshake = 16 << 10
    /// Pieces of one connection that wait for an earlier one; clients cut a ClientHello into dozens and mix them.
    public var heldPieces = 128
    /// Memory of all connections, in bytes.
    public var bytes = 8 << 20

    public init() {}
}
