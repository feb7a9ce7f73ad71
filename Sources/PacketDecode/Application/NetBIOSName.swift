/// A name of the NetBIOS name service: 15 octets, and a sixteenth that says what the name is for. RFC 1001 §14, §5.2.
public struct NetBIOSName: Hashable, Sendable {
    /// As sent, usually in upper case, without the blanks at its end; octets outside 0x20…0x7e and the backslash are
    /// written `\DDD`. Empty where `suffix` is 3: that may be the name of a user, and is never read.
    public let text: String
    /// 0x00 workstation, 0x03 messenger, 0x1b, 0x1c and 0x1d of domains, 0x20 file server.
    public let suffix: UInt8
    /// The scope in lower case; empty nearly always. RFC 1001 §9.
    public let scope: String

    public static let workstation: UInt8 = 0x00
    public static let messenger: UInt8 = 0x03
    public static let server: UInt8 = 0x20

    /// All names of a node; what node status is asked for. RFC 1002 §4.2.17.
    public var isWildcard: Bool { text == "*" }

    private static let octetCount = 16

    /// Of the sixteen octets as they are; others give nil.
    init?(_ octets: [UInt8], scope: String = "") {
        guard octets.count == Self.octetCount, let suffix = octets.last else { return nil }
        self.suffix = suffix
        self.scope = scope
        guard suffix != Self.messenger else {
            text = ""
            return
        }
        let padding = octets.dropLast().reversed().prefix { $0 == 0x20 || $0 == 0 }.count
        var text = ""
        for octet in octets.prefix(15 - padding) {
            if (0x20...0x7e).contains(octet), octet != 0x5c {
                text.unicodeScalars.append(Unicode.Scalar(octet))
            } else {
                let digits = String(octet)
                text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        self.text = text
    }

    /// A name in its two encodings; nil where it is none, or leaves the message. RFC 1001 §14.1, RFC 1002 §4.1.
    static func read(
        _ bytes: borrowing RawSpan, at start: Int, messageStart: Int, end: Int
    ) -> (name: NetBIOSName, end: Int)? {
        var offset = start
        var endInPlace: Int?
        if bytes.field(at: start, as: UInt8.self) & 0xc0 == 0xc0 {
            offset = messageStart + Int(bytes.field(at: start, as: UInt16.self) & 0x3fff)
            endInPlace = start + 2
            guard offset < start, start + 2 <= end else { return nil }
        }
        let labelEnd = offset + 1 + octetCount * 2
        guard labelEnd <= end, Int(bytes.field(at: offset, as: UInt8.self)) == octetCount * 2 else { return nil }
        var octets: [UInt8] = []
        for index in 0..<octetCount {
            // Half an octet each, from A, in either case.
            let high = (bytes.field(at: offset + 1 + index * 2, as: UInt8.self) & 0xdf) &- 0x41
            let low = (bytes.field(at: offset + 2 + index * 2, as: UInt8.self) & 0xdf) &- 0x41
            guard high < 16, low < 16 else { return nil }
            octets.append(high << 4 | low)
        }
        guard let scope = DomainName.read(bytes, at: labelEnd, messageStart: messageStart, end: end) else { return nil }
        return NetBIOSName(octets, scope: scope.name).map { ($0, endInPlace ?? scope.end) }
    }
}
