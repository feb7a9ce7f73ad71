import Messages
import NetworkTypes
import SiteModel

/// The cells of one row by the names of their columns.
struct RowReader {
    let scalars: ScalarReader
    /// The line on which the row begins, 1-based.
    let line: Int
    private let cells: [String: Located<String>]

    init(_ row: CSVTable.Row, columns: [String?], scalars: ScalarReader) {
        var cells: [String: Located<String>] = [:]
        for (name, cell) in zip(columns, row.cells) {
            guard let name else { continue }
            let text = cell.value.trimmed
            guard !text.isEmpty else { continue }
            let before = cell.value.unicodeScalars.prefix { $0.properties.isWhitespace }
            let place = TextPlace.end(of: String(before), from: (cell.line, cell.column))
            cells[name] = Located(value: text, line: place.line, column: place.column)
        }
        self.cells = cells
        self.scalars = scalars
        line = row.line
    }

    /// Nil: an empty cell.
    subscript(column: String) -> Located<String>? { cells[column] }

    func text(_ column: String) -> String? { cells[column]?.value }

    func value<Value>(_ column: String, _ read: (String, Located<String>) -> Value?) -> Value? {
        cells[column].flatMap { read(column, $0) }
    }

    /// The words of a list cell, with the column of each; line breaks separate too.
    func words(_ column: String) -> [Located<String>] {
        guard let cell = cells[column] else { return [] }
        var (words, word): ([Located<String>], Located<String>?) = ([], nil)
        var (line, column) = (cell.line, cell.column)
        for scalar in cell.value.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let word { words.append(word) }
                word = nil
            } else {
                word = word ?? Located(value: "", line: line, column: column)
                word?.value.unicodeScalars.append(scalar)
            }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        if let word { words.append(word) }
        return words
    }

    func values<Value>(_ column: String, _ read: (String, Located<String>) -> Value?) -> [Value] {
        words(column).compactMap { read(column, $0) }
    }

    func validity() -> Validity {
        let validity = Validity(from: value("valid_from", scalars.date), to: value("valid_to", scalars.date))
        let place = self["valid_to"]
        return scalars.checked(validity, line: place?.line ?? line, column: place?.column ?? 1)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
