import Glibc
import PacketCapture

/// The bytes of an open file or of standard input, as they stand on the disk.
final class FileByteSource: ByteSource {
    private let descriptor: Int32
    private let closesDescriptor: Bool
    /// Bytes looked at ahead of the reader, still to be delivered.
    private var head: [UInt8] = []
    /// Bytes on the disk; nil for pipes and terminals.
    let size: UInt64?
    /// Bytes taken from the disk and delivered.
    private(set) var bytesDelivered: UInt64 = 0

    init(descriptor: Int32, size: UInt64?, closesDescriptor: Bool) {
        self.descriptor = descriptor
        self.size = size
        self.closesDescriptor = closesDescriptor
    }

    deinit {
        if closesDescriptor { _ = close(descriptor) }
    }

    /// The first bytes of the file, at most `count`, which stay to be read. To be called once, before any reading.
    func peek(_ count: Int) throws(CaptureFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        defer { buffer.deallocate() }
        while bytes.count < count {
            let got = try readDescriptor(UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count - bytes.count)]))
            if got == 0 { break }
            bytes.append(contentsOf: buffer[..<got])
        }
        head = bytes
        return bytes
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        guard head.isEmpty else {
            let count = min(head.count, buffer.count)
            buffer.copyBytes(from: head[..<count])
            head.removeFirst(count)
            bytesDelivered += UInt64(count)
            return count
        }
        let count = try readDescriptor(buffer)
        bytesDelivered += UInt64(count)
        return count
    }

    private func readDescriptor(_ buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            let code = errno
            if code != EINTR { throw CaptureFileError(offset: bytesDelivered, reason: .readFailed(code: code)) }
        }
    }
}
