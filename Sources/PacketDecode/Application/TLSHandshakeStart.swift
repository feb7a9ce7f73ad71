/// The first handshake message of one direction of a TLS stream, taken out of its records. RFC 8446 §5.1 and §4.
public struct TLSHandshakeStart: Sendable {
    public enum Message: UInt8, Sendable { case clientHello = 1, serverHello = 2 }

    /// What the first bytes of a stream say about it.
    public enum Recognition: Sendable {
        case otherProtocol
        /// Too few bytes to tell.
        case undecided
        case hello(Message)
    }

    public let message: Message
    /// The message without its header, as far as it is there; at most 16 KiB. Other messages behind it are left out.
    public private(set) var body: [UInt8] = []
    /// The least number of bytes, from the start of the stream, in which the whole message can be; grows when a message
    /// turns out to span more records, and is final when `isIncomplete` is false.
    public private(set) var neededCount: Int
    /// More of the stream is needed, or a limit was met, or a record is none: `body` is the first part.
    public private(set) var isIncomplete = true
    /// No further byte of the stream will complete the message.
    public private(set) var isBroken = false

    private enum Field {
        static let recordHeader = 5
        static let recordLength = 3
        static let messageHeader = 4
    }

    private enum Limit {
        static let message = 16_384
        /// With what encryption may add. RFC 8446 §5.2.
        static let record = 16_384 + 256
        /// A message of full size in records of 256 bytes; smaller ones are no real client's.
        static let records = 64
    }

    /// Looks at the first six bytes only. `range` begins with the stream.
    public static func recognise(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Recognition {
        var cursor = ByteCursor(bytes, range)
        guard let type = cursor.integer(bytes, as: UInt8.self) else { return .undecided }
        guard type == 22 else { return .otherProtocol }
        guard let major = cursor.integer(bytes, as: UInt8.self) else { return .undecided }
        guard major == 3 else { return .otherProtocol }
        guard let minor = cursor.integer(bytes, as: UInt8.self) else { return .undecided }
        guard minor <= 4 else { return .otherProtocol }
        guard let length = cursor.integer(bytes, as: UInt16.self) else { return .undecided }
        guard length > 0, length <= Limit.record else { return .otherProtocol }
        guard let raw = cursor.integer(bytes, as: UInt8.self) else { return .undecided }
        return Message(rawValue: raw).map { .hello($0) } ?? .otherProtocol
    }

    /// Nil when the stream does not begin with a record of a hello, or is too short to tell.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard case .hello(let message) = Self.recognise(bytes, range) else { return nil }
        self.message = message
        neededCount = 0
        collect(bytes, range)
    }

    private mutating func collect(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        var handshake: [UInt8] = []  // with the message's header
        var wanted = Field.messageHeader
        var offset = start
        for _ in 0..<Limit.records {
            neededCount = offset - start + Field.recordHeader + wanted - handshake.count
            guard end - offset >= Field.recordHeader else { return finish(handshake) }
            let length = Int(bytes.field(at: offset + Field.recordLength, as: UInt16.self))
            let isHandshake = bytes.field(at: offset, as: UInt16.self) == 0x1603
            guard isHandshake, length > 0, length <= Limit.record else { break }
            let available = min(length, end - offset - Field.recordHeader)
            // One more than is kept of the message shows whether it fits.
            handshake += bytes.octets(
                at: offset + Field.recordHeader, count: min(available, Field.messageHeader + Limit.message))
            if handshake.count >= Field.messageHeader {
                wanted = Field.messageHeader + Int(handshake[1]) << 16 + Int(handshake[2]) << 8 + Int(handshake[3])
            }
            let missing = wanted - handshake.count
            if missing <= 0 || wanted > Field.messageHeader + Limit.message {
                isIncomplete = missing > 0 || wanted > Field.messageHeader + Limit.message
                isBroken = isIncomplete
                neededCount = offset - start + Field.recordHeader + available + min(missing, 0)
                return finish(Array(handshake.prefix(wanted)))
            }
            guard available == length else {
                // The rest of this record, then perhaps of others.
                let inRecord = min(missing, length - available)
                neededCount = end - start + missing + (missing > inRecord ? Field.recordHeader : 0)
                return finish(handshake)
            }
            offset += Field.recordHeader + length
        }
        isBroken = true
        finish(handshake)
    }

    private mutating func finish(_ handshake: [UInt8]) {
        body = Array(handshake.dropFirst(Field.messageHeader).prefix(Limit.message))
    }
}
