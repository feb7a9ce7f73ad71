public import NetworkTypes

/// One packet of a batch: what the capture file says about it, and where its bytes lie in the batch.
public struct CaptureFrame: Hashable, Sendable, BitwiseCopyable {
    /// Counts from 1 through the file, as Wireshark numbers frames.
    public let number: UInt64
    private let nanoseconds: Int64
    /// Index into `CaptureFileReader.interfaces`.
    public let interface: UInt32
    /// Bytes kept in the file.
    public let capturedLength: UInt32
    /// Bytes on the wire.
    public let originalLength: UInt32
    /// The first byte in the arena of the batch.
    let start: UInt32
    /// The link type of its interface.
    public let linkType: LinkType

    /// When it was captured; nil for packets without a time (pcapng Simple Packet Blocks) and where pcapng gives one
    /// that 64 bits of nanoseconds cannot hold (before 1677, after 2262).
    public var time: CaptureTime? { nanoseconds == .min ? nil : CaptureTime(nanoseconds: nanoseconds) }

    /// Nanoseconds since 1970; `noTime` where the file says none.
    init(
        number: UInt64, nanoseconds: Int64, interface: UInt32, capturedLength: UInt32, originalLength: UInt32,
        start: Int, linkType: LinkType
    ) {
        self.number = number
        self.nanoseconds = nanoseconds
        self.interface = interface
        self.capturedLength = capturedLength
        self.originalLength = originalLength
        self.start = UInt32(truncatingIfNeeded: start)
        self.linkType = linkType
    }

    static let noTime = Int64.min
}
