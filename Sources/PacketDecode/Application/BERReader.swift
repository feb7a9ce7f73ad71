/// Reads the elements of one level of BER, one after another: short tags, definite lengths. ITU-T X.690 §8.1.
///
/// An element that leaves the level is given as far as it is there, and is the last one.
struct BERReader {
    struct Element {
        /// Class, form and number in one octet.
        let tag: UInt8
        let value: ByteRange
    }

    /// Universal types. ITU-T X.680 §8.4.
    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let octetString: UInt8 = 0x04
        static let objectIdentifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
    }

    private var offset: Int
    private let end: Int
    /// An element was cut or malformed.
    private(set) var isIncomplete = false

    init(_ range: ByteRange) {
        offset = range.lower
        end = range.upper
    }

    /// The next element; nil at the end of the level and behind a bad element.
    mutating func next(_ bytes: borrowing RawSpan) -> Element? {
        guard offset < end else { return nil }
        let tag: UInt8 = bytes.field(at: offset)
        let first: UInt8 = bytes.field(at: offset + 1)
        let lengthOctets = first & 0x80 == 0 ? 0 : Int(first & 0x7f)
        let start = offset + 2 + lengthOctets
        // Long tags, the indefinite form and lengths beyond 32 bits are not in use here.
        guard tag & 0x1f != 0x1f, first != 0x80, lengthOctets <= 4, start <= end else { return fail() }
        var length = first & 0x80 == 0 ? Int(first) : 0
        for index in 0..<lengthOctets {
            length = length << 8 | Int(bytes.field(at: offset + 2 + index, as: UInt8.self))
        }
        if length > end - start { isIncomplete = true }
        let valueEnd = start + min(length, end - start)
        offset = valueEnd
        return Element(tag: tag, value: ByteRange(start, valueEnd))
    }

    /// The next element where it has this tag; else nil, and the level is given up.
    mutating func next(_ bytes: borrowing RawSpan, tag: UInt8) -> Element? {
        guard let element = next(bytes) else { return nil }
        return element.tag == tag ? element : fail()
    }

    private mutating func fail() -> Element? {
        isIncomplete = true
        offset = end
        return nil
    }

    /// A number that fits 32 bits, not negative; nil for another.
    static func number(_ bytes: borrowing RawSpan, _ range: ByteRange) -> UInt32? {
        guard (1...5).contains(range.count) else { return nil }
        var value: UInt64 = 0
        for offset in range.lower..<range.upper {
            value = value << 8 | UInt64(bytes.field(at: offset, as: UInt8.self))
        }
        return bytes.field(at: range.lower, as: UInt8.self) & 0x80 == 0 ? UInt32(exactly: value) : nil
    }
}
