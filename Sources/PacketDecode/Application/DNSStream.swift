/// DNS over TCP: messages behind their lengths. RFC 1035 §4.2.2.
public enum DNSStream {
    public struct Split: Sendable, Hashable {
        /// Whole messages, without their lengths; at most 64.
        public let messages: [ByteRange]
        /// Behind the last whole message; more of the stream begins here, or the limit was met.
        public let end: Int
        /// A message has begun at `end`, of which bytes are missing.
        public let needsMore: Bool
    }

    private static let largestCount = 64
    /// The header alone. RFC 1035 §4.1.1.
    private static let shortestMessage = 12

    /// Nil where the stream cannot be one of DNS: a length is shorter than a header.
    public static func split(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Split? {
        let end = min(range.upper, bytes.byteCount)
        var offset = min(range.lower, end)
        var messages: [ByteRange] = []
        while offset < end, messages.count < largestCount {
            guard end - offset >= 2 else { return Split(messages: messages, end: offset, needsMore: true) }
            let length = Int(bytes.field(at: offset, as: UInt16.self))
            guard length >= shortestMessage else { return nil }
            guard length <= end - offset - 2 else { return Split(messages: messages, end: offset, needsMore: true) }
            messages.append(ByteRange(offset + 2, offset + 2 + length))
            offset += 2 + length
        }
        return Split(messages: messages, end: offset, needsMore: false)
    }

    /// The whole messages of a stream's first bytes; none where it cannot be one of DNS.
    public static func messageRanges(_ bytes: borrowing RawSpan, _ range: ByteRange) -> [ByteRange] {
        split(bytes, range)?.messages ?? []
    }
}
