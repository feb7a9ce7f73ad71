public import NetworkTypes

/// Walks a DNS message in place, entry by entry, without allocating; mDNS, LLMNR and NetBIOS share the form.
/// RFC 1035 §4.1.
public struct DNSReader: Sendable {
    /// An entry of the question section, its name apart.
    public struct Question: Sendable, BitwiseCopyable {
        public let type: UInt16
        /// Without the top bit.
        public let `class`: UInt16
        /// The top bit of the class, which mDNS uses. RFC 6762 §5.4.
        public let unicastResponse: Bool
        let name: Int
    }

    /// An entry of the other sections, its name and data apart.
    public struct Record: Sendable {
        public let type: UInt16
        /// With the top bit, as it stands.
        public let rawClass: UInt16
        public let section: DNSMessage.Section
        /// In seconds; flags in OPT.
        public let timeToLive: UInt32
        public let data: ByteRange
        let name: Int

        public var isInternet: Bool { rawClass & 0x7fff == DNSMessage.classIN }
    }

    public let id: UInt16
    public let flags: UInt16
    /// The message was cut or is malformed, or a limit was met: entries may be missing.
    public private(set) var isIncomplete = false

    private let start: Int
    private let end: Int
    private var offset: Int
    private var questionsLeft: UInt16
    private var recordsLeft: InlineArray<3, UInt16>
    private var section = 0
    private var questionsRead = 0
    private var recordsRead = 0

    private enum Field {
        static let flags = 2
        static let questionCount = 4
        static let headerLength = 12
    }

    private enum Limit {
        static let questions = 16
        static let records = 256
    }

    /// Nil when the header is cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard range.count >= Field.headerLength else { return nil }
        start = range.lower
        end = min(range.upper, bytes.byteCount)
        id = bytes.field(at: start)
        flags = bytes.field(at: start + Field.flags)
        questionsLeft = bytes.field(at: start + Field.questionCount)
        recordsLeft = [
            bytes.field(at: start + 6), bytes.field(at: start + 8), bytes.field(at: start + 10),
        ]
        offset = start + Field.headerLength
    }

    public var isResponse: Bool { flags & 0x8000 != 0 }
    /// The sender left records out. RFC 1035 §4.1.1.
    public var isTruncated: Bool { flags & 0x0200 != 0 }
    /// 0 query, 5 update; for NetBIOS 5 is a registration. RFC 1035 §4.1.1, RFC 1002 §4.2.1.1.
    public var opcode: UInt8 { UInt8(truncatingIfNeeded: flags >> 11 & 15) }
    /// Without the upper bits that OPT adds.
    public var responseCode: UInt8 { UInt8(truncatingIfNeeded: flags & 15) }

    /// The next question; nil behind the last one and at the first that does not fit.
    public mutating func nextQuestion(_ bytes: borrowing RawSpan) -> Question? {
        guard questionsLeft > 0, !isIncomplete else { return nil }
        guard questionsRead < Limit.questions, let nameEnd = DomainName.skip(bytes, at: offset, end: end),
            nameEnd + 4 <= end
        else {
            isIncomplete = true
            return nil
        }
        let rawClass = bytes.field(at: nameEnd + 2, as: UInt16.self)
        let question = Question(
            type: bytes.field(at: nameEnd), class: rawClass & 0x7fff, unicastResponse: rawClass & 0x8000 != 0,
            name: offset)
        offset = nameEnd + 4
        questionsLeft -= 1
        questionsRead += 1
        return question
    }

    /// The next record of the three sections, to be asked when all questions are read; nil as above.
    public mutating func nextRecord(_ bytes: borrowing RawSpan) -> Record? {
        guard questionsLeft == 0, !isIncomplete else { return nil }
        while section < 3, recordsLeft[section] == 0 { section += 1 }
        guard section < 3 else { return nil }
        guard recordsRead < Limit.records, let nameEnd = DomainName.skip(bytes, at: offset, end: end),
            nameEnd + 10 <= end
        else {
            isIncomplete = true
            return nil
        }
        let dataStart = nameEnd + 10
        let dataEnd = dataStart + Int(bytes.field(at: nameEnd + 8, as: UInt16.self))
        guard dataEnd <= end else {
            isIncomplete = true
            return nil
        }
        let record = Record(
            type: bytes.field(at: nameEnd), rawClass: bytes.field(at: nameEnd + 2),
            section: section == 0 ? .answer : section == 1 ? .authority : .additional,
            timeToLive: bytes.field(at: nameEnd + 4), data: ByteRange(dataStart, dataEnd), name: offset)
        offset = dataEnd
        recordsLeft[section] -= 1
        recordsRead += 1
        return record
    }

    /// Puts a question's name into the buffer; false where it breaks a limit, and then the message ends here.
    public mutating func readName(of question: Question, _ bytes: borrowing RawSpan, into buffer: inout NameBuffer)
        -> Bool
    {
        readName(at: question.name, bytes, into: &buffer)
    }

    /// Puts a record's name into the buffer.
    public mutating func readName(of record: Record, _ bytes: borrowing RawSpan, into buffer: inout NameBuffer) -> Bool
    {
        readName(at: record.name, bytes, into: &buffer)
    }

    /// Puts the name that a PTR record of class IN leads to into the buffer; false for other records, and where the name
    /// does not fill the data.
    public func readTarget(of record: Record, _ bytes: borrowing RawSpan, into buffer: inout NameBuffer) -> Bool {
        guard record.isInternet, record.type == DNSMessage.typePTR else { return false }
        return DomainName.read(
            bytes, at: record.data.lower, messageStart: start, end: record.data.upper, into: &buffer)
            == record.data.upper
    }

    private mutating func readName(at place: Int, _ bytes: borrowing RawSpan, into buffer: inout NameBuffer) -> Bool {
        guard DomainName.read(bytes, at: place, messageStart: start, end: end, into: &buffer) != nil else {
            isIncomplete = true
            return false
        }
        return true
    }

    /// The address of an A or AAAA record of class IN; nil for others and for data of another length.
    public func address(of record: Record, _ bytes: borrowing RawSpan) -> IPAddress? {
        guard record.isInternet else { return nil }
        if record.type == DNSMessage.typeA, record.data.count == 4 {
            return IPAddress(bytes.ipv4(at: record.data.lower))
        }
        if record.type == DNSMessage.typeAAAA, record.data.count == 16 {
            return IPAddress(bytes.ipv6(at: record.data.lower))
        }
        return nil
    }
}
