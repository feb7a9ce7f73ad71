/// Walks the lines of a text message; a line ends in LF, before which a CR may stand.
struct TextLineCursor {
    private(set) var offset: Int
    private let end: Int
    private var remaining: Int
    /// The last line has no end: it may be cut.
    private(set) var isCut = false

    /// `limit` is the most lines that are given.
    init(_ range: ByteRange, limit: Int) {
        offset = range.lower
        end = range.upper
        remaining = limit
    }

    /// The next line without its end; nil behind the last.
    mutating func next(_ bytes: borrowing RawSpan) -> ByteRange? {
        guard offset < end, remaining > 0 else { return nil }
        remaining -= 1
        let start = offset
        let feed = SentText.position(bytes, from: start, to: end, where: { $0 == 0x0a }) ?? end
        isCut = feed == end
        offset = min(feed + 1, end)
        let hasReturn = feed > start && bytes.field(at: feed - 1, as: UInt8.self) == 0x0d
        return ByteRange(start, hasReturn ? feed - 1 : feed)
    }
}

/// The start line and the header fields of a text message in the manner of HTTP: SIP, RTSP, SSDP. RFC 9112 §2.1.
struct TextHeaderCursor {
    /// The most header fields that are given of one message.
    private static let largestFieldCount = 128

    struct Field {
        let name: ByteRange
        /// Without blanks around it.
        let value: ByteRange
    }

    private var lines: TextLineCursor
    private let end: Int
    let startLine: ByteRange
    /// The empty line behind the header was met.
    private(set) var isComplete = false

    /// Nil where there is no line at all.
    init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        lines = TextLineCursor(ByteRange(range.lower, end), limit: Self.largestFieldCount)
        self.end = end
        guard let line = lines.next(bytes) else { return nil }
        startLine = line
    }

    /// What stands behind the header; empty before the header has ended.
    var body: ByteRange { isComplete ? ByteRange(lines.offset, end) : .empty }

    /// The next field; nil at the end of the header, and where the rest of a field is cut off.
    mutating func next(_ bytes: borrowing RawSpan) -> Field? {
        while !isComplete, let line = lines.next(bytes), !lines.isCut {
            guard !line.isEmpty else {
                isComplete = true
                return nil
            }
            guard
                let colon = SentText.position(bytes, from: line.lower, to: line.upper, where: { $0 == 0x3a })
            else { continue }
            return Field(
                name: SentText.trimmed(bytes, ByteRange(line.lower, colon)),
                value: SentText.trimmed(bytes, ByteRange(colon + 1, line.upper)))
        }
        return nil
    }
}
