public import NetworkTypes

/// What the fragments of one datagram have in common.
///
/// IPv4: addresses, protocol and Identification (RFC 791 §3.2). IPv6: addresses and Identification; the protocol is that
/// of the first fragment (RFC 8200 §4.5).
public struct FragmentKey: Sendable, BitwiseCopyable {
    /// The link on which the fragments were seen; numbers are the caller's.
    public let link: UInt32
    public let source: IPAddress
    public let destination: IPAddress
    public let identification: UInt32
    public let upperProtocol: IPProtocol

    public init(
        link: UInt32, source: IPAddress, destination: IPAddress, identification: UInt32, upperProtocol: IPProtocol
    ) {
        self.link = link
        self.source = source
        self.destination = destination
        self.identification = identification
        self.upperProtocol = upperProtocol
    }

    private var distinguishingProtocol: UInt8 { source.family == .ipv4 ? upperProtocol.rawValue : 0 }
}

extension FragmentKey: Hashable {
    public static func == (a: FragmentKey, b: FragmentKey) -> Bool {
        a.identification == b.identification && a.link == b.link && a.source == b.source
            && a.destination == b.destination && a.distinguishingProtocol == b.distinguishingProtocol
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(identification)
        hasher.combine(link)
        hasher.combine(source)
        hasher.combine(destination)
        hasher.combine(distinguishingProtocol)
    }
}
