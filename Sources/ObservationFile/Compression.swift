import CZlib

/// zlib over whole sections. RFC 1950.
enum Compression {
    /// The most that one byte of deflate can stand for, about. RFC 1951 §3.2.5.
    static let largestRatio: UInt64 = 1032

    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&packed, &length, bytes, UInt(bytes.count), 6) == Z_OK else { return [] }
        packed.removeLast(packed.count - Int(length))
        return packed
    }

    /// Nil unless exactly `count` bytes come out.
    static func inflate(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var length = UInt(count)
        let status = packed.withUnsafeBufferPointer { uncompress(&bytes, &length, $0.baseAddress, UInt($0.count)) }
        return status == Z_OK && length == UInt(count) ? bytes : nil
    }
}
