import NetworkTypes

/// FNV-1a with 64 bits over text, fed in parts.
struct HostIdentifier: Hashable, Comparable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for octet in text.utf8 { add(octet: octet) }
    }

    /// The text of a MAC: six lower-case pairs separated by colons.
    mutating func add(_ mac: MACAddress) {
        for shift in stride(from: 40, through: 0, by: -8) {
            if shift != 40 { add(octet: 0x3a) }
            let octet = UInt8(truncatingIfNeeded: mac.value >> UInt64(shift))
            add(octet: Self.digit(octet >> 4))
            add(octet: Self.digit(octet & 15))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    private mutating func add(octet: UInt8) { value = (value ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }

    /// `h-` and 16 hexadecimal digits, so that the order of the texts is the order of the values.
    var text: String {
        var text = "h-"
        text.reserveCapacity(18)
        for shift in stride(from: 56, through: 0, by: -8) {
            text.append(hexadecimal: UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
        return text
    }

    static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}
