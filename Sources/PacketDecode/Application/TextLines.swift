/// Lines of a text protocol, one after another; each without its end, which is LF or CR LF.
struct TextLines {
    /// Behind the line that was read last.
    private(set) var offset: Int
    private let end: Int
    /// The range ends, or a line breaks the limit, before a line's end.
    private(set) var isCut = false
    private let longestLine: Int

    init(_ bytes: borrowing RawSpan, _ range: ByteRange, limit: Int, longestLine: Int) {
        let upper = min(range.upper, bytes.byteCount)
        offset = min(range.lower, upper)
        end = min(upper, offset + limit)
        self.longestLine = longestLine
    }

    mutating func next(_ bytes: borrowing RawSpan) -> ByteRange? {
        let start = offset
        let last = min(end, start + longestLine)
        var place = start
        while !isCut, place < last {
            if bytes.field(at: place, as: UInt8.self) == 0x0a {
                offset = place + 1
                let hasReturn = place > start && bytes.field(at: place - 1, as: UInt8.self) == 0x0d
                return ByteRange(start, hasReturn ? place - 1 : place)
            }
            place += 1
        }
        isCut = true
        return nil
    }
}

extension RawSpan {
    /// A header field's value, without the blanks around it, where the line is of the field `name`, which is in lower
    /// case. RFC 9110 §5.1.
    func headerValue(_ line: ByteRange, _ name: StaticString) -> ByteRange? {
        let length = name.utf8CodeUnitCount
        guard line.count > length, field(at: line.lower + length, as: UInt8.self) == 0x3a,
            hasPrefix(name, at: line.lower, isLowerCase: true)
        else { return nil }
        var start = line.lower + length + 1
        var end = line.upper
        while start < end, isBlank(start) { start += 1 }
        while end > start, isBlank(end - 1) { end -= 1 }
        return ByteRange(start, end)
    }

    /// Bytes beyond the end equal no character.
    func hasPrefix(_ text: StaticString, at offset: Int, isLowerCase: Bool = false) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset <= byteCount - length else { return false }
        var index = 0
        for character in text.description.utf8 {
            var octet: UInt8 = field(at: offset + index)
            if isLowerCase, (0x41...0x5a).contains(octet) { octet |= 0x20 }
            guard octet == character else { return false }
            index += 1
        }
        return true
    }

    private func isBlank(_ offset: Int) -> Bool {
        let octet: UInt8 = field(at: offset)
        return octet == 0x20 || octet == 0x09
    }
}
