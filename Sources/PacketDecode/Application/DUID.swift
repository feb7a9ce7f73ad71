public import NetworkTypes

/// The identifier that a machine gives itself in DHCPv6, and in DHCPv4 by RFC 4361. RFC 9915 §11.
public struct DUID: Hashable, Sendable {
    /// With the type, at most 130.
    public let octets: [UInt8]

    /// RFC 9915 §11.1, with the type.
    static let octetCounts = 3...130

    /// Nil for fewer octets than a type and something behind it, and for more than 130.
    public init?(_ octets: [UInt8]) {
        guard Self.octetCounts.contains(octets.count) else { return nil }
        self.octets = octets
    }

    /// 1 link layer and time, 2 enterprise number, 3 link layer, 4 UUID.
    public var type: UInt16 { UInt16(octets[0]) << 8 | UInt16(octets[1]) }

    /// The MAC of some interface of the machine when the identifier was made, not always of the one in use; nil for
    /// other types and other hardware. RFC 9915 §11.2 and §11.4.
    public var linkLayer: MACAddress? {
        let start: Int
        switch type {
        case 1: start = 8
        case 3: start = 4
        default: return nil
        }
        // Hardware type 1 is Ethernet.
        guard octets.count == start + 6, octets[2] == 0, octets[3] == 1 else { return nil }
        return MACAddress(value: octets[start...].reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// Seconds since 2000-01-01 00:00 UTC, modulo 2³², when the identifier was made; nil but for type 1. RFC 9915 §11.2.
    public var creationSeconds: UInt32? {
        guard type == 1, octets.count >= 8 else { return nil }
        return octets[4..<8].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
