public import NetworkTypes

/// The organisations that blocks of MAC addresses were assigned to: the IEEE's registries MA-L, MA-M and MA-S of
/// August 2022, as Debian's `ieee-data` carries them.
///
/// It is built in, so that the same capture gives the same names on every machine. Blocks are fixed-width records of six
/// bits a character, sorted, found by halving; a record names a place in `names`.
public enum VendorTable {
    /// The owner of the smallest block that a MAC lies in; nil for a locally administered or a group address, and where
    /// the registry names nobody. IEEE 802-2014 §8.2.
    public static func owner(of mac: MACAddress) -> String? {
        guard mac.isUnicast, !mac.isLocallyAdministered else { return nil }
        let found =
            offset(of: mac.value >> 12, in: small, width: 6) ?? offset(of: mac.value >> 20, in: medium, width: 5)
            ?? offset(of: mac.value >> 24, in: large, width: 4)
        return found.map(name)
    }

    /// Characters of a place in `names`.
    private static let offsetWidth = 4

    private static func offset(of block: UInt64, in table: StaticString, width: Int) -> Int? {
        table.withUTF8Buffer { bytes in
            let record = width + offsetWidth
            var (low, high) = (0, bytes.count / record)
            while low < high {
                let middle = (low + high) / 2
                let found = number(bytes, at: middle * record, count: width)
                if found == block { return Int(number(bytes, at: middle * record + width, count: offsetWidth)) }
                if found < block { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    /// Up to the end of its line.
    private static func name(at offset: Int) -> String {
        names.withUTF8Buffer { bytes in String(decoding: bytes.dropFirst(offset).prefix { $0 != 0x0a }, as: UTF8.self) }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, count: Int) -> UInt64 {
        bytes[start..<start + count].reduce(0) { $0 << 6 | digit($1) }
    }

    /// `-`, `0`…`9`, `A`…`Z`, `_`, `a`…`z` in the order of ASCII.
    private static func digit(_ character: UInt8) -> UInt64 {
        switch character {
        case 0x30...0x39: UInt64(character - 0x30) + 1
        case 0x41...0x5a: UInt64(character - 0x41) + 11
        case 0x5f: 37
        case 0x61...0x7a: UInt64(character - 0x61) + 38
        default: 0
        }
    }
}
