import NetworkTypes

/// The address that a name under in-addr.arpa or ip6.arpa stands for. RFC 1035 §3.5, RFC 3596 §2.5.
enum ReverseName {
    /// - Parameter name: lower case, without a dot at the end.
    static func address(of name: String) -> IPAddress? {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.last == "arpa", labels.count >= 3 else { return nil }
        switch labels[labels.count - 2] {
        case "in-addr": return ipv4(labels.dropLast(2)).map { IPAddress($0) }
        case "ip6": return ipv6(labels.dropLast(2)).map { IPAddress($0) }
        default: return nil
        }
    }

    private static func ipv4(_ labels: ArraySlice<Substring>) -> IPv4Address? {
        var octets = Array(labels)
        // A part of a network that was delegated has a label of its own, `0-31` or `0/27`. RFC 2317 §4.
        if octets.count == 5, octets[1].contains(where: { $0 == "-" || $0 == "/" }) { octets.remove(at: 1) }
        return IPv4Address(octets.reversed().joined(separator: "."))
    }

    private static func ipv6(_ labels: ArraySlice<Substring>) -> IPv6Address? {
        guard labels.count == 32 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for label in labels.reversed() {
            guard label.utf8.count == 1, let digit = UInt64(label, radix: 16) else { return nil }
            words.high = words.high << 4 | words.low >> 60
            words.low = words.low << 4 | digit
        }
        return IPv6Address(high: words.high, low: words.low)
    }
}
