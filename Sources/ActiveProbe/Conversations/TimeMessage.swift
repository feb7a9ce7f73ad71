/// A question for the time and its answer. RFC 5905 §7.3.
enum TimeMessage {
    static let size = 48

    /// Version 4, mode 3 (client), and a transmit time that only the answer to it will repeat.
    static func request() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        bytes[0] = 4 << 3 | 3
        for index in 40..<48 { bytes[index] = .random(in: 0...255) }
        return bytes
    }

    /// Mode 4 (server), and our transmit time as its origin.
    static func isAnswer(_ bytes: [UInt8], to request: [UInt8]) -> Bool {
        bytes.count >= size && request.count >= size && bytes[0] & 7 == 4
            && bytes[24..<32].elementsEqual(request[40..<48])
    }

    static func finding(_ bytes: [UInt8], milliseconds: UInt32) -> CheckFinding {
        let stratum = bytes.count >= size ? bytes[1] : 16
        // Stratum 0 refuses with a code, 16 says that it has no time itself; leap indicator 3 the same.
        let isSynchronised = (1...15).contains(stratum) && bytes[0] >> 6 != 3
        let kiss = stratum == 0 ? NetworkWords.line(bytes[12..<16]) : nil
        return CheckFinding(
            isOperational: isSynchronised, milliseconds: milliseconds, value: UInt32(stratum),
            detail: isSynchronised ? nil : kiss ?? "not-synchronised")
    }
}
