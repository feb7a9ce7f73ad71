import Glibc
import PacketDecode

/// The only place where this module reads a frame: whole runs are copied or compared, and cut to what is there.
extension RawSpan {
    /// The part of `range` that lies inside the frame.
    func clamped(_ range: ByteRange) -> Range<Int> {
        let upper = min(Int(range.end), byteCount)
        return min(Int(range.start), upper)..<upper
    }

    /// Whether `range`, which must lie inside the frame, equals `other` from `place` on.
    func equals(_ range: Range<Int>, _ other: [UInt8], at place: Int) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= byteCount, place >= 0, other.count &- place >= range.count
        else { return false }
        return unsafe withUnsafeBytes { frame in
            unsafe other.withUnsafeBytes { held in
                guard let a = frame.baseAddress, let b = held.baseAddress else { return range.isEmpty }
                return unsafe memcmp(a + range.lowerBound, b + place, range.count) == 0
            }
        }
    }
}

extension [UInt8] {
    /// Appends what of `range` lies inside the frame.
    mutating func append(_ bytes: borrowing RawSpan, _ range: Range<Int>) {
        let lower = Swift.max(range.lowerBound, 0)
        let upper = Swift.min(range.upperBound, bytes.byteCount)
        guard lower < upper else { return }
        unsafe bytes.withUnsafeBytes { append(contentsOf: unsafe UnsafeRawBufferPointer(rebasing: $0[lower..<upper])) }
    }

    init(_ bytes: borrowing RawSpan, _ range: Range<Int>) {
        self = []
        append(bytes, range)
    }
}
