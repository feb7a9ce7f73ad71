/// A frame of port authentication. IEEE 802.1X-2010 §11.3; EAP inside: RFC 3748 §4. No identity is kept.
public struct EAPOLMessage: Hashable, Sendable {
    /// IEEE 802.1X-2010 table 11-3, open.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let eap = Kind(rawValue: 0)
        public static let start = Kind(rawValue: 1)
        public static let logoff = Kind(rawValue: 2)
        public static let key = Kind(rawValue: 3)
        /// MACsec key agreement.
        public static let keyAgreement = Kind(rawValue: 5)
    }

    /// 1 … 3.
    public let version: UInt8
    public let kind: Kind
    /// 1 request, 2 response, 3 success, 4 failure; nil where it is no EAP packet. RFC 3748 §4.
    public private(set) var code: UInt8?
    /// The type of a request or a response: 1 identity, 4 MD5, 13 TLS, 21 TTLS, 25 PEAP. IANA EAP method types.
    public private(set) var method: UInt8?
    /// The body is shorter than the header says.
    public let isIncomplete: Bool

    private static let headerLength = 4

    /// Nil where the header is cut, or the version is not known.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        version = bytes.field(at: start)
        kind = Kind(rawValue: bytes.field(at: start + 1))
        guard end - start >= Self.headerLength, (1...3).contains(version), kind.rawValue <= 8 else { return nil }
        let length = Int(bytes.field(at: start + 2, as: UInt16.self))
        let body = start + Self.headerLength
        isIncomplete = body + length > end
        guard kind == .eap, length >= 4, end - body >= 4 else { return }
        let code: UInt8 = bytes.field(at: body)
        self.code = code
        if code == 1 || code == 2, length >= 5, end - body >= 5 { method = bytes.field(at: body + 4) }
    }
}
