/// The first bytes of a capture file: enough for the file header of every format.
struct FileHead {
    /// pcap headers have 24 or 28 bytes; a pcapng file begins with a block that is parsed as any other.
    private static let longestHeader = 28
    /// Bytes of a file of another kind that the error shows.
    private static let shownBytes = 512
    /// Bytes asked for at a time.
    private static let readBytes = 4096

    private(set) var bytes: [UInt8] = []
    /// What stopped the source, if something did.
    private(set) var failure: CaptureFileError?

    init(reading source: inout any ByteSource) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.readBytes, alignment: 16)
        defer { buffer.deallocate() }
        var filled = 0
        var wanted = Self.longestHeader
        while filled < wanted, failure == nil {
            do {
                let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                if count <= 0 { break }
                filled = min(filled + count, buffer.count)
            } catch {
                failure = CaptureFileError(offset: UInt64(filled), reason: error.reason)
            }
            if filled >= 4, !CaptureFileReader.recognises(Array(buffer[..<4])) { wanted = Self.shownBytes }
        }
        bytes = Array(buffer[..<filled])
    }

    struct Header {
        let format: CaptureFormat
        let parser: any RecordParser
        /// Bytes that the file header takes; 0 for pcapng.
        let length: Int
    }

    func parse() throws(CaptureFileError) -> Header {
        if let magic = PcapMagic(bytes) {
            let header = try PcapFileHeader(bytes, magic: magic, failure: failure)
            return Header(format: .pcap, parser: PcapRecordParser(header), length: header.length)
        }
        if bytes.starts(with: [0x0a, 0x0d, 0x0d, 0x0a]) {
            try PcapNGParser.checkStart(bytes, failure: failure)
            return Header(format: .pcapng, parser: PcapNGParser(), length: 0)
        }
        if let failure { throw failure }
        throw CaptureFileError(
            offset: 0, reason: bytes.isEmpty ? .empty : .notACapture(firstBytes: Array(bytes.prefix(Self.shownBytes))))
    }
}
