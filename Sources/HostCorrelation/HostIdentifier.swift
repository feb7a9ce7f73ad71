import NetworkTypes

/// FNV-1a with 64 bits over text, fed in parts.
struct HostIdentifier: Hashable, Comparable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for octet in text.utf8 { value = (value ^ UInt64(octet)) &* 0x0000_0100_0000_01b3 }
    }

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
