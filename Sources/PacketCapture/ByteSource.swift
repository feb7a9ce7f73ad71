/// Where the bytes of a capture come from: a file, memory, standard input, a decompressor.
public protocol ByteSource {
    /// Fills the buffer from its start; the number of bytes written, 0 at the end of the input and only there.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int
}

/// A capture held in memory, for tests and fuzzers.
public struct MemoryByteSource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let chunk: Int

    /// Hands out at most `chunk` bytes per call, as a slow pipe would.
    public init(_ bytes: [UInt8], chunk: Int = .max) {
        self.bytes = bytes
        self.chunk = max(1, chunk)
    }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        let count = min(buffer.count, bytes.count - position, chunk)
        guard count > 0 else { return 0 }
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
