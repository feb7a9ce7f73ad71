/// The head of a log message: who speaks. RFC 5424 §6, RFC 3164 §4. What is logged is not kept.
public struct SyslogMessage: Hashable, Sendable {
    public enum Format: Sendable { case rfc5424, rfc3164 }

    /// What the message was built by; nil where only the priority is as it should be.
    public private(set) var format: Format?
    /// 0 … 23. RFC 5424 table 1.
    public let facility: UInt8
    /// 0 … 7, 0 is the gravest. RFC 5424 table 2.
    public let severity: UInt8
    /// A name or an address, as sent; nil where none is given.
    public private(set) var hostName: String?
    /// It ends inside the head.
    public private(set) var isIncomplete = false

    private enum Limit {
        /// RFC 5424 §6.
        static let hostOctets = 255
        static let largestPriority = 191
        /// `MSG-LEN SP` of RFC 6587 §3.4.1.
        static let countOctets = 6
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Nil where it does not begin with a priority; a count of octets may stand before it.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        var start = range.lower
        if (0x31...0x39).contains(bytes.field(at: start, as: UInt8.self)),
            let space = SentText.position(
                bytes, from: start, to: min(end, start + Limit.countOctets), where: { $0 == 0x20 }),
            SentText.number(bytes, ByteRange(start, space)) != nil
        {
            start = space + 1
        }
        guard start < end, bytes.field(at: start, as: UInt8.self) == 0x3c,
            let close = SentText.position(bytes, from: start + 1, to: min(end, start + 5), where: { $0 == 0x3e }),
            let priority = SentText.number(bytes, ByteRange(start + 1, close)), priority <= Limit.largestPriority
        else { return nil }
        facility = UInt8(truncatingIfNeeded: priority >> 3)
        severity = UInt8(truncatingIfNeeded: priority & 7)
        let head = close + 1
        if SentText.starts(bytes, at: head, end: end, with: "1 ") {
            format = .rfc5424
            // VERSION SP TIMESTAMP SP HOSTNAME SP
            guard let time = SentText.position(bytes, from: head + 2, to: end, where: { $0 == 0x20 }) else {
                isIncomplete = true
                return
            }
            readHost(bytes, from: time + 1, to: end)
        } else if Self.months.contains(where: { SentText.starts(bytes, at: head, end: end, with: $0) }) {
            // Mmm dd hh:mm:ss SP HOSTNAME SP
            let time = head + 15
            guard end > time else {
                isIncomplete = true
                return
            }
            guard bytes.field(at: time, as: UInt8.self) == 0x20, bytes.field(at: head + 9, as: UInt8.self) == 0x3a
            else { return }
            format = .rfc3164
            readHost(bytes, from: time + 1, to: end)
        }
    }

    private mutating func readHost(_ bytes: borrowing RawSpan, from start: Int, to end: Int) {
        guard let space = SentText.position(bytes, from: start, to: end, where: SentText.isBlank) else {
            isIncomplete = true
            return
        }
        let host = ByteRange(start, space)
        // "-" is the nil value; a word with a colon or bracket is the tag of a message without a host name.
        guard host.count <= Limit.hostOctets, !SentText.equals(bytes, host, "-") else { return }
        let last: UInt8 = bytes.field(at: space - 1)
        if format == .rfc3164, last == 0x3a || last == 0x5d { return }
        hostName = SentText.text(bytes, host, limit: Limit.hostOctets)
    }
}
