import NetworkTypes

/// The address families that an SDP body names. RFC 8866 §5.7.
enum SessionDescription {
    /// The most lines that are read.
    private static let largestLineCount = 256

    /// Of the lines `c=IN IP4 …` and `c=IN IP6 …`.
    static func families(_ bytes: borrowing RawSpan, _ body: ByteRange) -> Set<AddressFamily> {
        var families: Set<AddressFamily> = []
        var lines = TextLineCursor(body, limit: largestLineCount)
        while let line = lines.next(bytes) {
            if SentText.starts(bytes, at: line.lower, end: line.upper, with: "c=IN IP4 ") {
                families.insert(.ipv4)
            } else if SentText.starts(bytes, at: line.lower, end: line.upper, with: "c=IN IP6 ") {
                families.insert(.ipv6)
            }
        }
        return families
    }
}
