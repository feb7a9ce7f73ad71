import Messages
import NetworkTypes

/// The addresses that a cell lists.
struct AddressCell {
    struct Entry {
        let address: IPAddress
        var prefixLength: UInt8?
    }

    struct Problem {
        let message: InventoryMessage
        /// What stands before it in the cell.
        let before: Substring
    }

    private(set) var entries: [Entry] = []
    private(set) var problems: [Problem] = []

    /// - Parameter family: that the column is for; nil: both.
    init(_ text: String, family: AddressFamily? = nil) {
        if CellWords.isNothing(text) || CellWords.isDynamic(text) { return }
        for word in CellWords.of(text) where !Self.isLabel(word) && !CellWords.isDynamic(String(word)) {
            read(word, of: text, family: family)
        }
    }

    /// `IPv4:` before an address, or a dash between two.
    private static func isLabel(_ word: Substring) -> Bool {
        ["ip:", "ipv4:", "ipv6:", "v4:", "v6:", "-", "/", "|", "&", "và"].contains(word.lowercased())
    }

    /// A word without white space: `10.0.0.5`, `10.0.0.5/24`, `10.0.0.5/10.0.0.6`, `10.0.0.5/255.255.255.0`.
    private mutating func read(_ word: Substring, of text: String, family: AddressFamily?) {
        let start = entries.count
        for part in word.split(separator: "/") {
            if let address = Self.address(part) {
                if entries.count > start, let length = Self.mask(address),
                    entries[entries.count - 1].prefixLength == nil
                {
                    entries[entries.count - 1].prefixLength = length
                } else {
                    entries.append(Entry(address: address))
                }
                continue
            }
            if entries.count > start, let length = Self.length(part, of: entries[entries.count - 1]) {
                entries[entries.count - 1].prefixLength = length
                continue
            }
            problems.append(Problem(message: Self.wrong(part, family), before: text[..<part.startIndex]))
        }
        let before = text[..<word.startIndex]
        let made = entries[start...]
        entries.removeSubrange(start...)
        for entry in made { take(entry, word, before: before, family: family) }
    }

    private mutating func take(_ entry: Entry, _ word: Substring, before: Substring, family: AddressFamily?) {
        if let family, entry.address.family != family {
            let form: InventoryMessage.Form = family == .ipv4 ? .ipv4Address : .ipv6Address
            problems.append(
                Problem(message: .wrongForm(entry.address.description, form, suggestion: nil), before: before))
        } else if !entry.address.isHostUnicast {
            problems.append(Problem(message: .notOfMachine(entry.address.description), before: before))
        } else if let length = entry.prefixLength, Self.isNetwork(entry.address, length) {
            problems.append(Problem(message: .notOneMachine(String(word)), before: before))
        } else if !entries.contains(where: { $0.address == entry.address }) {
            entries.append(entry)
        }
    }

    private static func wrong(_ part: Substring, _ family: AddressFamily?) -> InventoryMessage {
        if part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part.utf8.count >= 8 {
            return .lostAsNumber(String(part))
        }
        let ends = part.split(separator: "-", maxSplits: 1)
        if ends.count == 2, IPAddress(ends[0]) != nil { return .notOneMachine(String(part)) }
        let form: InventoryMessage.Form = family == .ipv4 ? .ipv4Address : family == .ipv6 ? .ipv6Address : .address
        return .wrongForm(String(part), form, suggestion: nil)
    }

    /// With the brackets and the zone of an IPv6 address; also one whose points a spreadsheet took for separators of
    /// thousands.
    private static func address(_ part: Substring) -> IPAddress? {
        var text = part
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        if let zone = text.firstIndex(of: "%"), text[..<zone].contains(":") { text = text[..<zone] }
        return IPAddress(text) ?? fromNumber(text)
    }

    /// `192168110120` is 192.168.110.120. With ten digits it could be another number.
    private static func fromNumber(_ text: Substring) -> IPAddress? {
        let digits = Array(text.utf8)
        guard (11...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var parts: [String] = []
        var end = digits.count
        while end > 0 {
            let start = max(0, end - 3)
            guard let number = UInt8(String(decoding: digits[start..<end], as: UTF8.self)) else { return nil }
            parts.insert(String(number), at: 0)
            end = start
        }
        return IPAddress(parts.joined(separator: "."))
    }

    private static func length(_ part: Substring, of entry: Entry) -> UInt8? {
        guard entry.prefixLength == nil, part.utf8.count <= 3, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let length = UInt8(part), length <= (entry.address.family == .ipv4 ? 32 : 128)
        else { return nil }
        return length
    }

    /// The prefix length that a netmask stands for: ones, then zeros.
    private static func mask(_ address: IPAddress) -> UInt8? {
        guard let value = address.ipv4?.value, value.leadingZeroBitCount == 0 else { return nil }
        let ones = (~value).leadingZeroBitCount
        guard ones == 32 || value << UInt32(ones) == 0 else { return nil }
        return UInt8(ones)
    }

    /// The address of the network and not of a machine in it; RFC 3021 and RFC 6164: not in the smallest networks.
    private static func isNetwork(_ address: IPAddress, _ length: UInt8) -> Bool {
        let longest = address.family == .ipv4 ? 30 : 126
        return length <= longest && IPPrefix(address, length: Int(length)).address == address
    }
}
