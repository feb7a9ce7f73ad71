/// Walks a range of bytes field by field; stops for good at the first thing that does not fit.
struct ByteCursor {
    private(set) var offset: Int
    let end: Int
    private(set) var failed = false

    init(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        end = min(range.upper, bytes.byteCount)
        offset = min(range.lower, end)
    }

    var remaining: Int { failed ? 0 : end - offset }
    var rest: ByteRange { failed ? .empty : ByteRange(offset, end) }

    /// Nil, and the end of the walk, where fewer than `count` bytes are left.
    mutating func take(_ count: Int) -> ByteRange? {
        guard !failed, count >= 0, count <= end - offset else {
            failed = true
            return nil
        }
        defer { offset += count }
        return ByteRange(offset, offset + count)
    }

    mutating func skip(_ count: Int) -> Bool { take(count) != nil }

    /// A big-endian integer.
    mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: borrowing RawSpan, as type: Value.Type = Value.self
    ) -> Value? {
        take(MemoryLayout<Value>.size).map { bytes.field(at: $0.lower) }
    }

    /// Bytes behind a length of type `Length`, as TLS writes its vectors. RFC 8446 §3.4.
    mutating func vector<Length: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: borrowing RawSpan, length: Length.Type
    ) -> ByteRange? {
        guard let count = integer(bytes, as: Length.self) else { return nil }
        return take(Int(clamping: count))
    }

    /// As `vector`, but of one that is cut, what is there; the walk then ends behind it.
    mutating func vectorOrRest<Length: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: borrowing RawSpan, length: Length.Type
    ) -> ByteRange? {
        guard let count = integer(bytes, as: Length.self) else { return nil }
        guard Int(clamping: count) > remaining else { return take(Int(clamping: count)) }
        defer { failed = true }
        return rest
    }

    /// A variable-length integer of QUIC. RFC 9000 §16.
    mutating func quicInteger(_ bytes: borrowing RawSpan) -> UInt64? {
        let first: UInt8 = bytes.field(at: offset)
        let mark = offset
        guard skip(1 << Int(first >> 6)) else { return nil }
        switch first >> 6 {
        case 0: return UInt64(first & 0x3f)
        case 1: return UInt64(bytes.field(at: mark, as: UInt16.self) & 0x3fff)
        case 2: return UInt64(bytes.field(at: mark, as: UInt32.self) & 0x3fff_ffff)
        default: return bytes.field(at: mark, as: UInt64.self) & 0x3fff_ffff_ffff_ffff
        }
    }
}
