public import NetworkTypes

/// A VRRP advertisement: routers that share addresses. RFC 3768 §5.1 (version 2), RFC 9568 §5 (version 3).
public struct VRRPMessage: Hashable, Sendable {
    /// 2 or 3.
    public let version: UInt8
    public let virtualRouter: UInt8
    /// 255 owns the addresses, 0 gives up.
    public let priority: UInt8
    /// At most 64; in IPv6 the first is the virtual router's link-local address. RFC 9568 §5.2.9.
    public private(set) var addresses: [IPAddress] = []
    /// Fewer addresses are there than are announced.
    public private(set) var isIncomplete = false

    private enum Field {
        static let virtualRouter = 1
        static let priority = 2
        static let count = 3
        static let addresses = 8
    }

    /// The most addresses that are kept of one message.
    private static let largestAddressCount = 64

    /// `family` is that of the IP header. Nil where the head is cut, or version or type is another.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange, family: AddressFamily) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        let head: UInt8 = bytes.field(at: start)
        version = head >> 4
        virtualRouter = bytes.field(at: start + Field.virtualRouter)
        priority = bytes.field(at: start + Field.priority)
        guard end - start >= Field.addresses, version == 2 || version == 3, head & 0x0f == 1 else { return nil }
        let count = Int(bytes.field(at: start + Field.count, as: UInt8.self))
        let size = family == .ipv4 ? 4 : 16
        var offset = start + Field.addresses
        for _ in 0..<min(count, Self.largestAddressCount) {
            guard offset + size <= end else { break }
            addresses.append(family == .ipv4 ? IPAddress(bytes.ipv4(at: offset)) : IPAddress(bytes.ipv6(at: offset)))
            offset += size
        }
        isIncomplete = addresses.count < count
    }
}
