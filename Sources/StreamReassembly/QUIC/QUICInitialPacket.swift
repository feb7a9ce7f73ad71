import PacketDecode

/// The protected part of an Initial packet, opened. RFC 9001 §5.3, §5.4.
struct QUICInitialPacket {
    /// The frames.
    let payload: [UInt8]

    /// A packet holds some 1,200 bytes; clients that cut their ClientHello on purpose make a few dozen frames of them.
    private static let largestPartCount = 256

    private enum Field {
        /// The sample begins where the payload does when the packet number is as long as it can be. RFC 9001 §5.4.2.
        static let sample = 4
        static let packetNumberLengthMask: UInt8 = 0x03
        static let protectedBitsOfFirstByte: UInt8 = 0x0f
    }

    /// Nil when the packet is cut or these are not its keys.
    ///
    /// - Parameters:
    ///   - packet: one packet, without those that follow in the datagram.
    ///   - numberOffset: of the packet number, in bytes.
    init?(_ packet: [UInt8], numberOffset: Int, _ keys: QUICInitialKeys, _ cryptography: QUICCryptography) {
        let sampleStart = numberOffset &+ Field.sample
        guard numberOffset > 0, sampleStart <= packet.count - QUICCryptography.sampleCount else { return nil }
        let sample = Array(packet[sampleStart..<(sampleStart + QUICCryptography.sampleCount)])
        guard let mask = cryptography.mask(sample, key: keys.headerProtection) else { return nil }
        let first = packet[0] ^ mask[0] & Field.protectedBitsOfFirstByte
        let numberEnd = numberOffset + Int(first & Field.packetNumberLengthMask) + 1
        var header = Array(packet[..<numberEnd])
        var nonce = keys.vector
        header[0] = first
        for place in numberOffset..<numberEnd {
            header[place] ^= mask[1 + place - numberOffset]
            // The number's upper bytes are not sent; in the few packets of a handshake they are zero. RFC 9000 §17.1.
            nonce[nonce.count - (numberEnd - place)] ^= header[place]
        }
        guard
            let payload = cryptography.open(packet[numberEnd...], header: header[...], nonce: nonce, key: keys.key)
        else { return nil }
        self.payload = payload
    }

    /// A part of the handshake: where it belongs in the handshake, and where it stands in the payload.
    struct HandshakePart: Equatable {
        let offset: Int
        let range: Range<Int>
    }

    /// The CRYPTO frames, up to the first frame that is cut or does not belong in an Initial packet. RFC 9000 §12.4, §19.
    var handshakeParts: [HandshakePart] {
        var parts: [HandshakePart] = []
        var cursor = QUICFrameCursor(payload)
        while parts.count < Self.largestPartCount, let type = cursor.integer() {
            switch type {
            case 0x00: cursor.skipPadding()
            case 0x01: continue
            case 0x02, 0x03: guard cursor.skipAcknowledgement(withCounts: type == 0x03) else { return parts }
            case 0x06:
                guard let offset = cursor.integer(), let count = cursor.integer(), let range = cursor.take(count) else {
                    return parts
                }
                parts.append(HandshakePart(offset: offset, range: range))
            case 0x1c:
                guard cursor.integer() != nil, cursor.integer() != nil, let count = cursor.integer(),
                    cursor.take(count) != nil
                else { return parts }
            default: return parts
            }
        }
        return parts
    }
}
