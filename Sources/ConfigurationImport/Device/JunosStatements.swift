/// A statement of a Junos configuration: its words from the root on, however it was written.
struct JunosStatement {
    let path: [String]
    let line: UInt32
}

/// Reads both forms of a Junos configuration, curly and `set`, to the same statements.
struct JunosReader {
    /// Words of a statement with everything it stands in.
    static let pathLimit = 64

    private(set) var statements: [JunosStatement] = []
    /// `inactive:` or deactivated: as if they were not there, with all below.
    private var inactive: Set<[String]> = []
    /// How many statements there were when what is below was deleted.
    private var deleted: [[String]: Int] = [:]
    private var path: [String] = []
    /// How many words each open brace added.
    private var levels: [Int] = []
    private var words: [String] = []
    private var wordsLine: UInt32 = 0
    private var isQuoted = false
    private var isComment = false
    private var quoted: [UInt8] = []

    init(_ lines: [ImportLine]) {
        // What opens behind these never closes.
        let lastQuote = lines.lastIndex { $0.text.utf8.contains(0x22) } ?? -1
        let lastComment = lines.lastIndex { $0.text.contains("*/") } ?? -1
        for (place, line) in lines.enumerated() {
            if !isQuoted, !isComment, levels.isEmpty, words.isEmpty, takeLine(line) { continue }
            take(Array(line.text.utf8), line: line.number)
            if isQuoted, place >= lastQuote { closeQuote(line.number) }
            if isComment, place >= lastComment { isComment = false }
        }
        let all = statements
        statements = all.enumerated().filter { isInForce($1, at: $0) }.map(\.element)
    }

    private func isInForce(_ statement: JunosStatement, at place: Int) -> Bool {
        if inactive.isEmpty, deleted.isEmpty { return true }
        for count in 1...max(1, statement.path.count) {
            let prefix = Array(statement.path.prefix(count))
            if inactive.contains(prefix) { return false }
            if let end = deleted[prefix], place < end { return false }
        }
        return true
    }

    /// A whole line at the root that is no curly statement: a command of the `set` form, or what a terminal showed.
    private mutating func takeLine(_ line: ImportLine) -> Bool {
        let first = line.text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " }
        switch first {
        case "set", "deactivate", "activate", "delete":
            let words = Self.words(line.text)
            let path = Array(words.dropFirst().prefix(Self.pathLimit))
            guard !path.isEmpty else { return true }
            switch first {
            case "set": append(path, line: line.number)
            case "deactivate": inactive.insert(path)
            case "activate": inactive.remove(path)
            default: deleted[path] = statements.count
            }
            return true
        default:
            let isPrompt = first.contains("@") && !first.hasPrefix("\"") || first.hasPrefix("[edit")
            let isRole = first.hasPrefix("{") && first.hasSuffix("}") && first.count > 2
            return isPrompt || isRole
        }
    }

    /// Words and quoted strings of a line of the `set` form.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isQuoted = false
        for octet in text.utf8 {
            if octet == 0x22 {
                isQuoted.toggle()
            } else if !isQuoted, octet == 0x20 || octet == 0x09 || octet == 0x5b || octet == 0x5d {
                // Brackets make a list; around a part of a pattern they belong to it.
                if octet > 0x20, !word.isEmpty {
                    word.append(octet)
                } else if !word.isEmpty {
                    words.append(String(decoding: word, as: UTF8.self))
                    word = []
                }
            } else {
                word.append(octet)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    private mutating func append(_ path: [String], line: UInt32) {
        guard let first = path.first, Self.kept.contains(first), path.count <= Self.pathLimit else { return }
        statements.append(JunosStatement(path: path, line: line))
    }

    /// Hierarchies that say anything of interfaces.
    private static let kept: Set<String> = [
        "interfaces", "protocols", "system", "groups", "apply-groups", "routing-instances",
    ]

    // MARK: The curly form

    private mutating func take(_ octets: [UInt8], line: UInt32) {
        var place = 0
        while place < octets.count {
            let octet = octets[place]
            if isComment {
                let isEnd = octet == 0x2a && place + 1 < octets.count && octets[place + 1] == 0x2f
                place += isEnd ? 2 : 1
                if isEnd { isComment = false }
            } else if isQuoted {
                place += 1
                if octet == 0x22 {
                    closeQuote(line)
                } else if octet == 0x5c, place < octets.count {
                    quoted.append(octets[place])
                    place += 1
                } else {
                    quoted.append(octet)
                }
            } else {
                switch octet {
                case 0x20, 0x09, 0x5b, 0x5d: place += 1
                case 0x22:
                    isQuoted = true
                    place += 1
                case 0x23: return
                case 0x7b:
                    open(line)
                    place += 1
                case 0x7d:
                    close()
                    place += 1
                case 0x3b:
                    finish()
                    place += 1
                default:
                    isComment = octet == 0x2f && place + 1 < octets.count && octets[place + 1] == 0x2a
                    if isComment {
                        place += 2
                        continue
                    }
                    let start = place
                    while place < octets.count, !Self.ends.contains(octets[place]) { place += 1 }
                    add(String(decoding: octets[start..<place], as: UTF8.self), line: line)
                }
            }
        }
    }

    /// Space, tab, `"`, `;`, `{`, `}`.
    private static let ends: Set<UInt8> = [0x20, 0x09, 0x22, 0x3b, 0x7b, 0x7d]

    private mutating func add(_ word: String, line: UInt32) {
        if words.isEmpty { wordsLine = line }
        if words.count < Self.pathLimit { words.append(word) }
    }

    private mutating func closeQuote(_ line: UInt32) {
        add(String(decoding: quoted, as: UTF8.self), line: line)
        quoted = []
        isQuoted = false
    }

    private mutating func open(_ line: UInt32) {
        let own = takeWords()
        levels.append(own.count)
        path += own
        if !own.isEmpty { append(path, line: wordsLine) }
    }

    private mutating func close() {
        finish()
        if let count = levels.popLast() { path.removeLast(min(count, path.count)) }
    }

    private mutating func finish() {
        let own = takeWords()
        if !own.isEmpty { append(path + own, line: wordsLine) }
    }

    /// The words that were read, without the marks before them. Too deep a nesting loses its words, not its braces.
    private mutating func takeWords() -> [String] {
        var own = words[...]
        words = []
        var isInactive = false
        while let first = own.first, ["inactive:", "active:", "replace:", "protect:"].contains(first) {
            isInactive = isInactive || first == "inactive:"
            own = own.dropFirst()
        }
        guard path.count + own.count <= Self.pathLimit else { return [] }
        if isInactive { inactive.insert(path + own) }
        return Array(own)
    }
}
