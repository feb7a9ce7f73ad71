/// The first four bytes of a pcap file: byte order, unit of time and shape of the record header.
struct PcapMagic {
    let isSwapped: Bool
    let ticksPerSecond: UInt64
    /// 16, or 24 in files of A. Kuznetzov's patched libpcap.
    let recordHeaderLength: Int
    /// 24, or 28 in IXIA files, which add the size of all records.
    let fileHeaderLength: Int

    /// Nil for any other file.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
        if let known = Self(value, isSwapped: false) {
            self = known
        } else if let known = Self(value.byteSwapped, isSwapped: true) {
            self = known
        } else {
            return nil
        }
    }

    private init?(_ value: UInt32, isSwapped: Bool) {
        self.isSwapped = isSwapped
        switch value {
        case 0xa1b2_c3d4: (ticksPerSecond, recordHeaderLength, fileHeaderLength) = (1_000_000, 16, 24)
        case 0xa1b2_3c4d: (ticksPerSecond, recordHeaderLength, fileHeaderLength) = (1_000_000_000, 16, 24)
        case 0xa1b2_cd34: (ticksPerSecond, recordHeaderLength, fileHeaderLength) = (1_000_000, 24, 24)
        case 0x1c00_01ac: (ticksPerSecond, recordHeaderLength, fileHeaderLength) = (1_000_000_000, 16, 28)
        case 0x1c00_01ab: (ticksPerSecond, recordHeaderLength, fileHeaderLength) = (1_000_000, 16, 28)
        default: return nil
        }
    }
}
