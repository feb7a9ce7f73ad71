/// The head of a PIM message: a router for multicast. RFC 7761 §4.9. The family is that of the IP header around it.
public struct PIMMessage: Hashable, Sendable {
    /// 0 hello, 3 join or prune. IANA PIM message types.
    public let type: UInt8

    private static let headerLength = 4

    /// Nil where the head is cut, or the version is not 2.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let head: UInt8 = bytes.field(at: range.lower)
        guard min(range.upper, bytes.byteCount) - range.lower >= Self.headerLength, head >> 4 == 2 else { return nil }
        type = head & 0x0f
    }
}
