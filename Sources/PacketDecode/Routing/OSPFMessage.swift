public import NetworkTypes

/// The head of an OSPF packet. RFC 2328 §A.3.1 (version 2), RFC 5340 §A.3.1 (version 3).
public struct OSPFMessage: Hashable, Sendable {
    /// 2 or 3.
    public let version: UInt8
    /// 1 hello, 2 database description, 3 request, 4 update, 5 acknowledgement.
    public let type: UInt8
    /// A number that is written as an IPv4 address; no address of version 3.
    public let router: IPv4Address
    /// Zero: the backbone.
    public let area: IPv4Address
    /// Of version 3; zero in version 2. RFC 5340 §2.4.
    public let instance: UInt8
    /// The packet is shorter than the head says.
    public let isIncomplete: Bool

    private static let headerV2 = 24
    private static let headerV3 = 16

    /// What is routed: instances of version 3 from 64 to 127 carry IPv4. RFC 5838 §2.1.
    public var family: AddressFamily { version == 2 || (64...127).contains(instance) ? .ipv4 : .ipv6 }

    /// Nil where the head is cut, or version or type is not known.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let count = min(range.upper, bytes.byteCount) - start
        version = bytes.field(at: start)
        type = bytes.field(at: start + 1)
        let header = version == 2 ? Self.headerV2 : Self.headerV3
        let length = Int(bytes.field(at: start + 2, as: UInt16.self))
        guard count >= header, version == 2 || version == 3, (1...5).contains(type), length >= header else {
            return nil
        }
        router = bytes.ipv4(at: start + 4)
        area = bytes.ipv4(at: start + 8)
        instance = version == 3 ? bytes.field(at: start + 14) : 0
        isIncomplete = count < length
    }
}
