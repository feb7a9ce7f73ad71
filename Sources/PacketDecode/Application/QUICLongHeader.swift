/// The long header of a QUIC packet, as far as it is not protected. RFC 9000 §17.2, RFC 8999 §5.1; version 2: RFC 9369.
public struct QUICLongHeader: Sendable, BitwiseCopyable {
    public enum Kind: UInt8, Sendable, BitwiseCopyable { case initial, zeroRTT, handshake, retry, versionNegotiation }

    public let kind: Kind
    /// Zero in a Version Negotiation packet.
    public let version: UInt32
    /// At most 20 bytes, but in a Version Negotiation packet 255.
    public let destinationConnectionID: ByteRange
    public let sourceConnectionID: ByteRange
    /// Of an Initial packet, the length before it not included; empty for others.
    public private(set) var tokenRange = ByteRange.empty
    /// The first byte of the protected packet number, in bytes from the frame's start; of a packet without one, the end
    /// of the header.
    public private(set) var packetNumberOffset: Int
    /// The first byte behind this packet, where another may follow in the same datagram; never behind the datagram.
    public private(set) var payloadEnd: Int
    /// The packet leaves the datagram, or was cut: it cannot be decrypted.
    public private(set) var isIncomplete = false

    public var isInitial: Bool { kind == .initial }

    private enum Limit {
        /// RFC 9000 §17.2.
        static let connectionID = 20
    }

    /// Nil when this is no long header of a version that is known here, or its connection IDs are cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var cursor = ByteCursor(bytes, range)
        guard let first = cursor.integer(bytes, as: UInt8.self), first & 0x80 != 0,
            let version = cursor.integer(bytes, as: UInt32.self), let kind = Self.kind(first, version),
            let destination = cursor.vector(bytes, length: UInt8.self),
            let source = cursor.vector(bytes, length: UInt8.self)
        else { return nil }
        let isNegotiation = kind == .versionNegotiation
        guard isNegotiation || max(destination.count, source.count) <= Limit.connectionID else { return nil }
        // A server lists the versions it knows, at least one. RFC 9000 §17.2.1.
        guard !isNegotiation || cursor.remaining >= 4 && cursor.remaining % 4 == 0 else { return nil }
        self.version = version
        self.kind = kind
        destinationConnectionID = destination
        sourceConnectionID = source
        packetNumberOffset = cursor.offset
        payloadEnd = cursor.end
        if kind != .retry, !isNegotiation { readLength(bytes, &cursor) }
    }

    private mutating func readLength(_ bytes: borrowing RawSpan, _ cursor: inout ByteCursor) {
        isIncomplete = true
        if kind == .initial {
            guard let length = cursor.quicInteger(bytes), let token = cursor.take(Int(clamping: length)) else { return }
            tokenRange = token
        }
        guard let length = cursor.quicInteger(bytes) else { return }
        packetNumberOffset = cursor.offset
        guard let packet = cursor.take(Int(clamping: length)) else { return }
        payloadEnd = packet.upper
        isIncomplete = false
    }

    /// The packet type's two bits mean something else in version 2. RFC 9369 §3.2.
    private static func kind(_ first: UInt8, _ version: UInt32) -> Kind? {
        if version == 0 { return .versionNegotiation }
        // The fixed bit. RFC 9000 §17.2.
        guard first & 0x40 != 0 else { return nil }
        let order: [Kind]
        switch version {
        case version1, drafts: order = [.initial, .zeroRTT, .handshake, .retry]
        case version2: order = [.retry, .initial, .zeroRTT, .handshake]
        default: return nil
        }
        return order[Int(first >> 4 & 3)]
    }
}

/// Versions. RFC 9000 §15, RFC 9369 §3.1, IANA QUIC versions.
extension QUICLongHeader {
    public static let version1: UInt32 = 1
    public static let version2: UInt32 = 0x6b33_43cf
    /// Drafts whose long header equals that of version 1: 23 … 34.
    public static let drafts: ClosedRange<UInt32> = 0xff00_0017...0xff00_0022
}
