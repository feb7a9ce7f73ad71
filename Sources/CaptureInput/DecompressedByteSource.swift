import CArchive
import PacketCapture

/// The decompressed bytes of a file, by libarchive. Where the stream is damaged, what libarchive had handed out before
/// is kept; it decompresses in blocks of 64 KiB (128 KiB for zstd) and drops the one with the damage.
final class DecompressedByteSource: ByteSource {
    private let archive: OpaquePointer
    private let input: CompressedInput
    private var hasBegun = false
    private var hasEnded = false
    private var failure: CaptureFileError?
    /// What libarchive handed out and the reader did not take yet; valid until libarchive is asked again.
    private var ready = UnsafeRawBufferPointer(start: nil, count: 0)
    private var bytesDelivered: UInt64 = 0

    /// Nil where libarchive cannot start, for want of memory or of a filter.
    init?(_ file: FileByteSource) {
        guard let archive = archive_read_new() else { return nil }
        self.archive = archive
        input = CompressedInput(file)
        let support = [
            archive_read_support_format_raw(archive), archive_read_support_filter_gzip(archive),
            archive_read_support_filter_zstd(archive), archive_read_support_filter_xz(archive),
            archive_read_support_filter_bzip2(archive), archive_read_support_filter_lz4(archive),
        ]
        guard support.allSatisfy({ $0 >= ARCHIVE_WARN }) else { return nil }
    }

    deinit { archive_read_free(archive) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        var filled = 0
        while filled < buffer.count, takeBlock() {
            let count = min(ready.count, buffer.count - filled)
            UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: ready[..<count]))
            ready = UnsafeRawBufferPointer(rebasing: ready[count...])
            filled += count
        }
        if filled == 0, let failure { throw failure }
        bytesDelivered += UInt64(filled)
        return filled
    }

    /// Whether bytes are ready, after asking libarchive where none were.
    private func takeBlock() -> Bool {
        if !ready.isEmpty { return true }
        guard !hasEnded else { return false }
        if !hasBegun {
            hasBegun = true
            guard begin() else { return false }
        }
        while true {
            var bytes: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let status = archive_read_data_block(archive, &bytes, &count, &offset)
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { return end(status) }
            if count > 0, let bytes {
                ready = UnsafeRawBufferPointer(start: bytes, count: count)
                return true
            }
        }
    }

    private func begin() -> Bool {
        let reader = Unmanaged.passUnretained(input).toOpaque()
        let opened = archive_read_open(
            archive, reader, nil,
            { _, context, bytes in
                guard let context, let bytes else { return -1 }
                return Unmanaged<CompressedInput>.fromOpaque(context).takeUnretainedValue().next(bytes)
            }, nil)
        guard opened == ARCHIVE_OK else { return end(opened) }
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        return status == ARCHIVE_OK || status == ARCHIVE_WARN || end(status)
    }

    private func end(_ status: Int32) -> Bool {
        hasEnded = true
        if status != ARCHIVE_EOF {
            failure = input.failure ?? CaptureFileError(offset: input.bytesDelivered, reason: .decompressionFailed)
        }
        return false
    }
}

/// Hands the compressed bytes of a file to libarchive, 128 KiB at a time.
private final class CompressedInput {
    private let file: FileByteSource
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    private(set) var failure: CaptureFileError?

    init(_ file: FileByteSource) { self.file = file }
    deinit { buffer.deallocate() }

    var bytesDelivered: UInt64 { file.bytesDelivered }

    /// The shape of libarchive's read callback: the number of bytes, 0 at the end, -1 on an error.
    func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do {
            let count = try file.read(into: buffer)
            bytes.pointee = UnsafeRawPointer(buffer.baseAddress)
            return count
        } catch {
            failure = error
            return -1
        }
    }
}
