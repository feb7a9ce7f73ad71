public import NetworkTypes

/// The file formats that are read. The raw values stand in `v6audit.scan/1`.
public enum CaptureFormat: String, Sendable {
    case pcap
    case pcapng
}

/// An interface that packets of a capture were seen on. A pcap file has exactly one.
public struct CaptureInterface: Hashable, Sendable {
    /// Counts over all sections of the file, from 0; Wireshark begins anew with each section.
    public let index: Int
    public let linkType: LinkType
    /// The option if_name; nil in pcap files and where the option is absent.
    public let name: String?
    /// The longest packet kept, in bytes; 0 where there was no limit.
    public let snapLength: UInt32
    /// Ticks of its clock in a second; nil where if_tsresol is finer than 64 bits can count, then packets have no time.
    public let ticksPerSecond: UInt64?
    /// Seconds added to each time; the option if_tsoffset, else 0.
    public let timeOffset: Int64

    init(
        index: Int, linkType: LinkType, name: String? = nil, snapLength: UInt32, ticksPerSecond: UInt64?,
        timeOffset: Int64 = 0
    ) {
        self.index = index
        self.linkType = linkType
        self.name = name
        self.snapLength = snapLength
        self.ticksPerSecond = ticksPerSecond
        self.timeOffset = timeOffset
    }
}
