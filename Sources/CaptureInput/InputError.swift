public import PacketCapture

/// Why an input cannot be read, or cannot be read further.
public struct InputError: Error, Hashable, Sendable {
    /// As the user gave it, `-` for standard input; inside a folder, with the folder before it.
    public let path: String
    public let reason: Reason
    /// Packets of the file that were read before the error; 0 where nothing is usable.
    public let packetsRead: UInt64

    public init(path: String, reason: Reason, packetsRead: UInt64 = 0) {
        self.path = path
        self.reason = reason
        self.packetsRead = packetsRead
    }

    public enum Reason: Hashable, Sendable {
        case notFound
        case permissionDenied
        /// A folder where a file is needed; `CaptureInput.expand` lists what is in it.
        case isFolder
        case folderWithoutCaptures
        /// Standard input is a terminal, so no capture can come from it.
        case isTerminal
        case empty
        /// Text of any kind, also the printed output of capture tools.
        case isText
        /// A capture of another tool, with its name.
        case otherCaptureFormat(String)
        /// A container that has to be unpacked first, with its name.
        case archive(String)
        /// Neither pcap nor pcapng nor anything known; the first bytes, at most 8.
        case notACapture(firstBytes: [UInt8])
        /// The compressed stream is damaged; the offset counts bytes of the file as it stands on the disk, up to where
        /// the decompressor had read.
        case decompression(Compression, offset: UInt64)
        /// The system refused; `errno`.
        case system(code: Int32)
        /// The capture filter cannot be used on this capture's link type; the reason is libpcap's.
        case filter(expression: String, reason: String)
        /// The capture itself is damaged.
        case capture(CaptureFileError)
    }
}
