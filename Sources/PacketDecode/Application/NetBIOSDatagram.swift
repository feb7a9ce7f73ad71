public import NetworkTypes

/// A packet of the NetBIOS datagram service, UDP port 138. RFC 1002 §4.4.
public struct NetBIOSDatagram: Sendable {
    /// What a machine says of itself to the browsers of its link. MS-BRWS §2.2.1 and §2.2.6.
    public struct HostAnnouncement: Sendable, Hashable {
        /// As sent; at most 15 octets.
        public let serverName: String
        /// SV_TYPE bits: 0x1 workstation, 0x2 server, 0x8 and 0x10 domain controllers, 0x200 print server. MS-RAP §2.5.5.4.
        public let serverType: UInt32
        /// Of the operating system, as major and minor; 10.0 is Windows 10 and later.
        public let majorVersion: UInt8
        public let minorVersion: UInt8
        /// The sender is the browser that its link elected.
        public let isLocalMaster: Bool
    }

    /// 0x10 direct unique, 0x11 direct group, 0x12 broadcast.
    public let type: UInt8
    /// The sender's own, also behind a forwarder.
    public let sourceAddress: IPv4Address
    /// Nil where it is cut, or is no name.
    public private(set) var sourceName: NetBIOSName?
    public private(set) var destinationName: NetBIOSName?
    /// Nil where the datagram holds something else.
    public private(set) var announcement: HostAnnouncement?
    /// The packet was cut or is malformed: names may be missing.
    public private(set) var isIncomplete = true

    private enum Field {
        static let sourceAddress = 4
        /// Of names and data.
        static let length = 10
        static let names = 14
    }

    /// Nil when the fixed part is cut, or the packet is of another type: an error, or a query.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        type = bytes.field(at: start)
        guard end - start >= Field.names, (0x10...0x12).contains(type) else { return nil }
        sourceAddress = bytes.ipv4(at: start + Field.sourceAddress)
        guard let source = NetBIOSName.read(bytes, at: start + Field.names, messageStart: start, end: end) else {
            return
        }
        sourceName = source.name
        guard let destination = NetBIOSName.read(bytes, at: source.end, messageStart: start, end: end) else { return }
        destinationName = destination.name
        let declared = Int(bytes.field(at: start + Field.length, as: UInt16.self))
        let isFine = readMailslot(bytes, at: destination.end, end: end)
        isIncomplete = !isFine || end - start < Field.names + declared
    }

    /// Offsets in a transaction that writes to a mailslot. MS-CIFS §2.2.4.33.1, MS-MAIL §2.2.1.
    private enum Transaction {
        static let command = 4
        static let wordCount = 32
        static let dataCount = 55
        static let dataOffset = 57
        static let setup = 61
        /// Behind three words of setup and the length of what follows them.
        static let name = 69
        static let largestDataOffset = 256
    }

    /// False where an announcement is cut.
    private mutating func readMailslot(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Bool {
        guard bytes.field(at: start) == UInt32(0xff53_4d42), end - start >= Transaction.name,
            bytes.field(at: start + Transaction.command) == UInt8(0x25),
            bytes.field(at: start + Transaction.wordCount) == UInt8(17),
            bytes.hasPrefix("\\mailslot\\browse", at: start + Transaction.name, isLowerCase: true)
        else { return true }
        let data = start + Int(bytes.littleField(at: start + Transaction.dataOffset, as: UInt16.self))
        let count = Int(bytes.littleField(at: start + Transaction.dataCount, as: UInt16.self))
        let command: UInt8 = bytes.field(at: data)
        guard command == 0x01 || command == 0x0f else { return true }
        // Update count, period, name of 16, version, type.
        guard count >= 28, data - start <= Transaction.largestDataOffset, data + 28 <= end else { return false }
        guard let name = String(zeroEnded: bytes.octets(at: data + 6, count: 16)) else { return false }
        announcement = HostAnnouncement(
            serverName: name, serverType: bytes.littleField(at: data + 24), majorVersion: bytes.field(at: data + 22),
            minorVersion: bytes.field(at: data + 23), isLocalMaster: command == 0x0f)
        return true
    }
}
