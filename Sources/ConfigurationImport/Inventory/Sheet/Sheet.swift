import Foundation
import Messages

/// A table as it was written, whatever the format. Cells with nothing in them are left out.
struct Sheet {
    struct Cell {
        /// 0-based.
        let column: Int
        /// Composed (NFC), without white space at its ends.
        let text: String
        let line: UInt32
        /// CSV: in characters, 1-based; spreadsheets: the number of the column, 1-based.
        let place: UInt32
        /// In columns; more than one for a cell that was merged across.
        var width = 1
        /// The value of a cell that was merged downwards, in a row below its first.
        var isContinued = false
    }

    struct Row {
        /// The line on which the row begins, 1-based.
        let line: UInt32
        /// In the order of the columns.
        var cells: [Cell]
    }

    /// Rows with at least one cell.
    var rows: [Row] = []
    /// Places of cells are columns, and problems name the cell.
    let isSpreadsheet: Bool

    /// A problem at a cell, or at a character within it.
    func problem(_ message: InventoryMessage, at cell: Cell, scalarsBefore: Substring = "") -> ImportProblem {
        guard !isSpreadsheet else {
            let reference = "\(Self.letters(cell.column))\(cell.line)"
            return ImportProblem(
                line: cell.line, column: cell.place, message: InventoryMessage.inCell(reference, message))
        }
        var (line, column) = (cell.line, cell.place)
        for scalar in scalarsBefore.unicodeScalars {
            if scalar == "\n" {
                line &+= 1
                column = 1
            } else {
                column &+= 1
            }
        }
        return ImportProblem(line: line, column: column, message: message)
    }

    /// `A`, `Z`, `AA` …
    static func letters(_ column: Int) -> String {
        var (rest, text) = (max(column, 0) + 1, "")
        while rest > 0 {
            rest -= 1
            text = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + text
            rest /= 26
        }
        return text
    }

    /// The first sheet, or the one named, of a spreadsheet; else the rows of a delimited text.
    static func read(_ source: ImportSource, sheet name: String? = nil) throws(ImportFailure) -> Sheet {
        do throws(ImportProblem) {
            guard source.bytes.count <= ImportLimits.file else {
                throw ImportProblem(line: 0, message: ImportMessage.fileTooLarge(limit: ImportLimits.file))
            }
            guard !source.bytes.isEmpty else { throw ImportProblem(line: 0, message: ImportMessage.empty) }
            if Workbook.isOldOrEncrypted(source.bytes) { throw Workbook.refusal(source.bytes) }
            if Workbook.isZip(source.bytes) { return try Workbook(source.bytes).sheet(named: name) }
            guard let text = ByteText.utf8(source.bytes) else {
                throw ImportProblem(line: 0, message: ImportMessage.notText)
            }
            return try DelimitedText.read(text)
        } catch {
            throw ImportFailure(path: source.path, problems: [error])
        }
    }
}

/// What a list of devices holds at most.
enum SheetLimits {
    /// As in Excel.
    static let columns = 16_384
    static let cells = 4_000_000
    /// Bytes of the parts of a spreadsheet together, after decompression.
    static let inflated = 256 << 20
    /// Times that a spreadsheet may grow, beyond the first `freeInflation` bytes.
    static let inflation = 200
    static let freeInflation = 8 << 20
    static let parts = 10_000
    static let merges = 100_000
}

extension String {
    /// Composed (NFC), without white space at the ends; non-breaking spaces are white space.
    var tidied: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        let text = String(scalars)
        return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}

extension Unicode.Scalar {
    /// White space, or a character of no width that spreadsheets leave behind.
    var isBlank: Bool { properties.isWhitespace || value == 0x200b || value == 0xfeff }
}
