import PacketCapture

/// The compressed forms of a capture that are read as if it were not compressed.
public enum Compression: String, Sendable, CaseIterable {
    case gzip
    case zstd
    case xz
    case bzip2
    case lz4

    /// Recognises the form by the first bytes; nil for anything else.
    init?(firstBytes: some Sequence<UInt8>) {
        let head = Array(firstBytes.prefix(6))
        let known = Self.allCases.first { head.starts(with: $0.magic) }
        guard let known else { return nil }
        if known == .bzip2, head.count > 3, !(0x31...0x39).contains(head[3]) { return nil }
        self = known
    }

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1f, 0x8b]
        case .zstd: [0x28, 0xb5, 0x2f, 0xfd]
        case .xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
        case .bzip2: [0x42, 0x5a, 0x68]
        case .lz4: [0x04, 0x22, 0x4d, 0x18]
        }
    }

    /// The decompressed bytes of a file; nil where the library cannot start.
    func source(_ file: FileByteSource) -> (any ByteSource)? {
        if self == .gzip { return GzipByteSource(file) }
        return DecompressedByteSource(file)
    }
}
