public import NetworkTypes

/// How the lines of an FTP control connection announce a data connection. RFC 959 §4.1.2, RFC 2428 §2 and §3.
///
/// An address inside the text breaks behind a translator that does not rewrite it. RFC 6384.
public struct FTPControl: Hashable, Sendable {
    public enum AddressUse: String, Sendable, CaseIterable {
        /// PORT: the client's IPv4 address is in the command.
        case port
        /// PASV: the server is asked for its IPv4 address.
        case passive
        /// 227: the server's IPv4 address is in the reply.
        case passiveReply
        /// EPRT: the client's address of either family is in the command.
        case extendedPort
        /// EPSV: no address is asked for.
        case extendedPassive
        /// 229: only a port is in the reply.
        case extendedPassiveReply
    }

    public let use: AddressUse
    /// What PORT, 227 and EPRT announce; nil where the line holds none or a malformed one.
    public private(set) var address: IPAddress?
    /// The line has no end.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let lines = 32
        static let lineOctets = 512
    }

    private static let words: [(String, AddressUse)] = [
        ("PORT ", .port), ("PASV", .passive), ("227 ", .passiveReply), ("EPRT ", .extendedPort),
        ("EPSV", .extendedPassive), ("229 ", .extendedPassiveReply),
    ]

    /// Of the first line that announces a data connection; nil where there is none.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var lines = TextLineCursor(ByteRange(range.lower, min(range.upper, bytes.byteCount)), limit: Limit.lines)
        while let line = lines.next(bytes) {
            for (word, use) in Self.words
            where SentText.starts(bytes, at: line.lower, end: line.upper, with: word) {
                // PASV and EPSV stand alone or before an argument.
                let next: UInt8 = bytes.field(at: line.lower + word.utf8.count)
                if !word.hasSuffix(" "), line.count > word.utf8.count, next != 0x20 { continue }
                self.use = use
                isIncomplete = lines.isCut
                let argument = ByteRange(
                    line.lower + word.utf8.count, min(line.upper, line.lower + Limit.lineOctets))
                switch use {
                case .port, .passiveReply: address = Self.sixNumbers(bytes, argument)
                case .extendedPort: address = Self.extendedAddress(bytes, argument)
                default: break
                }
                return
            }
        }
        return nil
    }

    /// `h1,h2,h3,h4,p1,p2`, wherever the digits begin. RFC 1123 §4.1.2.6.
    private static func sixNumbers(_ bytes: borrowing RawSpan, _ range: ByteRange) -> IPAddress? {
        var start = range.lower
        while let digit = SentText.position(bytes, from: start, to: range.upper, where: { (0x30...0x39).contains($0) })
        {
            let end =
                SentText.position(
                    bytes, from: digit, to: range.upper, where: { !(0x30...0x39).contains($0) && $0 != 0x2c })
                ?? range.upper
            let text = String(decoding: bytes.octets(at: digit, count: end - digit), as: UTF8.self)
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { UInt8($0) }
            if numbers.count == 6 {
                var value: UInt32 = 0
                for number in numbers.prefix(4) {
                    guard let number else { return nil }
                    value = value << 8 | UInt32(number)
                }
                return IPAddress(IPv4Address(value: value))
            }
            start = end
        }
        return nil
    }

    /// `|1|192.0.2.1|1025|` or `|2|2001:db8::1|1025|`, with any mark for a bar. RFC 2428 §2.
    private static func extendedAddress(_ bytes: borrowing RawSpan, _ range: ByteRange) -> IPAddress? {
        let text = String(decoding: bytes.octets(at: range.lower, count: range.count), as: UTF8.self)
        guard let mark = text.first else { return nil }
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count >= 4 else { return nil }
        switch parts[1] {
        case "1": return IPv4Address(parts[2]).map { IPAddress($0) }
        case "2": return IPv6Address(parts[2]).map { IPAddress($0) }
        default: return nil
        }
    }
}
