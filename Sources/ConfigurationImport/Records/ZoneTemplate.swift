import NetworkTypes

/// A `$GENERATE` directive: one record for each number of a range. BIND 9 Administrator Reference Manual, zone files.
struct ZoneTemplate {
    /// Records that the directives of one file make at most; a /16 is 65,536.
    static let largestCount = 1 << 16
    /// Digits of a number at most; what is wider is no address and no name.
    private static let largestWidth = 64

    private let numbers: StrideThrough<Int>
    private let words: [String]

    let count: Int

    /// `$GENERATE START-STOP[/STEP] OWNER [TTL] [CLASS] TYPE DATA`; nil for anything else.
    init?(_ entry: ZoneEntry) {
        guard entry.words.count >= 5 else { return nil }
        let range = entry.words[1].split(separator: "/", omittingEmptySubsequences: false)
        let ends = range[0].split(separator: "-", omittingEmptySubsequences: false)
        guard range.count <= 2, ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]),
            first <= last
        else { return nil }
        let step = range.count == 2 ? Self.number(range[1]) : 1
        guard let step, step >= 1 else { return nil }
        numbers = stride(from: first, through: last, by: step)
        count = (last - first) / step + 1
        words = Array(entry.words[2...])
        guard words.allSatisfy({ Self.filled($0, first) != nil }) else { return nil }
    }

    var records: some Sequence<[String]> {
        numbers.lazy.map { number in words.map { Self.filled($0, number) ?? $0 } }
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// The word with `$`, `${OFFSET[,WIDTH[,BASE]]}` replaced by the number; `$$` and `\$` are a dollar.
    private static func filled(_ word: String, _ number: Int) -> String? {
        var text = ""
        var rest = word[...]
        while let character = rest.popFirst() {
            if character == "\\" {
                guard let next = rest.popFirst() else { return nil }
                text += next == "$" ? "$" : "\\\(next)"
            } else if character != "$" {
                text.append(character)
            } else if rest.first == "$" {
                rest.removeFirst()
                text += "$"
            } else if rest.first == "{" {
                guard let end = rest.firstIndex(of: "}"),
                    let part = formatted(rest[rest.index(after: rest.startIndex)..<end], number)
                else { return nil }
                text += part
                rest = rest[rest.index(after: end)...]
            } else {
                text += "\(number)"
            }
        }
        return text
    }

    private static func formatted(_ modifiers: Substring, _ number: Int) -> String? {
        let parts = modifiers.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        let isNegative = parts[0].hasPrefix("-")
        guard let offset = Self.number(isNegative ? parts[0].dropFirst() : parts[0]) else { return nil }
        let value = isNegative ? number - offset : number + offset
        let width = parts.count >= 2 ? Self.number(parts[1]) : 0
        guard let width, width <= largestWidth, value >= 0 else { return nil }
        func padded(_ digits: String) -> String {
            String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        switch parts.count == 3 ? parts[2] : "d" {
        case "d": return padded(String(value))
        case "o": return padded(String(value, radix: 8))
        case "x": return padded(String(value, radix: 16))
        case "X": return padded(String(value, radix: 16, uppercase: true))
        // Digits as labels of ip6.arpa, the last one first; the width counts the dots.
        case "n": return nibbles(String(value, radix: 16), width)
        case "N": return nibbles(String(value, radix: 16, uppercase: true), width)
        default: return nil
        }
    }

    private static func nibbles(_ digits: String, _ width: Int) -> String {
        let count = max(digits.utf8.count, (width + 1) / 2)
        let whole = String(repeating: "0", count: count - digits.utf8.count) + digits
        return whole.reversed().map(String.init).joined(separator: ".")
    }
}
