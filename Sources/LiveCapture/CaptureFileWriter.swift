import Glibc
import NetworkTypes
public import PacketCapture

/// A capture file that cannot be written.
public struct CaptureWriteError: Error, Hashable, Sendable {
    public let path: String
    /// `errno`.
    public let code: Int32

    public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}

/// Writes batches to a file, or to one file after another. A file is complete up to the last batch at any time: what
/// ends the process cuts one record at most.
public struct CaptureFileWriter: ~Copyable, Sendable {
    public let options: CaptureFileOptions
    /// The file that is being written.
    public private(set) var path: String
    /// Bytes of the file header: what every file begins with.
    public var headerLength: Int { header.count }
    /// Files opened so far.
    public private(set) var fileNumber = 1
    private let header: [UInt8]
    private var descriptor: Int32
    /// Bytes that are known to be whole.
    private var length: Int
    /// Oldest first, with the one being written.
    private var kept: [String]

    /// Opens the first file, replaces what it held, and gives it to `owner`, who will own the process later.
    public init(
        _ options: CaptureFileOptions, header: [UInt8], owner: CapturePrivileges.User?
    ) throws(CaptureWriteError) {
        self.options = options
        self.header = header
        path = options.name(number: 1, seconds: SystemClock.wall / 1_000_000_000)
        kept = [path]
        length = header.count
        descriptor = try Self.create(path, header, owner: owner)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes all records of a batch; on an error none of them is in the file.
    public mutating func write(_ batch: borrowing PacketBatch) throws(CaptureWriteError) {
        let code = batch.withEncodedBytes { Self.writeAll($0, to: descriptor) }
        guard code == 0 else {
            _ = ftruncate(descriptor, off_t(length))
            throw CaptureWriteError(path: path, code: code)
        }
        length += batch.byteCount
    }

    /// Ends the file that is being written.
    public mutating func finish(_ statistics: LiveStatistics) throws(CaptureWriteError) {
        guard descriptor >= 0 else { return }
        let end = options.encoding.fileEnd(
            at: CaptureTime(nanoseconds: SystemClock.wall), received: statistics.received,
            droppedBySystem: statistics.droppedByKernel, droppedByInterface: statistics.droppedByInterface)
        var code = end.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
        if code != 0 { _ = ftruncate(descriptor, off_t(length)) }
        if close(descriptor) != 0, code == 0 { code = errno }
        descriptor = -1
        guard code == 0 else { throw CaptureWriteError(path: path, code: code) }
    }

    /// Begins the next file of the series; the path of the file that had to go for it, if one had.
    public mutating func next() throws(CaptureWriteError) -> String? {
        var removed: String?
        if let limit = options.fileCount, kept.count >= max(1, limit) {
            let oldest = kept.removeFirst()
            if unlink(oldest) == 0 { removed = oldest }
        }
        fileNumber += 1
        path = options.name(number: fileNumber, seconds: SystemClock.wall / 1_000_000_000)
        descriptor = try Self.create(path, header, owner: nil)
        length = header.count
        // Without a limit the names are not needed.
        if options.fileCount != nil { kept.append(path) }
        return removed
    }

    private static func create(
        _ path: String, _ header: [UInt8], owner: CapturePrivileges.User?
    ) throws(CaptureWriteError) -> Int32 {
        // Packets are personal data: only the owner reads them. A link set by somebody else is not followed.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CaptureWriteError(path: path, code: errno) }
        var status = stat()
        if let owner, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            _ = fchown(descriptor, owner.id, owner.group)
        }
        let code = header.withUnsafeBytes { writeAll($0, to: descriptor) }
        guard code == 0 else {
            close(descriptor)
            throw CaptureWriteError(path: path, code: code)
        }
        return descriptor
    }

    /// 0, else `errno`.
    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var offset = 0
        while offset < bytes.count, let start = bytes.baseAddress {
            let count = Glibc.write(descriptor, start + offset, bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            guard count > 0 else { return ENOSPC }
            offset += count
        }
        return 0
    }
}
