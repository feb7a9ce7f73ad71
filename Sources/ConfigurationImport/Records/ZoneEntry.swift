import Messages

/// A record or directive of a zone file: its words, over lines that parentheses join. RFC 1035 §5.1.
struct ZoneEntry: Equatable {
    /// The line it begins on.
    let line: UInt32
    /// The owner is that of the record before.
    let isOwnerBlank: Bool
    /// With their quotes and escapes, without comments; at least one.
    let words: [String]

    /// Bytes of the words of one entry; a key of 4096 bits takes 700.
    static let longest = 1 << 16

    static func split(_ lines: [ImportLine], _ problems: inout ProblemList, _ body: (ZoneEntry) -> Void) {
        var scanner = Scanner()
        for line in lines {
            scanner.read(line, &problems)
            if let entry = scanner.takeEntry() { body(entry) }
        }
        if let open = scanner.openLine { problems.add(RecordMessage.openParenthesis, line: open) }
    }

    /// Takes lines one by one.
    private struct Scanner {
        private var words: [String] = []
        private var length = 0
        private var depth = 0
        private var isTooLong = false
        private var start: UInt32 = 0
        private var isOwnerBlank = false

        var openLine: UInt32? { depth > 0 ? start : nil }

        mutating func read(_ line: ImportLine, _ problems: inout ProblemList) {
            if depth == 0 {
                words = []
                length = 0
                isTooLong = false
                start = line.number
                isOwnerBlank = line.indentation > 0
            }
            var word: [UInt8] = []
            var isQuoted = false
            var isEscaped = false
            for octet in line.text.utf8 {
                if isEscaped || isQuoted && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\") {
                    word.append(octet)
                    isEscaped = false
                    continue
                }
                switch octet {
                case UInt8(ascii: "\\"):
                    word.append(octet)
                    isEscaped = true
                    continue
                case UInt8(ascii: "\""):
                    word.append(octet)
                    isQuoted.toggle()
                    continue
                case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"):
                    finish(&word)
                default:
                    word.append(octet)
                    continue
                }
                if octet == UInt8(ascii: ";") { break }
                if octet == UInt8(ascii: "(") { depth += 1 }
                if octet == UInt8(ascii: ")") {
                    if depth == 0 { problems.add(RecordMessage.closedParenthesis, line: line.number) }
                    depth = max(0, depth - 1)
                }
            }
            if isQuoted { problems.add(RecordMessage.openQuote, line: line.number) }
            finish(&word)
            if length > ZoneEntry.longest, !isTooLong {
                isTooLong = true
                problems.add(RecordMessage.recordTooLong(limit: ZoneEntry.longest), line: start)
                words = []
                depth = 0
            }
        }

        private mutating func finish(_ word: inout [UInt8]) {
            guard !word.isEmpty else { return }
            length += word.count
            words.append(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
        }

        func takeEntry() -> ZoneEntry? {
            guard depth == 0, !words.isEmpty else { return nil }
            return ZoneEntry(line: start, isOwnerBlank: isOwnerBlank, words: words)
        }
    }
}
