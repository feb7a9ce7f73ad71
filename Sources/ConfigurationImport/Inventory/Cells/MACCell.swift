import Messages
import NetworkTypes

/// The MAC addresses that a cell lists, in any notation: `aa:bb:cc:dd:ee:ff`, `aa-bb-…`, `aabb.ccdd.eeff`,
/// `aabb-ccdd-eeff`, `aabbcc-ddeeff`, `aabbccddeeff`, or six pairs with spaces between.
struct MACCell {
    private(set) var macs: [MACAddress] = []
    private(set) var problems: [AddressCell.Problem] = []

    init(_ text: String) {
        if CellWords.isNothing(text) { return }
        let words = CellWords.of(text).flatMap { $0.split(separator: "/") }
        if words.count == 6, words.allSatisfy({ $0.utf8.count == 2 }),
            let mac = Self.mac(words.joined(separator: ":")[...])
        {
            take(mac, before: "")
            return
        }
        for word in words where !["-", "mac:", "lan:", "wifi:", "&", "và"].contains(word.lowercased()) {
            let before = text[..<word.startIndex]
            guard let mac = Self.mac(word) else {
                problems.append(AddressCell.Problem(message: Self.wrong(word), before: before))
                continue
            }
            take(mac, before: before)
        }
    }

    private mutating func take(_ mac: MACAddress, before: Substring) {
        guard mac.isUnicast else {
            problems.append(AddressCell.Problem(message: .notOfMachine(mac.description), before: before))
            return
        }
        if !macs.contains(mac) { macs.append(mac) }
    }

    private static func wrong(_ word: Substring) -> InventoryMessage {
        let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) } && (6..<12).contains(word.utf8.count)
        return isNumber ? .lostAsNumber(String(word)) : .wrongForm(String(word), .mac, suggestion: nil)
    }

    /// Nil: not 48 bits, or an unusual division.
    static func mac(_ text: Substring) -> MACAddress? {
        guard text.utf8.count <= 17 else { return nil }
        let separators = Set(text.utf8.filter { !$0.isHexadecimal })
        guard separators.count <= 1, separators.isSubset(of: [0x3a, 0x2d, 0x2e]) else { return nil }
        let groups = text.utf8.split(omittingEmptySubsequences: false) { !$0.isHexadecimal }
        let digits: Int
        switch groups.count {
        case 1: digits = 12
        case 2: digits = 6
        case 3: digits = 4
        case 6: digits = 2
        default: return nil
        }
        // In pairs, a leading zero may be missing, as in Solaris and old BSD.
        let isPadded = digits == 2 && groups.contains { $0.count == 1 }
        guard groups.allSatisfy({ $0.count == digits || (isPadded && $0.count == 1) }) else { return nil }
        var value: UInt64 = 0
        for group in groups {
            guard let number = UInt64(String(decoding: Array(group), as: UTF8.self), radix: 16) else { return nil }
            value = value << UInt64(digits * 4) | number
        }
        return MACAddress(value: value)
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
