/// The status line and the server's name of an HTTP/1 response. RFC 9112 §4, RFC 9110 §10.2.4.
public struct HTTPStatusLine: Sendable {
    /// 100 … 999.
    public let status: UInt16
    /// The Server field as sent, its first 256 octets; nil where there is none.
    public private(set) var server: String?
    /// The head was cut, or is longer than is read: the server's name may be missing.
    public private(set) var isIncomplete = false

    private static let largestServer = 256

    /// Nil where the range does not begin with a status line, up to its code.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard let code = Self.status(bytes, range) else { return nil }
        status = code
        var lines = TextLines(
            bytes, range, limit: HTTPRequestHead.Limit.head, longestLine: HTTPRequestHead.Limit.line)
        for _ in 0...HTTPRequestHead.Limit.fields {
            guard let line = lines.next(bytes) else { break }
            guard !line.isEmpty else { return }
            guard server == nil, let value = bytes.headerValue(line, "server") else { continue }
            server = String(sent: bytes.octets(at: value.lower, count: min(value.count, Self.largestServer)))
        }
        isIncomplete = true
    }

    /// The code alone, 100 … 999; nil where the range does not begin with a status line up to there.
    public static func status(_ bytes: borrowing RawSpan, _ range: ByteRange) -> UInt16? {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard end - start >= 12, bytes.hasPrefix("HTTP/1.", at: start), bytes.field(at: start + 8) == UInt8(0x20) else {
            return nil
        }
        var code: UInt16 = 0
        for index in 9..<12 {
            let digit: UInt8 = bytes.field(at: start + index)
            guard (0x30...0x39).contains(digit) else { return nil }
            code = code * 10 + UInt16(digit - 0x30)
        }
        return code >= 100 ? code : nil
    }
}
