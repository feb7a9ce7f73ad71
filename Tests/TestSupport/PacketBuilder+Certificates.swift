// MARK: Certificates

extension PacketBuilder {
    /// An element of DER; lengths up to 65,535. ITU-T X.690 §8.1.
    public static func der(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
        let value = Array(parts.joined())
        switch value.count {
        case ..<128: return [tag, UInt8(value.count)] + value
        case ..<256: return [tag, 0x81, UInt8(value.count)] + value
        default: return [tag, 0x82] + integer(UInt16(value.count)) + value
        }
    }

    /// SubjectPublicKeyInfo of an Ed25519 key of equal bytes. RFC 8410 §4.
    public static func publicKey(_ octet: UInt8) -> [UInt8] {
        der(0x30, der(0x30, der(0x06, [0x2b, 0x65, 0x70])), der(0x03, [0] + [UInt8](repeating: octet, count: 32)))
    }

    /// A certificate that nobody signed. RFC 5280 §4.1.
    public static func certificate(
        key: [UInt8], commonName: String, dnsNames: [String] = [], isOldVersion: Bool = false
    ) -> [UInt8] {
        func name(_ text: String) -> [UInt8] {
            der(0x30, der(0x31, der(0x30, der(0x06, [0x55, 0x04, 0x03]), der(0x0c, Array(text.utf8)))))
        }
        let algorithm = der(0x30, der(0x06, [0x2b, 0x65, 0x70]))
        let times = der(0x30, der(0x17, Array("240101000000Z".utf8)), der(0x17, Array("340101000000Z".utf8)))
        let names = der(0x30, dnsNames.flatMap { der(0x82, Array($0.utf8)) })
        let use = der(0x30, der(0x06, [0x55, 0x1d, 0x0f]), der(0x01, [0xff]), der(0x04, der(0x03, [7, 0x80])))
        let alternatives = der(0x30, der(0x06, [0x55, 0x1d, 0x11]), der(0x04, names))
        let version = der(0xa0, der(0x02, [2]))
        let extensions = der(0xa3, der(0x30, use, dnsNames.isEmpty ? [] : alternatives))
        let signed = der(
            0x30, isOldVersion ? [] : version, der(0x02, [0x2a]), algorithm, name("Invented CA"), times,
            name(commonName), key, isOldVersion ? [] : extensions)
        return der(0x30, signed, algorithm, der(0x03, [0] + [UInt8](repeating: 0x2a, count: 64)))
    }

    /// What a TLS server says first: a hello, other messages, and then its chain. RFC 5246 §7.3.
    public static func tlsServer(
        version: UInt16 = 0x0303, between: [UInt8] = [], chain: [[UInt8]], recordSize: Int = 16_384
    ) -> [UInt8] {
        func length24(_ count: Int) -> [UInt8] { Array(integer(UInt32(count)).dropFirst()) }
        let certificates = chain.flatMap { length24($0.count) + $0 }
        var hello: [UInt8] = [3, 3] + [UInt8](repeating: 0x5a, count: 32) + [0, 0xc0, 0x2b, 0]
        if version > 0x0303 { hello += [0, 6, 0, 43, 0, 2] + integer(version) }
        var messages = [2] + length24(hello.count) + hello + between
        messages += [11] + length24(certificates.count + 3) + length24(certificates.count) + certificates
        messages += [14, 0, 0, 0]
        return stride(from: 0, to: messages.count, by: recordSize).flatMap { start -> [UInt8] in
            let part = messages[start..<min(start + recordSize, messages.count)]
            return [22, 3, 3] + integer(UInt16(part.count)) + part
        }
    }
}

// MARK: RADIUS

extension PacketBuilder {
    /// An attribute of RADIUS. RFC 2865 §5.
    public static func radiusAttribute(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
        [type, UInt8(value.count + 2)] + value
    }

    /// RFC 2865 §3; an Accounting-Request unless `code` says otherwise.
    public static func radius(code: UInt8 = 4, _ attributes: [UInt8]...) -> [UInt8] {
        let body = Array(attributes.joined())
        return [code, 1] + integer(UInt16(20 + body.count)) + [UInt8](repeating: 0xaa, count: 16) + body
    }
}
