import NetworkTypes

/// How devices write addresses.
enum DeviceNotation {
    /// A MAC address in any vendor's notation: `0011.2233.4455`, `0011-2233-4455`, `00:11:22:33:44:55`, `0:11:22:…`,
    /// `001122-334455`; nil for anything else, also for twelve digits without a separator.
    static func mac(_ text: some StringProtocol) -> MACAddress? {
        guard (11...17).contains(text.utf8.count) else { return nil }
        var groups: [(digits: Int, value: UInt64)] = []
        var digits = 0
        var value: UInt64 = 0
        var separator: UInt8?
        for octet in text.utf8 {
            switch octet {
            case 0x2d, 0x2e, 0x3a:
                if let separator, separator != octet { return nil }
                separator = octet
                groups.append((digits, value))
                digits = 0
                value = 0
            case 0x30...0x39, 0x41...0x46, 0x61...0x66:
                value = value << 4 | UInt64(octet < 0x40 ? octet - 0x30 : octet & 0x0f + 9)
                digits += 1
                if digits > 6 { return nil }
            default: return nil
            }
        }
        groups.append((digits, value))
        let bits: UInt64
        switch groups.count {
        case 2 where groups.allSatisfy { $0.digits == 6 }: bits = 24
        case 3 where groups.allSatisfy { $0.digits == 4 }: bits = 16
        case 6 where groups.allSatisfy { $0.digits == 1 || $0.digits == 2 }: bits = 8
        default: return nil
        }
        return MACAddress(value: groups.reduce(0) { $0 << bits | $1.value })
    }

    /// The length of a prefix from a netmask or from a number of bits; nil for a mask with holes.
    static func prefixLength(mask: some StringProtocol) -> UInt8? {
        if let bits = UInt8(mask), bits <= 32 { return bits }
        guard let mask = IPv4Address(mask)?.value else { return nil }
        let bits = mask.leadingOnes
        return bits == 32 || mask << UInt32(bits) == 0 ? UInt8(bits) : nil
    }

    /// `ADDRESS` or `ADDRESS/LENGTH`, keeping the host part; nil where either is not right.
    static func address(_ text: some StringProtocol) -> (address: IPAddress, length: UInt8?)? {
        guard let slash = text.firstIndex(of: "/") else { return IPAddress(text).map { ($0, nil) } }
        guard let address = IPAddress(text[..<slash]), let length = UInt8(text[text.index(after: slash)...]),
            length <= (address.family == .ipv4 ? 32 : 128)
        else { return nil }
        return (address, length)
    }
}

extension UInt32 {
    fileprivate var leadingOnes: Int { (~self).leadingZeroBitCount }
}
