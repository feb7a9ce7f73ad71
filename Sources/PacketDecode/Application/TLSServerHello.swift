/// A ServerHello, behind the record and handshake headers: a TLS service answered. RFC 8446 §4.1.3.
public struct TLSServerHello: Sendable {
    /// The version that was chosen; 0x0304 is TLS 1.3.
    public private(set) var version: UInt16
    /// Nil in TLS 1.3, where it is encrypted. RFC 7301 §3.1.
    public private(set) var applicationProtocol: String?
    /// The server wants another hello first. RFC 8446 §4.1.4.
    public let isRetryRequest: Bool
    /// The message was cut or is malformed: extensions may be missing.
    public private(set) var isIncomplete = false

    /// SHA-256 of "HelloRetryRequest". RFC 8446 §4.1.3.
    private static let retryRandom: [UInt64] = [
        0xcf21_ad74_e59a_6111, 0xbe1d_8c02_1e65_b891, 0xc2a2_1116_7abb_8c5e, 0x079e_09e2_c8a8_339c,
    ]

    /// Nil when the part before the extensions is cut, or is not that of a hello.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var cursor = ByteCursor(bytes, range)
        guard let version = cursor.integer(bytes, as: UInt16.self), version >> 8 == 3, let random = cursor.take(32),
            let session = cursor.vector(bytes, length: UInt8.self), session.count <= 32, cursor.skip(3)
        else { return nil }
        self.version = version
        let words = (0..<4).map { bytes.field(at: random.lower + $0 * 8, as: UInt64.self) }
        isRetryRequest = words == Self.retryRandom
        guard cursor.remaining > 0 else { return }
        guard let block = cursor.vectorOrRest(bytes, length: UInt16.self) else {
            isIncomplete = true
            return
        }
        var extensions = ByteCursor(bytes, block)
        for _ in 0..<TLSClientHello.Limit.extensions where extensions.remaining > 0 {
            guard let type = extensions.integer(bytes, as: UInt16.self),
                let value = extensions.vector(bytes, length: UInt16.self)
            else { break }
            switch type {
            case TLSClientHello.Extension.supportedVersions where value.count == 2:
                self.version = bytes.field(at: value.lower)
            case TLSClientHello.Extension.applicationProtocols:
                applicationProtocol = bytes.applicationProtocols(value, upTo: 1).names.first
            default: break
            }
        }
        isIncomplete = cursor.failed || extensions.failed || extensions.remaining > 0
    }
}
