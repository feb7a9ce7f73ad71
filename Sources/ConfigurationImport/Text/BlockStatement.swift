import Messages

/// A statement of the languages with braces and semicolons: nginx, radvd, ISC's dhcpd.
struct BlockStatement {
    /// Quoted words without their quotes.
    let words: [String]
    /// Of the first word, 1-based.
    let line: UInt32
    /// Nil: the statement ended with a semicolon.
    let block: [BlockStatement]?

    static let depthLimit = 64
    static let wordLimit = 8_000_000

    /// What a text may be although it is damaged.
    enum End {
        /// Every block is closed.
        case complete
        /// A journal that is still being written: a block that is not closed is left out.
        case mayBeCutOff
    }

    static func parse(_ lines: [ImportLine], end: End = .complete) throws(ImportProblem) -> [BlockStatement] {
        var scanner = BlockScanner(lines)
        var open: [(words: [String], line: UInt32, statements: [BlockStatement])] = [([], 0, [])]
        var words: [String] = []
        var line: UInt32 = 0
        while let token = try scanner.next() {
            guard let last = open.indices.last else { break }
            switch token.kind {
            case .word:
                if words.isEmpty { line = token.line }
                words.append(token.text)
            case .semicolon:
                if !words.isEmpty {
                    open[last].statements.append(BlockStatement(words: words, line: line, block: nil))
                }
                words = []
            case .opening:
                guard open.count <= depthLimit else {
                    throw ImportProblem(
                        line: token.line, message: HostConfigurationMessage.blocksTooDeep(limit: depthLimit))
                }
                open.append((words, words.isEmpty ? token.line : line, []))
                words = []
            case .closing:
                guard open.count > 1, let closed = open.popLast() else {
                    throw ImportProblem(line: token.line, message: HostConfigurationMessage.blockNotOpened)
                }
                open[open.count - 1].statements.append(
                    BlockStatement(words: closed.words, line: closed.line, block: closed.statements))
                // What a line lacks a semicolon for ends with its block.
                words = []
            }
        }
        if open.count > 1, end == .complete, let unclosed = open.last {
            throw ImportProblem(line: unclosed.line, message: HostConfigurationMessage.blockNotClosed)
        }
        return open.first?.statements ?? []
    }
}

/// Words, quoted strings, braces and semicolons; `#` begins a comment where a word could begin.
private struct BlockScanner {
    struct Token {
        enum Kind { case word, opening, closing, semicolon }
        let kind: Kind
        let text: String
        let line: UInt32
    }

    private let lines: [ImportLine]
    private var index = 0
    private var bytes: [UInt8] = []
    private var place = 0
    private var count = 0

    init(_ lines: [ImportLine]) {
        self.lines = lines
        bytes = Array((lines.first?.text ?? "").utf8)
    }

    mutating func next() throws(ImportProblem) -> Token? {
        while index < lines.count {
            while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0c {
                place += 1
            }
            guard place < bytes.count, bytes[place] != UInt8(ascii: "#") else {
                nextLine()
                continue
            }
            count += 1
            guard count <= BlockStatement.wordLimit else {
                throw ImportProblem(
                    line: lines[index].number, message: ImportMessage.tooManyRows(limit: BlockStatement.wordLimit))
            }
            return try token()
        }
        return nil
    }

    private mutating func nextLine() {
        index += 1
        place = 0
        bytes = index < lines.count ? Array(lines[index].text.utf8) : []
    }

    private mutating func token() throws(ImportProblem) -> Token {
        let line = lines[index].number
        let kind: Token.Kind
        switch bytes[place] {
        case UInt8(ascii: "{"): kind = .opening
        case UInt8(ascii: "}"): kind = .closing
        case UInt8(ascii: ";"): kind = .semicolon
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return Token(kind: .word, text: try quoted(), line: line)
        default:
            let start = place
            while place < bytes.count, ![0x20, 0x09, 0x0c, 0x3b, 0x7b, 0x7d].contains(bytes[place]) {
                // `${name}` of nginx and an escaped character do not end a word.
                if bytes[place] == UInt8(ascii: "$"), place + 1 < bytes.count, bytes[place + 1] == 0x7b {
                    while place < bytes.count, bytes[place] != 0x7d { place += 1 }
                } else if bytes[place] == UInt8(ascii: "\\") {
                    place += 1
                }
                place = min(place + 1, bytes.count)
            }
            return Token(kind: .word, text: String(decoding: bytes[start..<place], as: UTF8.self), line: line)
        }
        place += 1
        return Token(kind: kind, text: "", line: line)
    }

    /// As it stands between its quotes, escapes untouched; it may go over lines.
    private mutating func quoted() throws(ImportProblem) -> String {
        let (quote, line) = (bytes[place], lines[index].number)
        place += 1
        var text: [UInt8] = []
        while true {
            if place >= bytes.count {
                nextLine()
                guard index < lines.count else {
                    throw ImportProblem(line: line, message: HostConfigurationMessage.quoteNotClosed)
                }
                text.append(0x0a)
                continue
            }
            if bytes[place] == quote {
                place += 1
                return String(decoding: text, as: UTF8.self)
            }
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count {
                text.append(bytes[place])
                place += 1
            }
            text.append(bytes[place])
            place += 1
        }
    }
}
