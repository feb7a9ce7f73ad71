public import NetworkTypes

/// A DNS message as a value; mDNS, LLMNR and NetBIOS name service share the form. RFC 1035 §4.1.
public struct DNSMessage: Sendable {
    /// An entry of the question section. RFC 1035 §4.1.2.
    public struct Question: Hashable, Sendable {
        /// Lower case, without a dot at the end; empty for the root.
        public let name: String
        public let type: UInt16
        /// Without the top bit.
        public let `class`: UInt16
        /// The top bit of the class, which mDNS uses: a unicast answer is wanted. RFC 6762 §5.4.
        public let unicastResponse: Bool
    }

    public enum Section: UInt8, Sendable, CaseIterable { case answer, authority, additional }

    /// What a record says, as far as this tool uses it; names as in `Question.name`.
    public enum RecordData: Hashable, Sendable {
        case a(IPv4Address)
        case aaaa(IPv6Address)
        /// CNAME, NS and PTR; of MX the exchange, whose empty name says that there is none (RFC 7505).
        case name(String)
        /// SVCB and HTTPS: the address hints, 16 of each family at most; an empty target is the record's own name in
        /// service form, and no service at all in alias form. RFC 9460 §2.5 and §7.3.
        case hints(v4: [IPv4Address], v6: [IPv6Address], target: String)
        /// SRV; an empty target says that the service is not offered. RFC 2782.
        case service(port: UInt16, target: String)
        /// Another type, a class other than IN, or data that does not fit its type.
        case other
    }

    /// An entry of the other sections, OPT included. RFC 1035 §4.1.3.
    public struct Record: Hashable, Sendable {
        public let name: String
        public let type: UInt16
        /// Without the top bit; OPT puts a size in bytes here. RFC 6891 §6.1.2.
        public let `class`: UInt16
        /// The top bit of the class, which mDNS uses. RFC 6762 §10.2.
        public let cacheFlush: Bool
        public let section: Section
        /// In seconds; flags in OPT.
        public let timeToLive: UInt32
        public let data: RecordData
    }

    public let id: UInt16
    public let isResponse: Bool
    /// 0 query, 5 update; for NetBIOS 5 is a registration. RFC 1035 §4.1.1, RFC 1002 §4.2.1.1.
    public let opcode: UInt8
    public let isAuthoritative: Bool
    public let isTruncated: Bool
    /// With the upper eight bits of OPT where there is one. RFC 6891 §6.1.3.
    public private(set) var responseCode: UInt16
    public private(set) var questions: [Question] = []
    /// In the order of the message.
    public private(set) var records: [Record] = []
    /// The message was cut or is malformed, or a limit was met: entries may be missing.
    public private(set) var isIncomplete = false

    private enum Field {
        static let flags = 2
        static let questionCount = 4
        static let sectionCounts = [(6, Section.answer), (8, .authority), (10, .additional)]
        static let headerLength = 12
    }

    private enum Limit {
        static let questions = 16
        static let records = 256
    }

    /// Nil when the header is cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        guard range.count >= Field.headerLength else { return nil }
        id = bytes.field(at: start)
        let flags = bytes.field(at: start + Field.flags, as: UInt16.self)
        isResponse = flags & 0x8000 != 0
        opcode = UInt8(truncatingIfNeeded: flags >> 11 & 15)
        isAuthoritative = flags & 0x0400 != 0
        isTruncated = flags & 0x0200 != 0
        responseCode = flags & 15
        readSections(bytes, start: start, end: min(range.upper, bytes.byteCount))
    }

    private mutating func readSections(_ bytes: borrowing RawSpan, start: Int, end: Int) {
        var offset = start + Field.headerLength
        for _ in 0..<bytes.field(at: start + Field.questionCount, as: UInt16.self) {
            guard questions.count < Limit.questions, readQuestion(bytes, at: &offset, start: start, end: end) else {
                isIncomplete = true
                return
            }
        }
        for (place, section) in Field.sectionCounts {
            for _ in 0..<bytes.field(at: start + place, as: UInt16.self) {
                guard records.count < Limit.records, readRecord(bytes, section, at: &offset, start: start, end: end)
                else {
                    isIncomplete = true
                    return
                }
            }
        }
    }

    private mutating func readQuestion(_ bytes: borrowing RawSpan, at offset: inout Int, start: Int, end: Int) -> Bool {
        guard let name = DomainName.read(bytes, at: offset, messageStart: start, end: end), name.end + 4 <= end else {
            return false
        }
        let rawClass = bytes.field(at: name.end + 2, as: UInt16.self)
        questions.append(
            Question(
                name: name.name, type: bytes.field(at: name.end), class: rawClass & 0x7fff,
                unicastResponse: rawClass & 0x8000 != 0))
        offset = name.end + 4
        return true
    }

    private mutating func readRecord(
        _ bytes: borrowing RawSpan, _ section: Section, at offset: inout Int, start: Int, end: Int
    ) -> Bool {
        guard let name = DomainName.read(bytes, at: offset, messageStart: start, end: end), name.end + 10 <= end else {
            return false
        }
        let type = bytes.field(at: name.end, as: UInt16.self)
        let rawClass = bytes.field(at: name.end + 2, as: UInt16.self)
        let timeToLive = bytes.field(at: name.end + 4, as: UInt32.self)
        let dataStart = name.end + 10
        let dataEnd = dataStart + Int(bytes.field(at: name.end + 8, as: UInt16.self))
        guard dataEnd <= end else { return false }
        var data = RecordData.other
        if type == Self.typeOPT {
            if section == .additional { responseCode = responseCode & 15 | UInt16(timeToLive >> 24) << 4 }
        } else if rawClass & 0x7fff == Self.classIN {
            if let read = Self.data(bytes, type, at: dataStart, end: dataEnd, messageStart: start) {
                data = read
            } else {
                isIncomplete = true
            }
        }
        let isOPT = type == Self.typeOPT
        records.append(
            Record(
                name: name.name, type: type, class: isOPT ? rawClass : rawClass & 0x7fff,
                cacheFlush: !isOPT && rawClass & 0x8000 != 0, section: section, timeToLive: timeToLive, data: data))
        offset = dataEnd
        return true
    }

    /// Nil where the data does not fit the type.
    private static func data(
        _ bytes: borrowing RawSpan, _ type: UInt16, at start: Int, end: Int, messageStart: Int
    ) -> RecordData? {
        switch type {
        case typeA: return end - start == 4 ? .a(bytes.ipv4(at: start)) : nil
        case typeAAAA: return end - start == 16 ? .aaaa(bytes.ipv6(at: start)) : nil
        case typeCNAME, typeNS, typePTR:
            guard let name = DomainName.read(bytes, at: start, messageStart: messageStart, end: end), name.end == end
            else {
                return nil
            }
            return .name(name.name)
        case typeMX:
            guard end - start >= 3,
                let exchange = DomainName.read(bytes, at: start + 2, messageStart: messageStart, end: end),
                exchange.end == end
            else { return nil }
            return .name(exchange.name)
        case typeSVCB, typeHTTPS: return hints(bytes, at: start, end: end, messageStart: messageStart)
        case typeSRV:
            guard end - start >= 7,
                let target = DomainName.read(bytes, at: start + 6, messageStart: messageStart, end: end),
                target.end == end
            else { return nil }
            return .service(port: bytes.field(at: start + 4), target: target.name)
        default: return .other
        }
    }
}

/// Types and classes that this tool names; IANA DNS parameters.
extension DNSMessage {
    public static let typeA: UInt16 = 1
    public static let typeNS: UInt16 = 2
    public static let typeCNAME: UInt16 = 5
    public static let typePTR: UInt16 = 12
    public static let typeMX: UInt16 = 15
    public static let typeTXT: UInt16 = 16
    public static let typeAAAA: UInt16 = 28
    public static let typeSRV: UInt16 = 33
    public static let typeOPT: UInt16 = 41
    public static let typeSVCB: UInt16 = 64
    public static let typeHTTPS: UInt16 = 65
    public static let typeANY: UInt16 = 255
    public static let classIN: UInt16 = 1
}
