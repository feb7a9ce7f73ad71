/// Packets and bytes of IP packets.
public struct TrafficDocument: Codable, Hashable, Sendable {
    public var packets: UInt64
    public var bytes: UInt64
}

/// Traffic by family.
public struct FamilyTrafficDocument: Codable, Hashable, Sendable {
    public var ipv4: TrafficDocument
    public var ipv6: TrafficDocument
}
