import PacketDecode

/// The keys with which a client protects its Initial packets. RFC 9001 §5.2.
///
/// They come from the first Destination Connection ID that the client chose: everyone who sees it can derive them.
struct QUICInitialKeys: Sendable, Equatable {
    let key: [UInt8]
    /// The initialisation vector.
    let vector: [UInt8]
    let headerProtection: [UInt8]

    /// Nil for versions whose salt is not known here.
    init?(version: UInt32, destinationConnectionID: [UInt8], _ cryptography: QUICCryptography) {
        guard let salt = Self.salt(version) else { return nil }
        let prefix = version == QUICLongHeader.version2 ? "quicv2" : "quic"
        guard let common = cryptography.authenticate(destinationConnectionID, key: salt),
            let secret = cryptography.expand(common, "client in", count: QUICCryptography.digestCount),
            let key = cryptography.expand(secret, prefix + " key", count: 16),
            let vector = cryptography.expand(secret, prefix + " iv", count: 12),
            let headerProtection = cryptography.expand(secret, prefix + " hp", count: 16)
        else { return nil }
        self.key = key
        self.vector = vector
        self.headerProtection = headerProtection
    }

    private static func salt(_ version: UInt32) -> [UInt8]? {
        switch version {
        case QUICLongHeader.version2: saltOfVersion2
        case QUICLongHeader.version1, 0xff00_0021...0xff00_0022: saltOfVersion1
        case 0xff00_001d...0xff00_0020: saltOfDraft29
        case 0xff00_0017...0xff00_001c: saltOfDraft23
        default: nil
        }
    }

    /// RFC 9001 §5.2; drafts 33 and 34 have it already.
    private static let saltOfVersion1: [UInt8] = [
        0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17, 0x9a, 0xe6, 0xa4, 0xc8, 0x0c, 0xad, 0xcc, 0xbb,
        0x7f, 0x0a,
    ]
    /// RFC 9369 §3.3.1.
    private static let saltOfVersion2: [UInt8] = [
        0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93, 0x81, 0xbe, 0x6e, 0x26, 0x9d, 0xcb, 0xf9, 0xbd,
        0x2e, 0xd9,
    ]
    /// draft-ietf-quic-tls-29 §5.2, up to draft 32.
    private static let saltOfDraft29: [UInt8] = [
        0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97, 0x86, 0xf1, 0x9c, 0x61, 0x11, 0xe0, 0x43, 0x90,
        0xa8, 0x99,
    ]
    /// draft-ietf-quic-tls-23 §5.2, up to draft 28.
    private static let saltOfDraft23: [UInt8] = [
        0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7, 0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe, 0xf9,
        0xf5, 0x02,
    ]
}

extension QUICCryptography {
    /// HKDF-Expand-Label without context, at most one digest long. RFC 8446 §7.1, RFC 5869 §2.3.
    func expand(_ secret: [UInt8], _ label: String, count: Int) -> [UInt8]? {
        guard count <= Self.digestCount else { return nil }
        let full = Array("tls13 ".utf8) + Array(label.utf8)
        let information = [0, UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: full.count)] + full + [0]
        return authenticate(information + [1], key: secret).map { Array($0.prefix(count)) }
    }
}
