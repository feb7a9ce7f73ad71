/// A 48-bit IEEE 802 link-layer address, in the low 48 bits of one word.
public struct MACAddress: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let value: UInt64

    @inlinable public init(value: UInt64) { self.value = value & 0xffff_ffff_ffff }

    @inlinable public static var zero: MACAddress { MACAddress(value: 0) }
    @inlinable public static var broadcast: MACAddress { MACAddress(value: 0xffff_ffff_ffff) }

    /// The group bit: multicast or broadcast. IEEE 802-2014 §8.2.2.
    @inlinable public var isGroup: Bool { value & 0x0100_0000_0000 != 0 }
    /// The U/L bit: assigned by software, not by a manufacturer. IEEE 802-2014 §8.2.2.
    @inlinable public var isLocallyAdministered: Bool { value & 0x0200_0000_0000 != 0 }
    /// Can be the source address of one card: not a group address and not all zero.
    @inlinable public var isUnicast: Bool { !isGroup && value != 0 }
    /// The first three octets, the organisation that the block was assigned to.
    @inlinable public var organisation: UInt32 { UInt32(truncatingIfNeeded: value >> 24) }

    public static func < (a: MACAddress, b: MACAddress) -> Bool { a.value < b.value }
}

extension MACAddress: CustomStringConvertible {
    /// Six lower-case pairs separated by colons.
    public var description: String {
        var text = ""
        text.reserveCapacity(17)
        for shift in stride(from: 40, through: 0, by: -8) {
            if shift != 40 { text.append(":") }
            text.append(hexadecimal: UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
        return text
    }

    /// Reads six pairs of hexadecimal digits separated by `:` or `-`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
        guard parts.count == 6 else { return nil }
        var value: UInt64 = 0
        for part in parts {
            guard part.utf8.count == 2, part.utf8.allSatisfy(\.isHexadecimalDigit), let octet = UInt8(part, radix: 16)
            else { return nil }
            value = value << 8 | UInt64(octet)
        }
        self.init(value: value)
    }
}

extension UInt8 {
    /// ASCII 0–9, a–f, A–F.
    package var isHexadecimalDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

extension String {
    private static let hexadecimalDigits: [Character] = Array("0123456789abcdef")

    /// Two lower-case digits.
    package mutating func append(hexadecimal octet: UInt8) {
        append(Self.hexadecimalDigits[Int(octet >> 4)])
        append(Self.hexadecimalDigits[Int(octet & 15)])
    }
}
