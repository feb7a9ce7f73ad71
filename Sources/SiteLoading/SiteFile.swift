import Glibc
import Messages

/// One file of a site as text.
enum SiteFile {
    /// The largest file that is read, in bytes.
    static let limitMiB = 16

    enum Failure: Error {
        case missing
        case problem(SiteMessage, line: Int, column: Int)
    }

    /// Opens, reads and checks for UTF-8.
    static func text(at path: String) throws(Failure) -> String {
        let bytes = try bytes(at: path)
        return try text(bytes)
    }

    static func text(_ bytes: [UInt8]) throws(Failure) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let offset = firstInvalidByte(of: bytes)
        let valid = String(decoding: bytes[..<offset], as: UTF8.self)
        let place = TextPlace.end(of: valid)
        throw .problem(.notUTF8(offset: offset), line: place.line, column: place.column)
    }

    private static func bytes(at path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .problem(.notAFile, line: 0, column: 0) }
        let limit = limitMiB << 20
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            var code: Int32 = 0
            let before = bytes.count
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                var result: Int
                repeat {
                    result = read(descriptor, buffer.baseAddress, buffer.count)
                } while result < 0 && errno == EINTR
                if result < 0 { code = errno }
                count = max(0, result)
            }
            guard code == 0 else { throw failure(code) }
            bytes += chunk
            if bytes.count == before { return bytes }
        }
        throw .problem(.tooLarge(limitMiB: limitMiB), line: 0, column: 0)
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .problem(.permissionDenied, line: 0, column: 0)
        default: .problem(.readFailed(code: code), line: 0, column: 0)
        }
    }

    /// The offset of the first byte that no UTF-8 text has there.
    private static func firstInvalidByte(of bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error, .emptyInput: return offset
            }
        }
    }
}

/// Places in a text.
enum TextPlace {
    /// The line and column behind the last character; both 1-based.
    static func end(of text: some StringProtocol, from start: (Int, Int) = (1, 1)) -> (line: Int, column: Int) {
        var (line, column) = start
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return (line, column)
    }

    /// The line and column of a byte offset; both 1-based.
    static func ofByte(_ offset: Int, in text: String) -> (line: Int, column: Int) {
        let bytes = text.utf8.prefix(max(0, offset))
        return end(of: String(decoding: bytes, as: UTF8.self))
    }
}
