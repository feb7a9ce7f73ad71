import CCrypto

/// The id of an audit: what went in, hashed, so that the same again has the same id.
public enum AuditIdentifier {
    /// 16 hexadecimal digits of the SHA-256 over the parts; each part is preceded by its length, so that no two lists
    /// of parts look alike.
    public static func make(_ parts: [[UInt8]]) -> String {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        for part in parts {
            let length = withUnsafeBytes(of: UInt64(part.count).bigEndian) { Array($0) }
            EVP_DigestUpdate(context, length, length.count)
            EVP_DigestUpdate(context, part, part.count)
        }
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest.prefix(8).map { octet in
            let text = String(octet, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    /// The SHA-256 of bytes, in hexadecimal.
    public static func digest(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        return digest.map { octet in
            let text = String(octet, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
