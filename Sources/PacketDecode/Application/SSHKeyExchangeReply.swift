/// The host key that an SSH server shows while keys are exchanged. RFC 4253 §8, RFC 5656 §4, RFC 4419 §3.
public struct SSHKeyExchangeReply: Sendable, Equatable {
    /// The whole public key blob, K_S, over which fingerprints are made. RFC 4253 §6.6.
    public let hostKey: ByteRange
    /// The key's format as it names itself, such as `ssh-ed25519`.
    public let algorithm: String

    public enum Search: Sendable, Equatable {
        case found(SSHKeyExchangeReply)
        /// The least number of bytes, from the start of the stream, in which it can be.
        case needsMore(Int)
        case absent
    }

    private enum Limit {
        /// KEXINIT, two of a group exchange, and some to spare.
        static let packets = 16
        /// RFC 4253 §6.1.
        static let packet = 35_000
        static let algorithm = 64
    }

    /// Of RFC 4250 §4.1.2; 31 is also the group of a group exchange.
    private enum Message {
        static let newKeys: UInt8 = 21
        static let replies: [UInt8] = [31, 33]
    }

    /// Nil where one packet's payload is no such reply.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var cursor = ByteCursor(bytes, range)
        guard let type = cursor.integer(bytes, as: UInt8.self), Message.replies.contains(type),
            let key = cursor.vector(bytes, length: UInt32.self)
        else { return nil }
        var inner = ByteCursor(bytes, key)
        guard let name = inner.vector(bytes, length: UInt32.self), (1...Limit.algorithm).contains(name.count),
            inner.remaining > 0
        else { return nil }
        let octets = bytes.octets(at: name.lower, count: name.count)
        guard octets.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        hostKey = key
        algorithm = String(decoding: octets, as: UTF8.self)
    }

    /// Looks through the unencrypted packets of what the server sent; `range` begins with the stream. RFC 4253 §6.
    public static func find(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Search {
        guard let banner = SSHIdentification(bytes, range) else { return .absent }
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard !banner.isIncomplete else { return .needsMore(end - start + 1) }
        var offset = banner.end
        for _ in 0..<Limit.packets {
            guard end - offset >= 6 else { return .needsMore(offset - start + 6) }
            let length = Int(bytes.field(at: offset, as: UInt32.self))
            let padding = Int(bytes.field(at: offset + 4, as: UInt8.self))
            guard length <= Limit.packet, padding + 2 <= length else { return .absent }
            let type: UInt8 = bytes.field(at: offset + 5)
            guard type != Message.newKeys else { return .absent }
            let packetEnd = offset + 4 + length
            guard packetEnd <= end else { return .needsMore(packetEnd - start) }
            if let reply = SSHKeyExchangeReply(bytes, ByteRange(offset + 5, packetEnd - padding)) {
                return .found(reply)
            }
            offset = packetEnd
        }
        return .absent
    }
}
