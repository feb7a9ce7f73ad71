import Messages

/// A table of comma-separated cells with the place of each. RFC 4180; LF counts as CRLF.
struct CSVTable {
    struct Row {
        /// The line on which the row begins, 1-based.
        let line: Int
        let cells: [Located<String>]

        /// A line with nothing on it, or with commas only.
        var isBlank: Bool { cells.allSatisfy { $0.value.isEmpty } }
    }

    private(set) var rows: [Row] = []

    /// The place of a quoted cell is that of the first character behind the quotation mark.
    /// Reports what RFC 4180 does not allow and reads on; after a quotation mark that is never closed it stops.
    init(_ text: String, scalars: ScalarReader) {
        var scanner = CSVScanner(text, scalars: scalars)
        while let row = scanner.nextRow(), !scanner.isBroken { rows.append(row) }
    }
}

/// Walks through the characters of a table.
private struct CSVScanner {
    private var characters: String.UnicodeScalarView.Iterator
    private var current: Unicode.Scalar?
    private var line = 1
    private var column = 1
    private let scalars: ScalarReader
    /// A quotation mark was never closed, so the last row is not what was meant.
    private(set) var isBroken = false

    init(_ text: String, scalars: ScalarReader) {
        characters = text.unicodeScalars.makeIterator()
        self.scalars = scalars
        current = characters.next()
    }

    private mutating func advance() {
        if current == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        current = characters.next()
    }

    mutating func nextRow() -> CSVTable.Row? {
        guard current != nil else { return nil }
        let start = line
        var cells: [Located<String>] = []
        while true {
            cells.append(cell())
            guard current == "," else { break }
            advance()
        }
        if current == "\r" { advance() }
        if current == "\n" { advance() }
        return CSVTable.Row(line: start, cells: cells)
    }

    private mutating func cell() -> Located<String> {
        current == "\"" ? quotedCell() : plainCell()
    }

    private mutating func plainCell() -> Located<String> {
        let place = (line: line, column: column)
        var text = String.UnicodeScalarView()
        while let character = current, character != ",", character != "\n" {
            if character == "\r" {
                var rest = characters
                if rest.next() == "\n" { break }
            }
            if character == "\"" { scalars.report(.quoteInsideCell, line: line, column: column) }
            text.append(character)
            advance()
        }
        return Located(value: String(text), line: place.line, column: place.column)
    }

    private mutating func quotedCell() -> Located<String> {
        let place = (line: line, column: column)
        var text = String.UnicodeScalarView()
        advance()
        while let character = current {
            advance()
            guard character == "\"" else {
                text.append(character)
                continue
            }
            if current == "\"" {
                text.append("\"")
                advance()
                continue
            }
            if let next = current, next != ",", next != "\n", next != "\r" {
                scalars.report(.textAfterQuote, line: line, column: column)
                _ = plainCell()
            }
            return Located(value: String(text), line: place.line, column: place.column + 1)
        }
        isBroken = true
        scalars.report(.quoteNotClosed, line: place.line, column: place.column)
        return Located(value: String(text), line: place.line, column: place.column + 1)
    }
}
