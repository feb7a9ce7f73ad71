import Messages

/// Walks through a delimited text in UTF-8. Lines end with LF, CRLF or CR.
struct DelimitedScanner {
    private let text: [UInt8]
    private let delimiter: UInt8
    private var place: Int
    private var line: UInt32 = 1
    /// In characters (Unicode scalars), 1-based.
    private var column: UInt32 = 1
    private var cellCount = 0

    init(_ text: [UInt8], delimiter: UInt8, from start: Int = 0) {
        self.text = text
        self.delimiter = delimiter
        place = start
    }

    private var current: UInt8? { place < text.count ? text[place] : nil }

    private mutating func advance() {
        guard place < text.count else { return }
        let octet = text[place]
        place += 1
        if octet == 0x0a || (octet == 0x0d && current != 0x0a) {
            line &+= 1
            column = 1
        } else if octet == 0x0d || octet & 0xc0 != 0x80 {
            // The octets of a character behind its first one are not counted.
            column &+= 1
        }
    }

    /// - Throws: what is wrong with the text; more than `limit` rows are.
    mutating func rows(limit: Int) throws(ImportProblem) -> [Sheet.Row] {
        var rows: [Sheet.Row] = []
        while place < text.count {
            guard rows.count < limit else {
                throw ImportProblem(line: line, message: ImportMessage.tooManyRows(limit: limit))
            }
            let row = try row()
            if !row.cells.isEmpty { rows.append(row) }
        }
        return rows
    }

    /// At most `limit` rows, up to where something is wrong.
    mutating func beginning(limit: Int) -> [Sheet.Row] {
        var rows: [Sheet.Row] = []
        while place < text.count, rows.count < limit, let row = try? row() {
            if !row.cells.isEmpty { rows.append(row) }
        }
        return rows
    }

    private mutating func row() throws(ImportProblem) -> Sheet.Row {
        var row = Sheet.Row(line: line, cells: [])
        var index = 0
        while true {
            if let cell = try cell(index) {
                cellCount += 1
                guard cellCount <= SheetLimits.cells, index < SheetLimits.columns else {
                    throw ImportProblem(line: line, message: InventoryMessage.tooManyCells(limit: SheetLimits.cells))
                }
                row.cells.append(cell)
            }
            guard current == delimiter else { break }
            advance()
            index += 1
        }
        if current == 0x0d {
            advance()
            if current == 0x0a { advance() }
        } else if current == 0x0a {
            advance()
        }
        return row
    }

    private mutating func cell(_ index: Int) throws(ImportProblem) -> Sheet.Cell? {
        while current == 0x20, delimiter != 0x20 { advance() }
        if current == 0x22 { return try quotedCell(index) }
        let (start, startLine, startColumn) = (place, line, column)
        while let octet = current, octet != delimiter, octet != 0x0a, octet != 0x0d { advance() }
        return made(Array(text[start..<place]), index, startLine, startColumn)
    }

    private mutating func quotedCell(_ index: Int) throws(ImportProblem) -> Sheet.Cell? {
        let (openLine, openColumn) = (line, column)
        advance()
        let (startLine, startColumn) = (line, column)
        var content: [UInt8] = []
        while let octet = current {
            advance()
            guard octet == 0x22 else {
                content.append(octet)
                continue
            }
            if current == 0x22 {
                content.append(0x22)
                advance()
                continue
            }
            while current == 0x20 { advance() }
            if let next = current, next != delimiter, next != 0x0a, next != 0x0d {
                throw ImportProblem(line: line, column: column, message: InventoryMessage.textAfterQuote)
            }
            return made(content, index, startLine, startColumn)
        }
        throw ImportProblem(line: openLine, column: openColumn, message: InventoryMessage.quoteNotClosed)
    }

    /// Nil: nothing but white space.
    private func made(_ content: [UInt8], _ index: Int, _ line: UInt32, _ column: UInt32) -> Sheet.Cell? {
        let raw = String(decoding: content, as: UTF8.self)
        let text = raw.tidied
        guard !text.isEmpty else { return nil }
        var (line, column) = (line, column)
        for scalar in raw.unicodeScalars {
            guard scalar.isBlank else { break }
            (line, column) = scalar == "\n" ? (line &+ 1, 1) : (line, column &+ 1)
        }
        return Sheet.Cell(column: index, text: text, line: line, place: column)
    }
}
