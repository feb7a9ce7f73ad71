public import NetworkTypes

/// What a fragment did.
public enum FragmentOutcome: Sendable, Equatable {
    /// Kept, or a copy of what was kept; others are missing.
    case waiting
    case complete(ReassembledDatagram)
    /// It contradicts a fragment before it, or covers part of one. An IPv6 datagram is given up (RFC 5722 §4); of an IPv4
    /// datagram the bytes that came first stand.
    case overlap
    /// It cannot be part of any datagram: empty, not in steps of eight bytes, or beyond 65,535 bytes.
    case malformed
    /// A limit was met, or the datagram was given up before.
    case refused
}

/// The payload of a datagram behind the headers that every fragment repeats.
public struct ReassembledDatagram: Sendable, Equatable {
    public let bytes: [UInt8]
    /// As the fragment with offset 0 says it.
    public let upperProtocol: IPProtocol
    /// Copies counted.
    public let fragments: Int
    /// Fragments overlapped, which only IPv4 lets pass: the receiver may have read other bytes.
    public let hasOverlap: Bool
}
