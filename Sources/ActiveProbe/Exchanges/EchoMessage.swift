/// Echo requests and replies as bytes. RFC 792; RFC 4443 §4.1 and §4.2.
enum EchoMessage {
    private static let random = 16

    /// The identifier of a socket without privileges is overwritten by the system; the content tells answers apart.
    static func request(isV6: Bool, identifier: UInt16, sequence: UInt16, contentSize: Int) -> [UInt8] {
        var bytes: [UInt8] = [isV6 ? 128 : 8, 0, 0, 0]
        bytes += [UInt8(identifier >> 8), UInt8(identifier & 255), UInt8(sequence >> 8), UInt8(sequence & 255)]
        var generator = SystemRandomNumberGenerator()
        bytes += (0..<random).map { _ in UInt8.random(in: 0...255, using: &generator) }
        bytes += [UInt8](repeating: 0x76, count: max(0, contentSize - random))
        // For IPv6 the system computes it, since it covers the addresses.
        if !isV6 {
            let sum = checksum(bytes)
            bytes[2] = UInt8(sum >> 8)
            bytes[3] = UInt8(sum & 255)
        }
        return bytes
    }

    static func isReply(_ bytes: [UInt8], to request: [UInt8], isV6: Bool, hasIPHeader: Bool) -> Bool {
        var start = 0
        if hasIPHeader {
            guard let first = bytes.first, first >> 4 == 4 else { return false }
            start = Int(first & 15) * 4
        }
        guard bytes.count >= start + 8 + random, bytes[start] == (isV6 ? 129 : 0) else { return false }
        return bytes[(start + 8)...].prefix(random).elementsEqual(request[8...].prefix(random))
    }

    /// RFC 1071.
    static func checksum(_ bytes: [UInt8]) -> UInt16 {
        var sum: UInt32 = 0
        for index in stride(from: 0, to: bytes.count, by: 2) {
            sum &+= UInt32(bytes[index]) << 8 | (index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0)
        }
        while sum >> 16 != 0 { sum = sum & 0xffff &+ sum >> 16 }
        return ~UInt16(truncatingIfNeeded: sum)
    }
}
