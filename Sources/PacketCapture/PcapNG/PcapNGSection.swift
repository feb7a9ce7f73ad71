import NetworkTypes

/// A section of a pcapng file: its byte order and the interfaces its packets may name.
struct PcapNGSection {
    private enum EnhancedField {
        static let interface = 8
        static let timeHigh = 12
        static let timeLow = 16
        static let capturedLength = 20
        static let originalLength = 24
        static let data = 28
    }
    private enum SimpleField {
        static let originalLength = 8
        static let data = 12
    }
    private enum InterfaceField {
        static let linkType = 8
        static let snapLength = 12
        static let options = 16
    }

    /// What a packet needs of its interface.
    private struct Interface {
        let linkType: LinkType
        let snapLength: UInt32
        let clock: PcapNGClock
        let longestPacket: UInt32
    }

    let isSwapped: Bool
    /// The index in the file of the section's interface 0.
    private let firstInterface: Int
    private var interfaces: [Interface] = []

    init(isSwapped: Bool = false, firstInterface: Int = 0) {
        self.isSwapped = isSwapped
        self.firstInterface = firstInterface
    }

    /// Whether numbers are in the other byte order than this machine's; nil for no byte-order magic.
    static func isSwapped(_ magic: UInt32) -> Bool? {
        switch magic {
        case 0x1a2b_3c4d: false
        case 0x4d3c_2b1a: true
        default: nil
        }
    }

    /// Takes a whole Interface Description Block.
    mutating func describe(_ bytes: FileBytes, length: Int, index: Int) -> CaptureInterface {
        let options = PcapNGInterfaceOptions(bytes, range: InterfaceField.options..<length - 4)
        let linkType = LinkType(rawValue: bytes.uint16(at: InterfaceField.linkType))
        let snapLength = bytes.uint32(at: InterfaceField.snapLength)
        interfaces.append(
            Interface(
                linkType: linkType, snapLength: snapLength,
                clock: PcapNGClock(ticksPerSecond: options.ticksPerSecond, offset: options.offset),
                longestPacket: PacketLimit.longestPacket(linkType)))
        return CaptureInterface(
            index: index, linkType: linkType, name: options.name, snapLength: snapLength,
            ticksPerSecond: options.ticksPerSecond, timeOffset: options.offset)
    }

    /// Takes a whole packet block that begins at `position` in the arena. The offset in the error is not set.
    func packet(
        _ type: UInt32, _ bytes: FileBytes, length: Int, position: Int, number: UInt64
    ) -> Result<CaptureFrame, CaptureFileError> {
        let isSimple = type == PcapNGBlock.simplePacket
        let index: UInt32 =
            switch type {
            case PcapNGBlock.enhancedPacket: bytes.uint32(at: EnhancedField.interface)
            case PcapNGBlock.obsoletePacket: UInt32(bytes.uint16(at: EnhancedField.interface))
            default: 0
            }
        guard index < interfaces.count else {
            return failure(.unknownInterface(index: index, described: interfaces.count))
        }
        let interface = interfaces[Int(index)]
        let data = isSimple ? SimpleField.data : EnhancedField.data
        let original = bytes.uint32(at: isSimple ? SimpleField.originalLength : EnhancedField.originalLength)
        let captured: UInt32
        if isSimple {
            captured = interface.snapLength == 0 ? original : min(original, interface.snapLength)
        } else {
            captured = bytes.uint32(at: EnhancedField.capturedLength)
        }
        guard captured <= interface.longestPacket else {
            return failure(.packetTooLong(length: captured, limit: interface.longestPacket))
        }
        let room = length - 4 - data
        guard Int(captured) <= room else {
            return failure(.packetExceedsBlock(captured: captured, room: UInt32(clamping: room)))
        }
        let nanoseconds =
            isSimple
            ? CaptureFrame.noTime
            : interface.clock.nanoseconds(
                UInt64(bytes.uint32(at: EnhancedField.timeHigh)) << 32
                    | UInt64(bytes.uint32(at: EnhancedField.timeLow)))
        return .success(
            CaptureFrame(
                number: number, nanoseconds: nanoseconds, interface: UInt32(clamping: firstInterface) &+ index,
                capturedLength: captured, originalLength: original, start: position + data,
                linkType: interface.linkType))
    }

    private func failure(_ reason: CaptureFileError.Reason) -> Result<CaptureFrame, CaptureFileError> {
        .failure(CaptureFileError(offset: 0, reason: reason))
    }
}
