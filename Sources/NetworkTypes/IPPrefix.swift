/// A prefix of either family, with the host part cleared.
public struct IPPrefix: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let address: IPAddress
    /// In bits: 0…32 or 0…128.
    public let length: UInt8

    /// Clears the bits behind `length`; a length beyond the family's is cut to it.
    public init(_ address: IPAddress, length: Int) {
        switch address.family {
        case .ipv4:
            let length = min(max(length, 0), 32)
            let mask: UInt64 = length == 0 ? 0 : UInt64(UInt32.max << UInt32(32 - length))
            self.address = IPAddress(IPv4Address(value: UInt32(truncatingIfNeeded: address.low & mask)))
            self.length = UInt8(length)
        case .ipv6:
            let length = min(max(length, 0), 128)
            let high: UInt64 = length == 0 ? 0 : length >= 64 ? .max : .max << UInt64(64 - length)
            let low: UInt64 = length <= 64 ? 0 : length == 128 ? .max : .max << UInt64(128 - length)
            self.address = IPAddress(IPv6Address(high: address.high & high, low: address.low & low))
            self.length = UInt8(length)
        }
    }

    public var family: AddressFamily { address.family }

    public func contains(_ other: IPAddress) -> Bool {
        other.family == family && IPPrefix(other, length: Int(length)).address == address
    }

    public func contains(_ other: IPPrefix) -> Bool { other.length >= length && contains(other.address) }

    public static func < (a: IPPrefix, b: IPPrefix) -> Bool {
        a.address != b.address ? a.address < b.address : a.length < b.length
    }
}

extension IPPrefix: CustomStringConvertible {
    public var description: String { "\(address)/\(length)" }

    /// Reads `ADDRESS/LENGTH`; host bits are cleared; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[0]), parts[1].utf8.count <= 3,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]),
            length <= (address.family == .ipv4 ? 32 : 128)
        else { return nil }
        self.init(address, length: length)
    }
}
