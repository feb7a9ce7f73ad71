public import NetworkTypes

extension MACAddress {
    /// The MAC of a virtual router, which moves between machines: VRRP and CARP (RFC 9568 §7.3), HSRP, GLBP.
    public var isVirtualRouter: Bool {
        switch value >> 8 {
        case 0x00_005e_0001, 0x00_005e_0002: true  // VRRP for IPv4 and for IPv6
        case 0x00_000c_07ac: true  // HSRP version 1
        default:
            value >> 12 == 0x0_0000_c9ff  // HSRP version 2, IPv4: 00:00:0c:9f:f0:00 to ff:ff
                || value >> 12 == 0x0_0057_3a00  // HSRP, IPv6: 00:05:73:a0:00:00 to 0f:ff
                || value >> 24 == 0x00_07b4  // GLBP
        }
    }

    /// A real card that a machine keeps: may join a host over links and captures.
    var identifiesMachine: Bool { isUnicast && !isLocallyAdministered && !isVirtualRouter }
}
