public import NetworkTypes

/// A RIP or RIPng message. RFC 1058 §3.1, RFC 2453 §4, RFC 2080 §2.1.
public struct RIPMessage: Hashable, Sendable {
    /// What is routed.
    public let family: AddressFamily
    /// 1 request, 2 response.
    public let command: UInt8
    /// 1 or 2 of RIP, 1 of RIPng.
    public let version: UInt8
    /// Without authentication and next hops; whole entries only.
    public private(set) var entryCount = 0
    /// The last entry is cut.
    public let isIncomplete: Bool

    private static let headerLength = 4
    private static let entryLength = 20
    /// More fit no datagram.
    private static let largestEntryCount = 3276

    /// `family` is IPv6 on port 521, else IPv4. Nil where the head is cut, or command or version is not known.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange, family: AddressFamily) {
        let start = range.lower
        let count = min(range.upper, bytes.byteCount) - start
        self.family = family
        command = bytes.field(at: start)
        version = bytes.field(at: start + 1)
        guard count >= Self.headerLength, command == 1 || command == 2,
            version == 1 || (version == 2 && family == .ipv4)
        else { return nil }
        let entries = (count - Self.headerLength) / Self.entryLength
        for index in 0..<min(entries, Self.largestEntryCount) {
            let offset = start + Self.headerLength + index * Self.entryLength
            let isRoute =
                family == .ipv4
                ? bytes.field(at: offset, as: UInt16.self) != 0xffff  // RFC 2453 §4.1
                : bytes.field(at: offset + 19, as: UInt8.self) != 0xff  // RFC 2080 §2.1.1
            if isRoute { entryCount += 1 }
        }
        isIncomplete = (count - Self.headerLength) % Self.entryLength != 0
    }
}
