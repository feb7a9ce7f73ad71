/// What kind of address an IPv6 address is: the first step of every classification. IANA special-purpose registry.
public enum IPv6Scope: String, Sendable, CaseIterable {
    case unspecified
    case loopback
    case linkLocal = "link-local"
    case uniqueLocal = "unique-local"
    case siteLocal = "site-local"
    case multicast
    case global
    case sixToFour = "6to4"
    case teredo
    case nat64
    case documentation
    case sixBone = "6bone"
    case discard
    case segmentRouting = "segment-routing"
    case orchid
    case ipv4Mapped = "ipv4-mapped"
    case ipv4Compatible = "ipv4-compatible"
    case reserved
}

extension IPv6Address {
    public var scope: IPv6Scope {
        switch high >> 56 {
        case 0xff: return .multicast  // RFC 4291 §2.7
        case 0xfc, 0xfd: return .uniqueLocal  // RFC 4193 §3.1
        case 0xfe:
            if high >> 54 == 0x3fa { return .linkLocal }  // fe80::/10, RFC 4291 §2.5.6
            if high >> 54 == 0x3fb { return .siteLocal }  // fec0::/10, RFC 3879
            return .reserved
        default: break
        }
        if high == 0 {
            if low == 0 { return .unspecified }
            if low == 1 { return .loopback }
            if low >> 32 == 0xffff { return .ipv4Mapped }  // RFC 4291 §2.5.5.2
            if low >> 32 == 0 { return .ipv4Compatible }  // RFC 4291 §2.5.5.1
            return .reserved
        }
        if high == 0x0064_ff9b_0000_0000, low >> 32 == 0 { return .nat64 }  // RFC 6052 §2.1
        if high >> 16 == 0x0064_ff9b_0001 { return .nat64 }  // RFC 8215
        if high == 0x0100_0000_0000_0000 { return .discard }  // RFC 6666
        if high >> 48 == 0x5f00 { return .segmentRouting }  // RFC 9602
        if high >> 48 == 0x2002 { return .sixToFour }  // RFC 3056 §2
        if high >> 32 == 0x2001_0000 { return .teredo }  // RFC 4380 §2.6
        if high >> 32 == 0x2001_0db8 { return .documentation }  // RFC 3849
        if high >> 36 == 0x2001_001 || high >> 36 == 0x2001_002 { return .orchid }  // RFC 4843, RFC 7343
        if high >> 44 == 0x3fff_0 { return .documentation }  // RFC 9637
        if high >> 48 == 0x3ffe { return .sixBone }  // RFC 3701
        if high >> 61 == 1 { return .global }  // 2000::/3
        return .reserved
    }

    public var isMulticast: Bool { high >> 56 == 0xff }
    public var isLinkLocal: Bool { high >> 54 == 0x3fa }
    /// ff01::/16 and ff02::/16: never forwarded by a router. RFC 4291 §2.7.
    public var isLinkScopeMulticast: Bool { isMulticast && high >> 48 & 0xf <= 2 }
    public var isUnspecified: Bool { high == 0 && low == 0 }
    /// An ISATAP interface identifier. RFC 5214 §6.1.
    public var isISATAP: Bool { low >> 32 == 0x0000_5efe || low >> 32 == 0x0200_5efe }

    /// Whether the address, bound to a host, means that IPv6 beyond the link is configured there.
    /// Addresses of automatic tunnels never do; documentation, 6bone and site-local addresses do, and a rule reports them.
    public var isConfiguredUnicast: Bool {
        if isISATAP { return false }
        return switch scope {
        case .global, .uniqueLocal, .documentation, .siteLocal, .sixBone: true
        default: false
        }
    }
    /// Whether the address belongs to an automatic tunnel: 6to4, Teredo or ISATAP.
    public var isTunnelAddress: Bool { scope == .sixToFour || scope == .teredo || isISATAP }
    /// Can be the address of one machine's interface.
    public var isHostUnicast: Bool {
        switch scope {
        case .unspecified, .loopback, .multicast, .ipv4Mapped, .ipv4Compatible: false
        // Of the space that nobody was given only the first part is never an interface's. RFC 4291 §2.5.2, §2.5.3.
        case .reserved: high >> 56 != 0
        default: true
        }
    }

    /// The MAC address that an EUI-64 interface identifier was made from; nil for other identifiers. RFC 4291 App. A.
    public var embeddedMAC: MACAddress? {
        guard low >> 24 & 0xffff == 0xfffe else { return nil }
        let mac = (low >> 40 ^ 0x02_0000) << 24 | low & 0xff_ffff
        return MACAddress(value: mac)
    }
    /// The 24 bits that the solicited-node group of this address carries. RFC 4291 §2.7.1.
    public var solicitedNodeBits: UInt32 { UInt32(truncatingIfNeeded: low & 0xff_ffff) }
}
