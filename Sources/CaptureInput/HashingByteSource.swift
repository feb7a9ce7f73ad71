import CCrypto
import PacketCapture

/// Passes bytes on and takes their SHA-256 on the way.
final class HashingByteSource: ByteSource {
    private var source: any ByteSource
    private let context: OpaquePointer

    /// Nil where libcrypto has no SHA-256 or no memory.
    init?(_ source: any ByteSource) {
        guard let context = EVP_MD_CTX_new() else { return nil }
        self.source = source
        self.context = context
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }
    }

    deinit { EVP_MD_CTX_free(context) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CaptureFileError) -> Int {
        let count = try source.read(into: buffer)
        if count > 0 { EVP_DigestUpdate(context, buffer.baseAddress, min(count, buffer.count)) }
        return count
    }

    /// Reads to the end of the input and gives the digest, 64 lower-case hexadecimal digits; nil where the input could
    /// not be read to its end. To be called once.
    func finish() -> String? {
        let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: PacketBatch.standardCapacity, alignment: 16)
        defer { rest.deallocate() }
        do {
            while try read(into: rest) > 0 {}
        } catch {
            return nil
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &digest, &length) == 1 else { return nil }
        return digest.prefix(Int(length)).map { Hexadecimal.text($0) }.joined()
    }
}

/// Bytes as two hexadecimal digits each.
enum Hexadecimal {
    static func text(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
