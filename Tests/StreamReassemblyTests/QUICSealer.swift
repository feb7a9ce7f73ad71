import CCrypto
import PacketDecode

@testable import StreamReassembly

/// Makes Initial packets as a client would.
struct QUICSealer {
    var version = QUICLongHeader.version1
    var firstID = QUICSample.firstID
    var destinationID = QUICSample.firstID
    var sourceID: [UInt8] = [1, 2, 3]
    var token: [UInt8] = []

    /// - Parameter number: sent in two bytes.
    func initial(_ payload: [UInt8], number: UInt16 = 0) -> [UInt8] {
        guard let cryptography = QUICCryptography(),
            let keys = QUICInitialKeys(version: version, destinationConnectionID: firstID, cryptography)
        else { return [] }
        let payload = payload + [UInt8](repeating: 0, count: max(0, 4 - payload.count))
        let length = UInt16(2 + payload.count + 16)
        var header: [UInt8] = [version == QUICLongHeader.version2 ? 0xd1 : 0xc1]
        header += [UInt8(version >> 24), UInt8(version >> 16 & 255), UInt8(version >> 8 & 255), UInt8(version & 255)]
        header += [UInt8(destinationID.count)] + destinationID + [UInt8(sourceID.count)] + sourceID
        header += [UInt8(token.count)] + token + [0x40 | UInt8(length >> 8), UInt8(length & 255)]
        let numberOffset = header.count
        header += [UInt8(number >> 8), UInt8(number & 255)]
        var nonce = keys.vector
        nonce[10] ^= UInt8(number >> 8)
        nonce[11] ^= UInt8(number & 255)
        var packet = header + seal(payload, header, nonce, keys.key)
        let mask = cryptography.mask(
            Array(packet[(numberOffset + 4)..<(numberOffset + 20)]), key: keys.headerProtection)
        guard let mask else { return [] }
        packet[0] ^= mask[0] & 15
        packet[numberOffset] ^= mask[1]
        packet[numberOffset + 1] ^= mask[2]
        return packet
    }

    private func seal(_ payload: [UInt8], _ header: [UInt8], _ nonce: [UInt8], _ key: [UInt8]) -> [UInt8] {
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: payload.count)
        var tag = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), nil, key, nonce)
        EVP_EncryptUpdate(context, nil, &written, header, Int32(header.count))
        EVP_EncryptUpdate(context, &sealed, &written, payload, Int32(payload.count))
        EVP_EncryptFinal_ex(context, nil, &written)
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, &tag)
        return sealed + tag
    }

    static func crypto(at offset: Int, _ bytes: some Collection<UInt8>) -> [UInt8] {
        [6, 0x80 | UInt8(offset >> 24), UInt8(offset >> 16 & 255), UInt8(offset >> 8 & 255), UInt8(offset & 255)]
            + [0x40 | UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }
}
