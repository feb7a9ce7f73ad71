public import NetworkTypes

/// How captured packets are written: the bytes of a record, a file header and a file's end. Numbers stand in this
/// machine's byte order, times in nanoseconds.
public enum CaptureFileEncoding: Hashable, Sendable {
    /// draft-ietf-opsawg-pcap, with the magic number for nanoseconds.
    case pcap
    /// draft-ietf-opsawg-pcapng, one section with one interface.
    case pcapng

    /// By the ending of the name, as capture tools choose it: `.pcap` and `.cap` are pcap, all else is pcapng.
    public init(path: String) {
        self = path.hasSuffix(".pcap") || path.hasSuffix(".cap") ? .pcap : .pcapng
    }

    public var format: CaptureFormat { self == .pcap ? .pcap : .pcapng }

    private enum Option {
        static let end: UInt16 = 0
        static let userApplication: UInt16 = 4
        static let interfaceName: UInt16 = 2
        static let resolution: UInt16 = 9
        static let filter: UInt16 = 11
        static let received: UInt16 = 4
        static let droppedByInterface: UInt16 = 5
        static let droppedBySystem: UInt16 = 7
    }
    private static let interfaceStatistics: UInt32 = 5
    private static let nanosecondMagic: UInt32 = 0xa1b2_3c4d

    /// Bytes of a record before the packet.
    var recordHeaderLength: Int { self == .pcap ? 16 : 28 }

    /// Bytes of a record behind the packet: padding to four bytes and the length again.
    func recordTrailerLength(_ captured: Int) -> Int { self == .pcap ? 0 : (4 - captured & 3) & 3 + 4 }

    /// Bytes of a whole record.
    public func recordLength(captured: Int) -> Int { recordHeaderLength + captured + recordTrailerLength(captured) }

    /// What a file begins with.
    ///
    /// - Parameters:
    ///   - filter: the expression that chose the packets; nil for all. Kept in pcapng only, as are the names.
    ///   - application: the writing program.
    public func fileHeader(
        linkType: LinkType, snapLength: UInt32, interface: String, filter: String?, application: String
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        guard self == .pcapng else {
            bytes.append(native: Self.nanosecondMagic)
            bytes.append(native: UInt16(2))
            bytes.append(native: UInt16(4))
            bytes.append(native: UInt64(0))
            bytes.append(native: snapLength)
            bytes.append(native: UInt32(linkType.rawValue))
            return bytes
        }
        var section: [UInt8] = []
        section.append(native: UInt32(0x1a2b_3c4d))
        section.append(native: UInt16(1))
        section.append(native: UInt16(0))
        section.append(native: Int64(-1))
        section.append(option: Option.userApplication, Array(application.utf8))
        section.append(option: Option.end, [])
        bytes.append(block: PcapNGBlock.sectionHeader, section)
        var description: [UInt8] = []
        description.append(native: linkType.rawValue)
        description.append(native: UInt16(0))
        description.append(native: snapLength)
        description.append(option: Option.interfaceName, Array(interface.utf8))
        description.append(option: Option.resolution, [9])
        // The first byte says that the filter is text as libpcap takes it.
        if let filter { description.append(option: Option.filter, [0] + Array(filter.utf8)) }
        description.append(option: Option.end, [])
        bytes.append(block: PcapNGBlock.interfaceDescription, description)
        return bytes
    }

    /// What a file ends with: in pcapng the counts of received and lost packets, in pcap nothing.
    public func fileEnd(
        at time: CaptureTime, received: UInt64, droppedBySystem: UInt64, droppedByInterface: UInt64
    ) -> [UInt8] {
        guard self == .pcapng else { return [] }
        var body: [UInt8] = []
        body.append(native: UInt32(0))
        let ticks = UInt64(max(0, time.nanoseconds))
        body.append(native: UInt32(truncatingIfNeeded: ticks >> 32))
        body.append(native: UInt32(truncatingIfNeeded: ticks))
        body.append(option: Option.received, [UInt8](native: received))
        body.append(option: Option.droppedByInterface, [UInt8](native: droppedByInterface))
        body.append(option: Option.droppedBySystem, [UInt8](native: droppedBySystem))
        body.append(option: Option.end, [])
        var bytes: [UInt8] = []
        bytes.append(block: Self.interfaceStatistics, body)
        return bytes
    }

    /// Writes the part of a record before the packet; the record begins at `start`.
    func writeRecordHeader(
        to start: UnsafeMutableRawPointer, time: CaptureTime, captured: UInt32, original: UInt32
    ) {
        let ticks = UInt64(max(0, time.nanoseconds))
        switch self {
        case .pcap:
            start.storeBytes(of: UInt32(truncatingIfNeeded: ticks / 1_000_000_000), as: UInt32.self)
            start.storeBytes(of: UInt32(ticks % 1_000_000_000), toByteOffset: 4, as: UInt32.self)
            start.storeBytes(of: captured, toByteOffset: 8, as: UInt32.self)
            start.storeBytes(of: original, toByteOffset: 12, as: UInt32.self)
        case .pcapng:
            let length = UInt32(truncatingIfNeeded: recordLength(captured: Int(captured)))
            start.storeBytes(of: PcapNGBlock.enhancedPacket, as: UInt32.self)
            start.storeBytes(of: length, toByteOffset: 4, as: UInt32.self)
            start.storeBytes(of: 0, toByteOffset: 8, as: UInt32.self)
            start.storeBytes(of: UInt32(truncatingIfNeeded: ticks >> 32), toByteOffset: 12, as: UInt32.self)
            start.storeBytes(of: UInt32(truncatingIfNeeded: ticks), toByteOffset: 16, as: UInt32.self)
            start.storeBytes(of: captured, toByteOffset: 20, as: UInt32.self)
            start.storeBytes(of: original, toByteOffset: 24, as: UInt32.self)
        }
    }

    /// Writes the part of a record behind the packet, which ends at `end`.
    func writeRecordTrailer(to end: UnsafeMutableRawPointer, captured: Int) {
        guard self == .pcapng else { return }
        let padding = (4 - captured & 3) & 3
        for position in 0..<padding { end.storeBytes(of: 0, toByteOffset: position, as: UInt8.self) }
        let length = UInt32(truncatingIfNeeded: recordLength(captured: captured))
        (end + padding).storeBytes(of: length, as: UInt32.self)
    }
}

extension [UInt8] {
    init(native value: some FixedWidthInteger) { self = Swift.withUnsafeBytes(of: value) { Array($0) } }

    mutating func append(native value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value) { append(contentsOf: $0) }
    }

    /// Code, length, value, padding to four bytes. draft-ietf-opsawg-pcapng §3.5.
    fileprivate mutating func append(option code: UInt16, _ value: [UInt8]) {
        let value = value.prefix(Int(UInt16.max))
        append(native: code)
        append(native: UInt16(value.count))
        append(contentsOf: value)
        append(contentsOf: repeatElement(0, count: (4 - value.count & 3) & 3))
    }

    /// Type, length, body, length. draft-ietf-opsawg-pcapng §3.1.
    fileprivate mutating func append(block type: UInt32, _ body: [UInt8]) {
        let length = UInt32(truncatingIfNeeded: body.count + 12)
        append(native: type)
        append(native: length)
        append(contentsOf: body)
        append(native: length)
    }
}
