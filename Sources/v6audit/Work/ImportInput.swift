import AuditPipeline
import ConfigurationImport
import Glibc
import Messages
import NetworkTypes

/// Reads a file to import whole, within limits.
enum ImportInput {
    /// A line longer than allowed is found before the file is read to its end.
    private static let piece = 1 << 20

    /// - Parameter path: `-` for standard input.
    static func read(_ path: String) throws(ImportFailure) -> ImportSource {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path, errno) }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= ImportLimits.file else {
                // The real reason, where the whole file is one line.
                if !bytes.contains(where: { $0 == 0x0a || $0 == 0x0d || $0 == 0 }) {
                    throw ImportFailure(path: path, ImportMessage.lineTooLong(limit: ImportLimits.line), line: 1)
                }
                throw ImportFailure(path: path, ImportMessage.fileTooLarge(limit: ImportLimits.file))
            }
        }
        let modified = CaptureTime(
            nanoseconds: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec))
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        return ImportSource(
            path: path, bytes: bytes, digest: AuditIdentifier.digest(bytes), modified: isRegular ? modified : nil)
    }

    private static func failure(_ path: String, _ code: Int32) -> ImportFailure {
        ImportFailure(path: path, ImportCommandMessage.unreadable(reason: String(cString: strerror(code))))
    }
}
