public import NetworkTypes

extension NameBuffer {
    private static let nibbles = 32

    /// The address that a name of a reverse zone stands for; nil for other names and for parts of addresses.
    /// RFC 1035 §3.5, RFC 3596 §2.5.
    public var reverseAddress: IPAddress? {
        if hasSuffix(".in-addr.arpa") { return reverseIPv4.map { IPAddress($0) } }
        if hasSuffix(".ip6.arpa") { return reverseIPv6.map { IPAddress($0) } }
        return nil
    }

    /// Four numbers, the last of the address first.
    private var reverseIPv4: IPv4Address? {
        var value: UInt32 = 0
        var number: UInt32 = 0
        var digits = 0
        var labels: UInt32 = 0
        for index in 0..<count {
            let octet = self[index]
            if octet == 0x2e {
                guard digits > 0, number <= 255 else { return nil }
                value |= number << (labels * 8)
                labels += 1
                if labels == 4 { return count == index + ".in-addr.arpa".utf8.count ? IPv4Address(value: value) : nil }
                number = 0
                digits = 0
            } else {
                // Other ways to write a number are other names.
                guard (0x30...0x39).contains(octet), digits < 3, !(digits == 1 && number == 0) else { return nil }
                number = number * 10 + UInt32(octet - 0x30)
                digits += 1
            }
        }
        return nil
    }

    /// Thirty-two digits, the last of the address first.
    private var reverseIPv6: IPv6Address? {
        guard count == Self.nibbles * 2 - 1 + ".ip6.arpa".utf8.count else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for place in 0..<Self.nibbles {
            let octet = self[place * 2]
            let digit: UInt64
            switch octet {
            case 0x30...0x39: digit = UInt64(octet - 0x30)
            case 0x61...0x66: digit = UInt64(octet - 0x57)
            default: return nil
            }
            guard self[place * 2 + 1] == 0x2e else { return nil }
            if place < 16 { low |= digit << UInt64(place * 4) } else { high |= digit << UInt64((place - 16) * 4) }
        }
        return IPv6Address(high: high, low: low)
    }
}
