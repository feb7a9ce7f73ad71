/// Looks for words in text off the wire without copying it. ASCII letters match in either case.
enum SentText {
    static func starts(_ bytes: borrowing RawSpan, at offset: Int, end: Int, with word: String) -> Bool {
        guard offset >= 0, word.utf8.count <= end &- offset else { return false }
        var index = offset
        for octet in word.utf8 {
            guard lowercase(bytes.field(at: index)) == lowercase(octet) else { return false }
            index &+= 1
        }
        return true
    }

    /// Nothing but `word` stands there.
    static func equals(_ bytes: borrowing RawSpan, _ range: ByteRange, _ word: String) -> Bool {
        range.count == word.utf8.count && starts(bytes, at: range.lower, end: range.upper, with: word)
    }

    /// The first place of `word`.
    static func position(of word: String, _ bytes: borrowing RawSpan, from start: Int, to end: Int) -> Int? {
        var offset = start
        let last = end - word.utf8.count
        while offset <= last {
            if starts(bytes, at: offset, end: end, with: word) { return offset }
            offset += 1
        }
        return nil
    }

    /// The first place of an octet that `isWanted` accepts.
    static func position(
        _ bytes: borrowing RawSpan, from start: Int, to end: Int, where isWanted: (UInt8) -> Bool
    ) -> Int? {
        var offset = start
        while offset < end {
            if isWanted(bytes.field(at: offset)) { return offset }
            offset += 1
        }
        return nil
    }

    static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0d).contains(octet) }

    static func trimmed(_ bytes: borrowing RawSpan, _ range: ByteRange) -> ByteRange {
        var start = range.lower
        var end = range.upper
        while start < end, isBlank(bytes.field(at: start)) { start += 1 }
        while start < end, isBlank(bytes.field(at: end - 1)) { end -= 1 }
        return ByteRange(start, end)
    }

    /// A copy of the text without blanks around it, at most `limit` bytes of it; nil where nothing is left.
    static func text(_ bytes: borrowing RawSpan, _ range: ByteRange, limit: Int) -> String? {
        let range = trimmed(bytes, range)
        return String(sent: bytes.octets(at: range.lower, count: min(range.count, limit)))
    }

    /// A decimal number of at most nine digits that fills the range.
    static func number(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Int? {
        guard (1...9).contains(range.count) else { return nil }
        var value = 0
        for offset in range.lower..<range.upper {
            let octet = bytes.field(at: offset, as: UInt8.self)
            guard (0x30...0x39).contains(octet) else { return nil }
            value = value * 10 + Int(octet &- 0x30)
        }
        return value
    }

    @inline(__always)
    private static func lowercase(_ octet: UInt8) -> UInt8 { (0x41...0x5a).contains(octet) ? octet | 0x20 : octet }
}
