import PacketDecode
import TestSupport

/// Bytes of text messages and of tagged values, for tests.
enum TextSample {
    /// Each line with CR and LF behind it.
    static func lines(_ lines: String...) -> [UInt8] { lines.flatMap { Array($0.utf8) + [0x0d, 0x0a] } }

    /// A BER element; lengths up to 65,535.
    static func ber(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
        switch value.count {
        case ..<128: [tag, UInt8(value.count)] + value
        case ..<256: [tag, 0x81, UInt8(value.count)] + value
        default: [tag, 0x82] + PacketBuilder.integer(UInt16(value.count)) + value
        }
    }

    static func ber(_ tag: UInt8, text: String) -> [UInt8] { ber(tag, Array(text.utf8)) }
}
