/// The head of an EIGRP packet. RFC 7868 §6.1. What it routes is the family of the IP header around it.
public struct EIGRPMessage: Hashable, Sendable {
    /// 1 update, 3 query, 4 reply, 5 hello, 10 and 11 stuck in active.
    public let operation: UInt8
    public let autonomousSystem: UInt16

    private static let headerLength = 20

    /// Nil where the head is cut, or the version is not 2.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        guard min(range.upper, bytes.byteCount) - start >= Self.headerLength,
            bytes.field(at: start, as: UInt8.self) == 2
        else { return nil }
        operation = bytes.field(at: start + 1)
        autonomousSystem = bytes.field(at: start + 18)
    }
}
