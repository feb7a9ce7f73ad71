import NetworkTypes

/// The options of an Interface Description Block that matter here. draft-ietf-opsawg-pcapng §3.5, §4.2.
struct PcapNGInterfaceOptions {
    private enum Code {
        static let end: UInt16 = 0
        static let name: UInt16 = 2
        static let resolution: UInt16 = 9
        static let offset: UInt16 = 14
    }

    /// Longer names are cut to this many bytes.
    private static let longestName = 256

    private(set) var name: String?
    private(set) var ticksPerSecond: UInt64? = PcapNGClock.microseconds
    private(set) var offset: Int64 = 0

    /// Reads options in `range` of the bytes, which the caller has checked; an option that runs over the end is left out.
    init(_ bytes: FileBytes, range: Range<Int>) {
        var position = range.lowerBound
        while range.upperBound - position >= 4 {
            let code = bytes.uint16(at: position)
            let length = Int(bytes.uint16(at: position + 2))
            position += 4
            guard code != Code.end, length <= range.upperBound - position else { return }
            switch code {
            case Code.name:
                let count = min(length, Self.longestName)
                let text = UnsafeRawBufferPointer(start: bytes.base + position, count: count).prefix { $0 != 0 }
                name = String(decoding: text, as: UTF8.self)
            case Code.resolution where length >= 1:
                let value = bytes.base.load(fromByteOffset: position, as: UInt8.self)
                ticksPerSecond = PcapNGClock.ticksPerSecond(resolution: value)
            case Code.offset where length >= 8: offset = bytes.int64(at: position)
            default: break
            }
            position += min((length + 3) & ~3, range.upperBound - position)
        }
    }
}
