import Glibc
import PacketCapture

/// Opens files by the system's calls and turns `errno` into reasons.
enum FileOpening {
    /// Enough for the magic numbers of every compression.
    static let peekedBytes = 8

    static func open(_ path: String) throws(InputError.Reason) -> FileByteSource {
        if path == "-" {
            guard isatty(STDIN_FILENO) == 0 else { throw .isTerminal }
            return FileByteSource(
                descriptor: STDIN_FILENO, size: try regularSize(STDIN_FILENO), closesDescriptor: false)
        }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw reason(errno) }
        do throws(InputError.Reason) {
            let size = try regularSize(descriptor)
            return FileByteSource(descriptor: descriptor, size: size, closesDescriptor: true)
        } catch {
            _ = close(descriptor)
            throw error
        }
    }

    static func peek(_ file: FileByteSource) throws(InputError.Reason) -> [UInt8] {
        do {
            return try file.peek(peekedBytes)
        } catch {
            if case .readFailed(let code) = error.reason { throw reason(code) }
            throw .capture(error)
        }
    }

    /// The size of a regular file; nil for pipes and devices.
    private static func regularSize(_ descriptor: Int32) throws(InputError.Reason) -> UInt64? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw reason(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
        return status.st_mode & S_IFMT == S_IFREG ? UInt64(clamping: status.st_size) : nil
    }

    static func reason(_ code: Int32) -> InputError.Reason {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .permissionDenied
        case EISDIR: .isFolder
        default: .system(code: code)
        }
    }
}
