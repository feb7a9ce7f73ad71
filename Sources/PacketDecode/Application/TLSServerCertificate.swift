/// The certificate that a TLS server shows of itself before TLS 1.3, which encrypts it. RFC 5246 §7.4.2.
public enum TLSServerCertificate {
    public enum Search: Sendable, Equatable {
        /// The first of the chain, in DER, taken out of its records.
        case found([UInt8])
        case needsMore
        case absent
    }

    private enum Field {
        static let recordHeader = 5
        static let recordLength = 3
        static let messageHeader = 4
        /// The lengths of the chain and of its first certificate.
        static let chainHeader = 6
    }

    private enum Limit {
        /// Of all messages up to the end of the certificate.
        static let handshake = 16_384
        /// With what compression might once have added. RFC 5246 §6.2.2.
        static let record = 16_384 + 1024
        static let records = 64
        static let messages = 8
    }

    private enum Message {
        static let serverHello: UInt8 = 2
        static let certificate: UInt8 = 11
        /// RFC 4680 §3.
        static let supplementalData: UInt8 = 23
    }

    private static let handshakeRecord: UInt8 = 22
    private static let version13: UInt16 = 0x0304

    /// Looks through what the server sent; `range` begins with the record of the ServerHello. RFC 5246 §6.2 and §7.4.
    public static func find(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Search {
        let end = min(range.upper, bytes.byteCount)
        var offset = range.lower
        var handshake: [UInt8] = []
        for _ in 0..<Limit.records {
            guard offset < end else { return .needsMore }
            // A change of the cipher: an older session is resumed, and no certificate shown. RFC 5246 §7.3.
            guard bytes.field(at: offset, as: UInt8.self) == handshakeRecord else { return .absent }
            guard end - offset >= Field.recordHeader else { return .needsMore }
            let length = Int(bytes.field(at: offset + Field.recordLength, as: UInt16.self))
            guard bytes.field(at: offset + 1, as: UInt8.self) == 3, length > 0, length <= Limit.record else {
                return .absent
            }
            let available = min(length, end - offset - Field.recordHeader)
            handshake += bytes.octets(at: offset + Field.recordHeader, count: available)
            let search = leaf(of: handshake)
            guard search == .needsMore else { return search }
            guard available == length else { return .needsMore }
            guard handshake.count < Limit.handshake else { return .absent }
            offset += Field.recordHeader + length
        }
        return .absent
    }

    private static func leaf(of handshake: [UInt8]) -> Search {
        var offset = 0
        for number in 0..<Limit.messages {
            let body = offset + Field.messageHeader
            guard handshake.count >= body else { return .needsMore }
            let length = integer24(handshake, at: offset + 1)
            switch handshake[offset] {
            case Message.serverHello where number == 0:
                guard handshake.count >= body + length else { return .needsMore }
                // Octets have no padding.
                guard let hello = unsafe TLSServerHello(handshake.span.bytes, ByteRange(body, body + length)),
                    hello.version < version13
                else { return .absent }
            case Message.supplementalData where number > 0: break
            case Message.certificate where number > 0: return first(handshake, at: body, length: length)
            default: return .absent
            }
            offset = body + length
        }
        return .absent
    }

    /// The first certificate of a chain. RFC 5246 §7.4.2.
    private static func first(_ handshake: [UInt8], at body: Int, length: Int) -> Search {
        let start = body + Field.chainHeader
        guard length > Field.chainHeader else { return .absent }
        guard handshake.count >= start else { return .needsMore }
        let count = integer24(handshake, at: body + 3)
        guard count > 0, count <= length - Field.chainHeader, start + count <= Limit.handshake else { return .absent }
        guard handshake.count >= start + count else { return .needsMore }
        return .found(Array(handshake[start..<start + count]))
    }

    /// Callers check that it is there.
    private static func integer24(_ octets: [UInt8], at offset: Int) -> Int {
        octets[offset..<offset + 3].reduce(0) { $0 << 8 | Int($1) }
    }
}
