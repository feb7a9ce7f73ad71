/// The types of pcapng blocks that are told apart. draft-ietf-opsawg-pcapng §11.1.
enum PcapNGBlock {
    static let sectionHeader: UInt32 = 0x0a0d_0d0a
    static let interfaceDescription: UInt32 = 1
    static let obsoletePacket: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let enhancedPacket: UInt32 = 6

    /// The longest block that is held in memory, in bytes; longer ones of other types are read through.
    static let longest: UInt32 = 16 << 20
    /// Interfaces that a file may describe.
    static let interfaceLimit = 65_536

    /// Type, length and the length again.
    static let minimumLength: UInt32 = 12

    static func isHeldInMemory(_ type: UInt32) -> Bool {
        switch type {
        case sectionHeader, interfaceDescription, obsoletePacket, simplePacket, enhancedPacket: true
        default: false
        }
    }

    /// The bytes of a block before its options or packet data, with the frame around it.
    static func fixedLength(_ type: UInt32) -> UInt32 {
        switch type {
        case sectionHeader: 28
        case interfaceDescription: 20
        case obsoletePacket, enhancedPacket: 32
        case simplePacket: 16
        default: minimumLength
        }
    }
}

extension PcapNGBlock {
    /// Whether Wireshark numbers a block as a frame although it holds no packet: custom blocks of any enterprise,
    /// systemd journal entries and sysdig events (not those with flags). Measured with tshark 4.0.17.
    static func isFrameWithoutPacket(_ type: UInt32) -> Bool {
        switch type {
        case 0x0bad, 0x4000_0bad, 9, 0x204, 0x216, 0x221: true
        default: false
        }
    }
}
