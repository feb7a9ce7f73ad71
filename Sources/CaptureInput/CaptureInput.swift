import Glibc
public import NetworkTypes
public import PacketCapture

/// An open capture: a file or standard input, compressed or not, with the errors that a user can act on.
public struct CaptureInput: ~Copyable {
    /// As the user gave it; `-` is standard input.
    public let path: String
    /// Nil for an input that is not compressed.
    public let compression: Compression?
    private var reader: CaptureFileReader
    private let file: FileByteSource
    private let hashing: HashingByteSource?

    /// Opens a path, or standard input for `-`, and reads the file header.
    public static func open(_ path: String, hashing: Bool = false) throws(InputError) -> CaptureInput {
        try CaptureInput(path, hashing: hashing)
    }

    private init(_ path: String, hashing: Bool) throws(InputError) {
        do throws(InputError.Reason) {
            let file = try FileOpening.open(path)
            let head = try FileOpening.peek(file)
            let compression = Compression(firstBytes: head)
            var source: any ByteSource = file
            if let compression {
                guard let decompressed = compression.source(file) else { throw .system(code: ENOMEM) }
                source = decompressed
            }
            var hash: HashingByteSource?
            if hashing {
                guard let started = HashingByteSource(source) else { throw .system(code: ENOMEM) }
                hash = started
                source = started
            }
            reader = try Self.reader(source, compression: compression, file: file)
            self.path = path
            self.compression = compression
            self.file = file
            self.hashing = hash
        } catch {
            throw InputError(path: path, reason: error)
        }
    }

    private static func reader(
        _ source: any ByteSource, compression: Compression?, file: FileByteSource
    ) throws(InputError.Reason) -> CaptureFileReader {
        do {
            return try CaptureFileReader(source)
        } catch {
            throw InputError.Reason(error, compression: compression, bytesFromDisk: file.bytesDelivered)
        }
    }

    /// Refills the batch; false at the end. Packets before an error are handed out first, the next call throws it.
    public mutating func read(into batch: inout PacketBatch) throws(InputError) -> Bool {
        do {
            return try reader.read(into: &batch)
        } catch {
            let reason = InputError.Reason(error, compression: compression, bytesFromDisk: file.bytesDelivered)
            throw InputError(path: path, reason: reason, packetsRead: reader.packetCount)
        }
    }

    /// The SHA-256 of the decompressed input, after its rest has been read; nil without `hashing` and where the input
    /// cannot be read to its end. To be asked once, after the last `read`.
    public func digest() -> String? { hashing?.finish() }

    public var format: CaptureFormat { reader.format }
    public var interfaces: [CaptureInterface] { reader.interfaces }
    /// The distinct link types in order of appearance.
    public var linkTypes: [LinkType] { reader.linkTypes }
    /// Frames read so far, as Wireshark counts them.
    public var packetCount: UInt64 { reader.packetCount }
    /// Bytes of capture read so far, decompressed.
    public var bytesRead: UInt64 { reader.bytesRead }
    /// Bytes of the file on the disk; nil for pipes.
    public var sizeOnDisk: UInt64? { file.size }
    /// Bytes of the file on the disk read so far; with `sizeOnDisk` the measure of progress.
    public var bytesFromDisk: UInt64 { file.bytesDelivered }
}

extension InputError.Reason: Error {}

extension InputError.Reason {
    /// What an error of the reader means for the whole input.
    init(_ error: CaptureFileError, compression: Compression?, bytesFromDisk: UInt64) {
        switch error.reason {
        case .empty: self = .empty
        case .readFailed(let code): self = .system(code: code)
        case .decompressionFailed:
            self = compression.map { .decompression($0, offset: bytesFromDisk) } ?? .capture(error)
        case .notACapture(let firstBytes):
            switch ForeignFormat(firstBytes: firstBytes) {
            case .capture(let name): self = .otherCaptureFormat(name)
            case .archive(let name): self = .archive(name)
            case .text: self = .isText
            case .unknown: self = .notACapture(firstBytes: Array(firstBytes.prefix(8)))
            }
        default: self = .capture(error)
        }
    }
}
