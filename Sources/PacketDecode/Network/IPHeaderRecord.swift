public import NetworkTypes

/// What an IP header says, with its extension headers folded in.
public struct IPHeaderRecord: Sendable, BitwiseCopyable {
    public internal(set) var source = IPAddress(IPv4Address(value: 0))
    public internal(set) var destination = IPAddress(IPv4Address(value: 0))
    /// The whole packet in bytes, as its header says.
    public internal(set) var length: UInt32 = 0
    /// IPv4: the Identification field. IPv6: that of the Fragment header, 0 without one.
    public internal(set) var identification: UInt32 = 0
    /// In bytes; zero for the first fragment and for whole packets.
    public internal(set) var fragmentOffset: UInt16 = 0
    /// TTL or hop limit.
    public internal(set) var hopLimit: UInt8 = 0
    /// The protocol behind all extension headers; of a fragment, the one that the fragmented part begins with.
    public internal(set) var upperProtocol = IPProtocol.noNextHeader
    /// A fragment header (IPv6) or a fragment of a larger packet (IPv4).
    public internal(set) var isFragment = false
    /// Not the last fragment.
    public internal(set) var hasMoreFragments = false
    /// A Routing header of type 0. RFC 5095.
    public internal(set) var hasRoutingHeaderType0 = false

    /// A piece of a packet that does not hold all of it; false for IPv6 with a needless Fragment header (RFC 6946).
    @inline(__always)
    var isPartial: Bool { hasMoreFragments || fragmentOffset != 0 }
}
