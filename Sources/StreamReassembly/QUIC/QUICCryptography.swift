import CCrypto

/// The primitives of libcrypto that Initial packets need. Fetching them costs more than using them, so one object keeps
/// them, with contexts that are used again and again.
final class QUICCryptography {
    static let digestCount = 32
    static let tagCount = 16
    static let sampleCount = 16

    private static let blockCount = 64

    private let sha256: OpaquePointer
    private let gcm: OpaquePointer
    private let ecb: OpaquePointer
    private let digest: OpaquePointer
    private let packetCipher: OpaquePointer
    private let headerCipher: OpaquePointer

    /// Nil where libcrypto offers no SHA-256 or AES, or has no memory.
    init?() {
        let sha256 = EVP_MD_fetch(nil, "SHA256", nil)
        let gcm = EVP_CIPHER_fetch(nil, "AES-128-GCM", nil)
        let ecb = EVP_CIPHER_fetch(nil, "AES-128-ECB", nil)
        let digest = EVP_MD_CTX_new()
        let packetCipher = EVP_CIPHER_CTX_new()
        let headerCipher = EVP_CIPHER_CTX_new()
        guard let sha256, let gcm, let ecb, let digest, let packetCipher, let headerCipher else {
            EVP_MD_free(sha256)
            EVP_CIPHER_free(gcm)
            EVP_CIPHER_free(ecb)
            EVP_MD_CTX_free(digest)
            EVP_CIPHER_CTX_free(packetCipher)
            EVP_CIPHER_CTX_free(headerCipher)
            return nil
        }
        self.sha256 = sha256
        self.gcm = gcm
        self.ecb = ecb
        self.digest = digest
        self.packetCipher = packetCipher
        self.headerCipher = headerCipher
    }

    deinit {
        EVP_MD_free(sha256)
        EVP_CIPHER_free(gcm)
        EVP_CIPHER_free(ecb)
        EVP_MD_CTX_free(digest)
        EVP_CIPHER_CTX_free(packetCipher)
        EVP_CIPHER_CTX_free(headerCipher)
    }

    /// HMAC-SHA256 with a key of at most 64 bytes; nil where libcrypto fails. RFC 2104 §2.
    ///
    /// libcrypto's own HMAC looks the digest up by name at each call and takes five times as long.
    func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard key.count <= Self.blockCount else { return nil }
        var inner = [UInt8](repeating: 0x36, count: Self.blockCount)
        var outer = [UInt8](repeating: 0x5c, count: Self.blockCount)
        for (place, octet) in key.enumerated() {
            inner[place] ^= octet
            outer[place] ^= octet
        }
        return hash(inner, message).flatMap { hash(outer, $0) }
    }

    private func hash(_ first: [UInt8], _ second: [UInt8]) -> [UInt8]? {
        var result = [UInt8](repeating: 0, count: Self.digestCount)
        guard EVP_DigestInit_ex(digest, sha256, nil) == 1,
            EVP_DigestUpdate(digest, first, first.count) == 1,
            EVP_DigestUpdate(digest, second, second.count) == 1,
            EVP_DigestFinal_ex(digest, &result, nil) == 1
        else { return nil }
        return result
    }

    /// One block of AES-128-ECB, for header protection. RFC 9001 §5.4.3.
    func mask(_ sample: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard key.count == 16, sample.count == Self.sampleCount else { return nil }
        var mask = [UInt8](repeating: 0, count: 2 * Self.sampleCount)
        var written: Int32 = 0
        guard EVP_EncryptInit_ex2(headerCipher, ecb, key, nil, nil) == 1,
            EVP_EncryptUpdate(headerCipher, &mask, &written, sample, Int32(Self.sampleCount)) == 1
        else { return nil }
        return mask
    }

    /// AES-128-GCM; nil when the tag, the last bytes of `sealed`, does not fit. RFC 9001 §5.3.
    func open(_ sealed: ArraySlice<UInt8>, header: ArraySlice<UInt8>, nonce: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard key.count == 16, nonce.count == 12, sealed.count >= Self.tagCount,
            let headerCount = Int32(exactly: header.count),
            let count = Int32(exactly: sealed.count - Self.tagCount)
        else { return nil }
        var tag = Array(sealed.suffix(Self.tagCount))
        // A block more than the message: the most that libcrypto may ever write.
        var opened = [UInt8](repeating: 0, count: sealed.count)
        var written: Int32 = 0
        let isGenuine = header.withUnsafeBufferPointer { header in
            sealed.withUnsafeBufferPointer { sealed in
                EVP_DecryptInit_ex2(packetCipher, gcm, key, nonce, nil) == 1
                    && EVP_DecryptUpdate(packetCipher, nil, &written, header.baseAddress, headerCount) == 1
                    && EVP_DecryptUpdate(packetCipher, &opened, &written, sealed.baseAddress, count) == 1
                    && EVP_CIPHER_CTX_ctrl(packetCipher, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagCount), &tag) == 1
            }
        }
        var rest = [UInt8](repeating: 0, count: Self.tagCount)
        guard isGenuine, EVP_DecryptFinal_ex(packetCipher, &rest, &written) == 1 else { return nil }
        opened.removeLast(Self.tagCount)
        return opened
    }
}
