import Messages

/// Rows of cells between delimiters. RFC 4180, with the delimiter found from the header row.
enum DelimitedText {
    private static let delimiters: [UInt8] = [0x2c, 0x3b, 0x09]
    /// Rows that are tried with each delimiter.
    private static let trial = 64

    static func read(_ text: [UInt8]) throws(ImportProblem) -> Sheet {
        try checkLines(text)
        if let (delimiter, length) = declaredDelimiter(text) {
            var scanner = DelimitedScanner(text, delimiter: delimiter, from: length)
            return Sheet(rows: try scanner.rows(limit: ImportLimits.rows), isSpreadsheet: false)
        }
        var scanner = DelimitedScanner(text, delimiter: delimiter(of: text))
        return Sheet(rows: try scanner.rows(limit: ImportLimits.rows), isSpreadsheet: false)
    }

    /// The first rows.
    static func beginning(_ text: [UInt8]) -> [Sheet.Row] {
        var scanner = DelimitedScanner(text, delimiter: delimiter(of: text))
        return scanner.beginning(limit: trial)
    }

    /// Excel's first line `sep=;`, with the number of bytes up to the second.
    private static func declaredDelimiter(_ text: [UInt8]) -> (UInt8, Int)? {
        guard text.count >= 6, text.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8) else { return nil }
        guard delimiters.contains(text[4]), text[5] == 0x0a || text[5] == 0x0d else { return nil }
        return (text[4], 5)
    }

    /// The one with which a row has the most known headers; then the one that divides most.
    private static func delimiter(of text: [UInt8]) -> UInt8 {
        var best = (known: -1, cells: 0, delimiter: delimiters[0])
        for delimiter in delimiters {
            var scanner = DelimitedScanner(text, delimiter: delimiter)
            let rows = scanner.beginning(limit: trial)
            let known = rows.map { HeaderRow.knownCount($0) }.max() ?? 0
            let cells = rows.map(\.cells.count).max() ?? 0
            if (known, cells) > (best.known, best.cells) { best = (known, cells, delimiter) }
        }
        return best.delimiter
    }

    private static func checkLines(_ text: [UInt8]) throws(ImportProblem) {
        var (line, start) = (1, 0)
        for (place, octet) in text.enumerated() {
            if octet == 0x0a {
                line += 1
                start = place + 1
            } else if place - start >= ImportLimits.line {
                throw ImportProblem(
                    line: UInt32(clamping: line), message: ImportMessage.lineTooLong(limit: ImportLimits.line))
            }
        }
        if line > ImportLimits.lines {
            throw ImportProblem(
                line: UInt32(clamping: line), message: ImportMessage.tooManyLines(limit: ImportLimits.lines))
        }
    }
}
