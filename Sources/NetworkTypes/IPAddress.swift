/// The two address families, in the spelling of the outputs.
public enum AddressFamily: UInt8, Sendable, Hashable, Comparable, CaseIterable, BitwiseCopyable {
    case ipv4 = 4
    case ipv6 = 6

    public var name: String { self == .ipv4 ? "ipv4" : "ipv6" }
    public static func < (a: AddressFamily, b: AddressFamily) -> Bool { a.rawValue < b.rawValue }
}

/// An address of either family, small enough to be a table key.
public struct IPAddress: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let high: UInt64
    public let low: UInt64
    public let family: AddressFamily

    @inlinable public init(_ address: IPv4Address) {
        high = 0
        low = UInt64(address.value)
        family = .ipv4
    }

    @inlinable public init(_ address: IPv6Address) {
        high = address.high
        low = address.low
        family = .ipv6
    }

    public var ipv4: IPv4Address? {
        family == .ipv4 ? IPv4Address(value: UInt32(truncatingIfNeeded: low)) : nil
    }
    public var ipv6: IPv6Address? { family == .ipv6 ? IPv6Address(high: high, low: low) : nil }

    /// 255.255.255.255. RFC 919 §7.
    @inlinable public var isBroadcast: Bool { family == .ipv4 && low == 0xffff_ffff }
    @inlinable public var isMulticast: Bool { family == .ipv4 ? low >> 28 == 0xe : high >> 56 == 0xff }
    @inlinable public var isLinkLocal: Bool { family == .ipv4 ? low >> 16 == 0xa9fe : high >> 54 == 0x3fa }
    /// Can be the address of one machine's interface.
    @inlinable public var isHostUnicast: Bool {
        // Of 2000::/3 every address can be, whatever the special-purpose registry says of it.
        if family == .ipv6, high >> 61 == 1 { return true }
        return isOtherHostUnicast
    }
    @usableFromInline var isOtherHostUnicast: Bool { ipv4?.isHostUnicast ?? ipv6?.isHostUnicast ?? false }

    @inlinable public static func == (a: IPAddress, b: IPAddress) -> Bool {
        a.low == b.low && a.high == b.high && a.family == b.family
    }

    @inlinable
    public static func < (a: IPAddress, b: IPAddress) -> Bool {
        if a.family != b.family { return a.family < b.family }
        return a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String { ipv4?.description ?? ipv6?.description ?? "" }

    public init?(_ text: some StringProtocol) {
        if let address = IPv4Address(text) {
            self.init(address)
        } else if let address = IPv6Address(text) {
            self.init(address)
        } else {
            return nil
        }
    }
}
