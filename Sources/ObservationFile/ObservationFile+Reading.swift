import Glibc
public import TrafficObservation

extension ObservationFile {
    /// Reads a file whole.
    public static func read(
        _ path: String, limits: ObservationLimits = ObservationLimits()
    ) throws(ObservationFileError) -> ObservationSet {
        try decode(try contents(of: path), path: path, limits: limits)
    }

    /// Whether the file at this path begins as one of observations does; false for what cannot be read or is no file.
    public static func isObservations(_ path: String) -> Bool {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: magic.count)
        return Glibc.read(descriptor, &head, head.count) == head.count && recognises(head)
    }

    /// - Parameter path: for errors.
    public static func decode(
        _ bytes: [UInt8], path: String, limits: ObservationLimits = ObservationLimits()
    ) throws(ObservationFileError) -> ObservationSet {
        func fail(_ offset: Int, _ reason: ObservationFileError.Reason) -> ObservationFileError {
            ObservationFileError(path: path, offset: UInt64(offset), reason: reason)
        }
        guard recognises(bytes) else { throw fail(0, .notObservations) }
        guard let major = bytes.integer(at: magic.count, as: UInt16.self), bytes.count >= headerCount + digestCount
        else { throw fail(bytes.count, .truncated) }
        guard major <= majorVersion else { throw fail(magic.count, .newerVersion(major: Int(major))) }
        let end = bytes.count - digestCount
        guard digest(bytes[..<end]) == Array(bytes[end...]) else { throw fail(end, .checksum) }
        var reader = SetReader(limits: limits)
        var offset = headerCount
        var room = UInt64(largestFile)
        while offset < end {
            guard let number = bytes.integer(at: offset, as: UInt32.self),
                let length = bytes.integer(at: offset + 4, as: UInt64.self),
                let plain = bytes.integer(at: offset + 12, as: UInt64.self), end - offset >= sectionHeaderCount
            else { throw fail(offset, .truncated) }
            let start = offset + sectionHeaderCount
            guard length <= UInt64(end - start) else { throw fail(offset, .truncated) }
            let next = start + Int(length)
            if let tag = SectionTag(number: number) {
                guard plain <= room else { throw fail(offset, .tooLarge(bytes: plain, limit: UInt64(largestFile))) }
                guard plain / Compression.largestRatio <= length,
                    let content = Compression.inflate(bytes[start..<next], count: Int(plain))
                else { throw fail(offset, .damagedSection(tag.rawValue)) }
                room -= plain
                do {
                    try reader.read(tag, content)
                } catch {
                    throw fail(offset, error.reason)
                }
            }
            offset = next
        }
        if let damage = reader.finish() { throw fail(headerCount, damage) }
        return reader.set
    }

    private static func contents(of path: String) throws(ObservationFileError) -> [UInt8] {
        func fail(_ offset: Int = 0) -> ObservationFileError {
            ObservationFileError(path: path, offset: UInt64(offset), reason: .system(code: errno))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fail() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fail() }
        let size = max(0, Int(status.st_size))
        guard size <= largestFile else {
            throw ObservationFileError(
                path: path, offset: 0, reason: .tooLarge(bytes: UInt64(size), limit: UInt64(largestFile)))
        }
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, size - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fail(filled) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(size - filled)
        return bytes
    }
}
