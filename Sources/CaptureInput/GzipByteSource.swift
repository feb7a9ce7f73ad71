import CZlib
import PacketCapture

/// The decompressed bytes of a gzip file, by zlib. libarchive would drop up to 64 KiB before a damaged place, which
/// is all of a small capture, and does not compare checksums. RFC 1952.
final class GzipByteSource: ByteSource {
    /// zlib's number for the gzip format with the greatest window.
    private static let gzipWindow: Int32 = 15 + 16

    private let file: FileByteSource
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    private var hasEnded = false
    private var failure: CaptureFileError?

    /// Nil where zlib cannot start, for want of memory.
    init?(_ file: FileByteSource) {
        self.file = file
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        let room = min(buffer.count, Int(Int32.max))
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        while stream.pointee.avail_out > 0, !hasEnded {
            let hasInput = takeInput()
            let status = inflate(stream, Z_NO_FLUSH)
            if status == Z_STREAM_END {
                nextMember()
            } else if status != Z_OK, status != Z_BUF_ERROR || !hasInput {
                fail()
            }
        }
        let filled = room - Int(stream.pointee.avail_out)
        if filled == 0, let failure { throw failure }
        return filled
    }

    /// Whether compressed bytes are at hand, after reading more where none were left.
    private func takeInput() -> Bool {
        guard stream.pointee.avail_in == 0 else { return true }
        do {
            let count = try file.read(into: input)
            stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_in = UInt32(clamping: count)
            return count > 0
        } catch {
            failure = error
            return false
        }
    }

    /// A gzip file may hold several members one behind the other; anything else behind a member is ignored.
    private func nextMember() {
        guard takeInput(), let next = stream.pointee.next_in, next.pointee == 0x1f, inflateReset(stream) == Z_OK
        else {
            hasEnded = true
            return
        }
    }

    private func fail() {
        hasEnded = true
        failure =
            failure
            ?? CaptureFileError(
                offset: file.bytesDelivered - UInt64(stream.pointee.avail_in), reason: .decompressionFailed)
    }
}
