/// An IPv4 address of a host, with what bound it.
public struct IPv4AddressDocument: Codable, Hashable, Sendable {
    public var address: String
    /// Kinds of evidence, such as `arp-reply` or `dhcp-ack`; sorted.
    public var evidence: [String]
    public var firstSeen: String
    public var lastSeen: String
}

/// An IPv6 address of a host, with what bound it.
public struct IPv6AddressDocument: Codable, Hashable, Sendable {
    /// RFC 5952.
    public var address: String
    /// `global`, `unique-local`, `link-local`, `documentation` …
    public var scope: String
    /// `eui64`, `stable`, `temporary`, `manual`, `dhcpv6` or `unknown`.
    public var kind: String
    /// Kinds of evidence, such as `ndp-na` or `mld`; sorted.
    public var evidence: [String]
    public var firstSeen: String
    public var lastSeen: String
    /// Only a duplicate-address probe names it: a claim that nothing confirmed.
    public var tentative: Bool
}

/// An address seen only through a router, or on a capture without a link layer.
public struct UnmergedAddressDocument: Codable, Hashable, Sendable {
    public var address: String
    /// `ipv4` or `ipv6`.
    public var family: String
    /// The MAC it was seen behind; null without a link layer.
    @ExplicitNull public var behind: String?
    /// Index into `captures`.
    public var capture: Int
    public var packets: UInt64
    public var bytes: UInt64
    public var traffic: TrafficDocument
}
