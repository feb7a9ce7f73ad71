/// The line with which each side of SSH begins. RFC 4253 §4.2.
public struct SSHIdentification: Sendable {
    /// Such as `2.0`; `1.99` is a server that knows both.
    public let protocolVersion: String
    /// Such as `OpenSSH_9.6`, as sent; empty where the line was cut before it.
    public let softwareVersion: String
    /// What follows the software, such as a distribution's name; nil where nothing follows.
    public let comments: String?
    /// The first byte behind the line.
    public let end: Int
    /// The line's end was not seen: its last part may be cut.
    public let isIncomplete: Bool

    private enum Limit {
        /// With CR LF.
        static let line = 255
        /// A server may send text before it.
        static let linesBefore = 16
    }

    /// Nil where no such line begins in the first lines of the stream.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var lines = TextLines(
            bytes, range, limit: Limit.line * (Limit.linesBefore + 1), longestLine: Limit.line)
        let limit = min(range.upper, bytes.byteCount)
        for _ in 0...Limit.linesBefore {
            let start = lines.offset
            let line = lines.next(bytes)
            if bytes.hasPrefix("SSH-", at: start), start + 4 <= limit {
                let stop = line?.upper ?? min(limit, start + Limit.line)
                let text = bytes.octets(at: start + 4, count: stop - start - 4)[...]
                guard let dash = text.firstIndex(of: 0x2d), dash > 0,
                    text[..<dash].allSatisfy({ $0 == 0x2e || (0x30...0x39).contains($0) })
                else { return nil }
                let rest = text[(dash + 1)...]
                let space = rest.firstIndex(of: 0x20) ?? rest.endIndex
                protocolVersion = String(decoding: text[..<dash], as: UTF8.self)
                softwareVersion = String(decoding: rest[..<space], as: UTF8.self)
                comments = String(sent: Array(rest[space...].dropFirst()))
                end = line == nil ? stop : lines.offset
                isIncomplete = line == nil
                return
            }
            guard line != nil else { return nil }
        }
        return nil
    }
}
