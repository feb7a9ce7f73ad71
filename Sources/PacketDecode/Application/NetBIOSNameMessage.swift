public import NetworkTypes

/// A packet of the NetBIOS name service, UDP port 137. RFC 1002 §4.2.
public struct NetBIOSNameMessage: Sendable {
    /// An entry of an NB record: where the name is. RFC 1002 §4.2.2.
    public struct Owner: Hashable, Sendable {
        public let address: IPv4Address
        /// Many machines share the name.
        public let isGroup: Bool
    }

    /// An entry of a node status response. RFC 1002 §4.2.18.
    public struct NodeName: Hashable, Sendable {
        public let name: NetBIOSName
        public let isGroup: Bool
        /// Neither in conflict nor being given up.
        public let isActive: Bool
    }

    public let transactionID: UInt16
    public let isResponse: Bool
    /// Without the response bit. RFC 1002 §4.2.1.1.
    public let operation: UInt8
    public let isBroadcast: Bool
    /// 0 means granted, or found.
    public let responseCode: UInt8
    /// 0x20 NB or 0x21 NBSTAT; zero without a question.
    public private(set) var questionType: UInt16 = 0
    /// Of the question where there is one, else of the first record; nil when neither could be read.
    public private(set) var name: NetBIOSName?
    /// Of NB records: claimed in a registration or refresh, told in a response.
    public private(set) var owners: [Owner] = []
    /// Of a node status response.
    public private(set) var nodeNames: [NodeName] = []
    /// The MAC of a node status response; nil where it is zero, as of machines that do not tell.
    public private(set) var unitID: MACAddress?
    /// The message was cut or is malformed, or a limit was met: entries may be missing.
    public private(set) var isIncomplete = false

    /// The sender holds the name, or claims it: a registration, of either kind, or a refresh.
    public var isClaim: Bool {
        !isResponse && [Self.registration, Self.refresh, Self.alternateRefresh, Self.multihomed].contains(operation)
    }

    private enum Field {
        static let flags = 2
        static let counts = 4
        static let header = 12
        /// Type, class, time to live and length.
        static let recordFixed = 10
        static let owner = 6
        static let nodeName = 18
    }

    private enum Limit {
        static let questions = 4
        static let records = 16
        static let owners = 64
    }

    /// Nil when the header is cut, or no name service has such an operation.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard end - start >= Field.header else { return nil }
        transactionID = bytes.field(at: start)
        let flags = bytes.field(at: start + Field.flags, as: UInt16.self)
        isResponse = flags & 0x8000 != 0
        operation = UInt8(truncatingIfNeeded: flags >> 11 & 15)
        isBroadcast = flags & 0x0010 != 0
        responseCode = UInt8(truncatingIfNeeded: flags & 15)
        guard [0, 5, 6, 7, 8, 9, 15].contains(operation) else { return nil }
        isIncomplete = !readSections(bytes, start: start, end: end)
    }

    /// False where an entry does not fit.
    private mutating func readSections(_ bytes: borrowing RawSpan, start: Int, end: Int) -> Bool {
        var offset = start + Field.header
        let questions = Int(bytes.field(at: start + Field.counts, as: UInt16.self))
        let records = (1...3).reduce(0) { $0 + Int(bytes.field(at: start + Field.counts + $1 * 2, as: UInt16.self)) }
        for _ in 0..<min(questions, Limit.questions) {
            guard let read = NetBIOSName.read(bytes, at: offset, messageStart: start, end: end), read.end + 4 <= end
            else { return false }
            if name == nil {
                name = read.name
                questionType = bytes.field(at: read.end)
            }
            offset = read.end + 4
        }
        guard questions <= Limit.questions else { return false }
        for _ in 0..<min(records, Limit.records) {
            guard let read = NetBIOSName.read(bytes, at: offset, messageStart: start, end: end),
                read.end + Field.recordFixed <= end
            else { return false }
            if name == nil { name = read.name }
            let data = read.end + Field.recordFixed
            let dataEnd = data + Int(bytes.field(at: read.end + 8, as: UInt16.self))
            let isWhole = readData(bytes, type: bytes.field(at: read.end), at: data, end: min(dataEnd, end))
            guard isWhole, dataEnd <= end else { return false }
            offset = dataEnd
        }
        return records <= Limit.records
    }

    private mutating func readData(_ bytes: borrowing RawSpan, type: UInt16, at start: Int, end: Int) -> Bool {
        switch type {
        case Self.typeNB:
            for offset in stride(from: start, to: end - Field.owner + 1, by: Field.owner) {
                guard owners.count < Limit.owners else { return false }
                owners.append(
                    Owner(
                        address: bytes.ipv4(at: offset + 2),
                        isGroup: bytes.field(at: offset, as: UInt16.self) >> 15 == 1
                    ))
            }
            return (end - start) % Field.owner == 0
        case Self.typeNodeStatus: return readNodeStatus(bytes, at: start, end: end)
        default: return true
        }
    }

    private mutating func readNodeStatus(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Bool {
        guard start < end else { return false }
        var offset = start + 1
        for _ in 0..<bytes.field(at: start, as: UInt8.self) {
            guard offset + Field.nodeName <= end,
                let name = NetBIOSName(bytes.octets(at: offset, count: Field.nodeName - 2))
            else { return false }
            let flags = bytes.field(at: offset + 16, as: UInt16.self)
            nodeNames.append(NodeName(name: name, isGroup: flags & 0x8000 != 0, isActive: flags & 0x1c00 == 0x0400))
            offset += Field.nodeName
        }
        guard offset + 6 <= end else { return false }
        let mac = bytes.mac(at: offset)
        if mac != .zero { unitID = mac }
        return true
    }
}

/// Operations and types. RFC 1002 §4.2.1; 9 is a refresh of old Windows.
extension NetBIOSNameMessage {
    public static let query: UInt8 = 0
    public static let registration: UInt8 = 5
    public static let release: UInt8 = 6
    public static let waitForAcknowledgement: UInt8 = 7
    public static let refresh: UInt8 = 8
    public static let alternateRefresh: UInt8 = 9
    public static let multihomed: UInt8 = 15
    public static let typeNB: UInt16 = 0x20
    public static let typeNodeStatus: UInt16 = 0x21
}
