/// A 32-bit IPv4 address in host order.
public struct IPv4Address: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let value: UInt32

    @inlinable public init(value: UInt32) { self.value = value }

    @inlinable public static var unspecified: IPv4Address { IPv4Address(value: 0) }
    @inlinable public static var broadcast: IPv4Address { IPv4Address(value: 0xffff_ffff) }

    /// 224.0.0.0/4. RFC 5771.
    public var isMulticast: Bool { value >> 28 == 0xe }
    /// 169.254.0.0/16. RFC 3927.
    public var isLinkLocal: Bool { value >> 16 == 0xa9fe }
    /// 127.0.0.0/8. RFC 1122 §3.2.1.3.
    public var isLoopback: Bool { value >> 24 == 127 }
    /// 10/8, 172.16/12, 192.168/16. RFC 1918 §3.
    public var isPrivate: Bool {
        value >> 24 == 10 || value >> 20 == 0xac1 || value >> 16 == 0xc0a8
    }
    /// 192.0.0.0/29, the IPv4 side of a CLAT: not real IPv4. RFC 7335.
    public var isServiceContinuity: Bool { value >> 3 == 0xc000_0000 >> 3 }
    /// 0.0.0.0/8 and 240.0.0.0/4 (with 255.255.255.255): never the address of a host. RFC 6890.
    public var isReserved: Bool { value >> 24 == 0 || value >> 28 == 0xf }
    /// Can be the address of one machine's interface.
    public var isHostUnicast: Bool { !isMulticast && !isReserved && !isLoopback }

    public static func < (a: IPv4Address, b: IPv4Address) -> Bool { a.value < b.value }
}

extension IPv4Address: CustomStringConvertible {
    public var description: String {
        "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
    }

    /// Reads dotted decimal, four parts without leading zeros; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                part.utf8.count == 1 || part.utf8.first != 0x30, let octet = UInt8(part)
            else { return nil }
            value = value << 8 | UInt32(octet)
        }
        self.init(value: value)
    }
}
