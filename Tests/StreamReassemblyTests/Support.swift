import NetworkTypes
import PacketDecode

/// Bytes written as hexadecimal digits; white space is skipped.
func octets(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

extension [UInt8] {
    var whole: ByteRange { ByteRange(start: 0, end: count) }

    /// Bytes that differ from place to place.
    static func random(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension CaptureTime {
    static func seconds(_ seconds: Int64) -> CaptureTime { CaptureTime(seconds: seconds) }
}

/// How many packets the tests of limits send; a build without optimisation takes ten times as long for each.
#if DEBUG
    let hostileCount = 50_000
#else
    let hostileCount = 1_000_000
#endif
