extension RawSpan {
    /// As `field(at:)`, of protocols of Microsoft, which write the lowest octet first.
    func littleField<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Value.Type = Value.self)
        -> Value
    {
        field(at: offset, as: Value.self).byteSwapped
    }

    /// UTF-16 with the lowest octet first, up to `limit` octets; broken pairs are repaired, zeros at the end dropped.
    func littleText(at offset: Int, count: Int, upTo limit: Int) -> String? {
        let units = min(count, limit, max(byteCount - offset, 0)) / 2
        guard offset >= 0, units > 0 else { return nil }
        let text = String(
            decoding: (0..<units).map { littleField(at: offset + $0 * 2, as: UInt16.self) }, as: UTF16.self)
        return String(sent: Array(text.utf8))
    }

    /// The first place at or behind `start`, before `end`, where `pattern` is whole.
    func firstPlace(of pattern: StaticString, from start: Int, to end: Int) -> Int? {
        let last = min(end, byteCount) - pattern.utf8CodeUnitCount
        var offset = max(start, 0)
        let first = pattern.description.utf8.first ?? 0
        while offset <= last {
            if field(at: offset, as: UInt8.self) == first, hasPrefix(pattern, at: offset) { return offset }
            offset += 1
        }
        return nil
    }
}
