import CCrypto
import NetworkTypes
public import PacketDecode

/// SHA-256 of a few bytes, as fingerprints are written. FIPS 180-4.
public enum SHA256Digest {
    /// 64 lower-case hexadecimal digits; nil where libcrypto fails. The range is cut to what is there.
    public static func of(_ bytes: borrowing RawSpan, _ range: ByteRange) -> String? {
        let input = [UInt8](bytes, bytes.clamped(range))
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard EVP_Digest(input, input.count, &digest, &length, EVP_sha256(), nil) == 1, length == 32 else { return nil }
        var text = ""
        for octet in digest { text.append(hexadecimal: octet) }
        return text
    }
}
