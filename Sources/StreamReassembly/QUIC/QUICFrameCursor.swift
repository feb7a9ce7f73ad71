/// Walks the frames of an opened packet; each step takes at least one byte or ends the walk.
struct QUICFrameCursor {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Most of a client's first packet is padding.
    mutating func skipPadding() {
        offset = bytes[offset...].firstIndex { $0 != 0 } ?? bytes.count
    }

    /// A variable-length integer; nil when it is cut. RFC 9000 §16.
    mutating func integer() -> Int? {
        guard offset < bytes.count else { return nil }
        let count = 1 << Int(bytes[offset] >> 6)
        guard let range = take(count) else { return nil }
        // At most 62 bits.
        return bytes[range].reduce(0) { $0 << 8 | Int($1) } & ((1 << (8 * count - 2)) - 1)
    }

    /// The next `count` bytes; nil when there are fewer.
    mutating func take(_ count: Int) -> Range<Int>? {
        guard count >= 0, count <= bytes.count - offset else {
            offset = bytes.count
            return nil
        }
        defer { offset += count }
        return offset..<(offset + count)
    }

    /// An ACK frame behind its type; false when it is cut. RFC 9000 §19.3.
    mutating func skipAcknowledgement(withCounts: Bool) -> Bool {
        guard integer() != nil, integer() != nil, let ranges = integer(), integer() != nil else { return false }
        // Each range takes two bytes at least, so that a false count ends with the packet.
        for _ in 0..<min(ranges, bytes.count) {
            guard integer() != nil, integer() != nil else { return false }
        }
        guard withCounts else { return true }
        return integer() != nil && integer() != nil && integer() != nil
    }
}
