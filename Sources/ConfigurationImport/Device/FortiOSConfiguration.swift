/// A statement of a FortiOS configuration with the tables that it stands in.
struct FortiOSStatement {
    /// Alternately the words of a `config` and the name of an `edit` ("" before the first), from outside to inside.
    let path: [String]
    /// `set`, `unset`, `edit` and so on with its values, without quotation marks.
    let words: [String]
    let line: UInt32
}

/// Reads `config … edit … set … next … end`. A quoted value may go over many lines, and may hold anything.
struct FortiOSReader {
    /// Levels of `config` in each other; FortiOS has five.
    private static let depth = 32

    private let lines: [ImportLine]
    private var place = 0
    private var path: [String] = []
    /// The last line with a quotation mark: one that opens there and does not close has no end.
    private let lastQuote: Int

    init(_ lines: [ImportLine]) {
        self.lines = lines
        lastQuote = lines.lastIndex { $0.text.utf8.contains(0x22) } ?? -1
    }

    /// - Parameter body: gets every `edit`, `set`, `unset` and `append`.
    mutating func forEach(_ body: (FortiOSStatement) -> Void) {
        while place < lines.count {
            let line = lines[place].number
            let words = statement()
            guard let verb = words.first else { continue }
            switch verb {
            case "config" where path.count < Self.depth * 2:
                path += [words.dropFirst().joined(separator: " "), ""]
            case "edit" where words.count > 1 && !path.isEmpty:
                path[path.count - 1] = words[1]
                body(FortiOSStatement(path: path, words: words, line: line))
            case "next":
                if !path.isEmpty { path[path.count - 1] = "" }
            case "end":
                if path.count >= 2 { path.removeLast(2) }
            case "set", "unset", "append": body(FortiOSStatement(path: path, words: words, line: line))
            default: break
            }
        }
    }

    /// The words of the statement at `place`, which moves behind it.
    private mutating func statement() -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isWord = false
        var isQuoted = false
        func finish() {
            if isWord { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
            isWord = false
        }
        let first = place
        while place < lines.count {
            let text = lines[place].text
            place += 1
            if place == first + 1, text.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) == 0x23 { return [] }
            var octets = text.utf8.makeIterator()
            while let octet = octets.next() {
                switch octet {
                case 0x22:
                    isQuoted.toggle()
                    isWord = true
                case 0x5c where isQuoted || isWord:
                    if let next = octets.next() { word.append(next) }
                case 0x20 where !isQuoted, 0x09 where !isQuoted: finish()
                default:
                    word.append(octet)
                    isWord = true
                }
            }
            if !isQuoted { break }
            // The file was cut, or the mark is no quotation.
            if place > lastQuote { break }
            word.append(0x0a)
        }
        finish()
        return words
    }
}
