import NetworkTypes

/// What a parser says when it cannot go on in the bytes at hand.
enum ParseOutcome {
    /// All bytes are consumed and the file may end here.
    case complete
    /// The next record begins at the position and needs so many bytes in all; where the file ends, the error holds.
    case needs(byteCount: Int, orElse: CaptureFileError)
    case failed(CaptureFileError)
}

/// The part of a reader that knows one format: takes whole records from the arena of a batch.
protocol RecordParser {
    var interfaces: [CaptureInterface] { get }
    /// Frames numbered so far.
    var frameCount: UInt64 { get }

    /// Appends a frame to the batch for each whole record from `position` on, which moves behind what was consumed.
    /// `origin` is the offset in the file of the first byte of the arena.
    mutating func parse(_ batch: inout PacketBatch, position: inout Int, origin: UInt64) -> ParseOutcome
}

/// The longest packets that capture tools write, in bytes: those of libpcap and Wireshark.
enum PacketLimit {
    static let standard: UInt32 = 262_144
    /// D-Bus (231) and USBPcap (249) packets may be longer; here up to the longest block.
    static let large: UInt32 = 16 << 20

    static func longestPacket(_ linkType: LinkType) -> UInt32 {
        linkType.rawValue == 231 || linkType.rawValue == 249 ? large : standard
    }
}
