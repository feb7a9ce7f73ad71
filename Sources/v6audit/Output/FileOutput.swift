import Glibc
import Messages

/// A file that could not be written: what and why.
struct OutputError: Error {
    let path: String
    /// `errno`.
    let code: Int32

    var message: CommandMessage { .cannotWrite(path: path, reason: String(cString: strerror(code))) }
}

/// Writes whole files: first under a temporary name beside the target, flushed to the disk, then renamed. A reader sees
/// the old content or the new, never half of it.
enum FileOutput {
    /// `-` is standard output.
    ///
    /// - Parameter mode: who may read the file.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(OutputError) {
        if path == "-" {
            guard writeAll(bytes, to: STDOUT_FILENO) else { throw OutputError(path: path, code: errno) }
            return
        }
        let temporary = path + ".partial"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
        guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0, close(descriptor) == 0 else {
            let code = errno
            close(descriptor)
            unlink(temporary)
            throw OutputError(path: path, code: code)
        }
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw OutputError(path: path, code: code)
        }
    }

    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var offset = 0
        return bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                offset += count
            }
            return true
        }
    }
}
