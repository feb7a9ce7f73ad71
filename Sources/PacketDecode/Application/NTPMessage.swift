/// The head of an NTP or SNTP message. RFC 5905 §7.3; modes 6 and 7: RFC 9327 §2.
public struct NTPMessage: Hashable, Sendable {
    /// RFC 5905 figure 10, open.
    public struct Mode: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let symmetricActive = Mode(rawValue: 1)
        public static let symmetricPassive = Mode(rawValue: 2)
        public static let client = Mode(rawValue: 3)
        public static let server = Mode(rawValue: 4)
        public static let broadcast = Mode(rawValue: 5)
        public static let control = Mode(rawValue: 6)
        public static let `private` = Mode(rawValue: 7)
    }

    /// 1 … 4.
    public let version: UInt8
    public let mode: Mode
    /// 1 has a clock of its own, 2 … 15 asks another server, 0 and 16 have no time; nil in modes 6 and 7.
    public let stratum: UInt8?
    /// The message was cut; what is here is not.
    public let isIncomplete: Bool

    private static let fixedLength = 48
    private static let controlLength = 8

    /// Nil where version or mode is reserved, or even the first octets are missing.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let count = min(range.upper, bytes.byteCount) - range.lower
        let first: UInt8 = bytes.field(at: range.lower)
        version = first >> 3 & 7
        mode = Mode(rawValue: first & 7)
        guard count >= 4, (1...4).contains(version), mode.rawValue != 0 else { return nil }
        let isTime = mode != .control && mode != .private
        stratum = isTime ? bytes.field(at: range.lower + 1) : nil
        isIncomplete = count < (isTime ? Self.fixedLength : Self.controlLength)
    }
}
