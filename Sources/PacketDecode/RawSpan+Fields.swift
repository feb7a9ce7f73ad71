import NetworkTypes

/// The only place where bytes off the wire are read. Every accessor is total: bytes beyond the end read as zero, so
/// that a length checked too weakly gives a wrong value in one report instead of a crash.
extension RawSpan {
    @inline(__always)
    func field<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Value.Type = Value.self) -> Value {
        guard offset >= 0, offset <= byteCount &- MemoryLayout<Value>.size else { return 0 }
        return unsafe Value(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    @inline(__always)
    func mac(at offset: Int) -> MACAddress {
        MACAddress(
            value: UInt64(field(at: offset, as: UInt16.self)) << 32 | UInt64(field(at: offset &+ 2, as: UInt32.self)))
    }

    @inline(__always)
    func ipv4(at offset: Int) -> IPv4Address { IPv4Address(value: field(at: offset)) }

    @inline(__always)
    func ipv6(at offset: Int) -> IPv6Address {
        IPv6Address(high: field(at: offset), low: field(at: offset &+ 8))
    }
}

/// Part of a frame, in bytes from its start. Two words instead of a span, so that it may stand in a record.
public struct ByteRange: Hashable, Sendable, BitwiseCopyable {
    public let start: UInt32
    public let end: UInt32

    @inline(__always)
    init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: max(start, 0))
        self.end = UInt32(truncatingIfNeeded: max(start, end, 0))
    }

    /// Both in bytes from the frame's start; an end before the start gives an empty range.
    public init(start: Int, end: Int) { self.init(start, end) }

    static let empty = ByteRange(0, 0)

    public var count: Int { Int(end &- start) }
    public var isEmpty: Bool { start == end }
    var lower: Int { Int(start) }
    var upper: Int { Int(end) }
}
