import Messages

/// The rows of one sheet of a spreadsheet. ECMA-376 part 1, §18.3.
struct Worksheet {
    /// 0-based columns, 1-based rows, both ends included.
    private struct Merge {
        let firstRow: Int
        let firstColumn: Int
        let lastRow: Int
        let lastColumn: Int
    }

    /// As in Excel.
    private static let rowLimit = 1_048_576

    private let shared: SharedStrings
    private let formats: NumberFormats
    private var rows: [Sheet.Row] = []
    private var merges: [Merge] = []
    private var cellCount = 0
    private var line = 0
    private var column = 0

    init(shared: SharedStrings, formats: NumberFormats) {
        self.shared = shared
        self.formats = formats
    }

    mutating func read(_ content: [UInt8], part: String) throws(ImportProblem) {
        var reader = MarkupReader(content)
        while let tag = try Workbook.check(part, { () throws(MarkupReader.Failure) in try Self.nextTag(&reader) }) {
            if tag.name == "row" {
                line = tag["r"].flatMap { Int($0) } ?? line + 1
                column = 0
                guard (1...Self.rowLimit).contains(line), rows.count < ImportLimits.rows else {
                    throw ImportProblem(line: 0, message: ImportMessage.tooManyRows(limit: ImportLimits.rows))
                }
                rows.append(Sheet.Row(line: UInt32(line), cells: []))
            } else if tag.name == "c" {
                if let reference = tag["r"].flatMap({ Self.reference($0) }) { column = reference.column }
                let text = try Workbook.check(part) { () throws(MarkupReader.Failure) in try value(of: tag, &reader) }
                try append(text.tidied)
                column += 1
            } else if tag.name == "mergeCell", let merge = tag["ref"].flatMap({ Self.merge($0) }),
                merges.count < SheetLimits.merges
            {
                merges.append(merge)
            }
        }
    }

    private static func nextTag(_ reader: inout MarkupReader) throws(MarkupReader.Failure) -> Tag? {
        while let event = try reader.next() {
            if case .start(let tag) = event { return tag }
        }
        return nil
    }

    private mutating func append(_ text: String) throws(ImportProblem) {
        guard !text.isEmpty, !rows.isEmpty else { return }
        cellCount += 1
        guard cellCount <= SheetLimits.cells, column < SheetLimits.columns else {
            throw ImportProblem(
                line: UInt32(clamping: line), message: InventoryMessage.tooManyCells(limit: SheetLimits.cells))
        }
        let cell = Sheet.Cell(
            column: column, text: text, line: UInt32(clamping: line), place: UInt32(clamping: column + 1))
        rows[rows.count - 1].cells.append(cell)
    }

    /// Up to the end of the cell.
    private func value(of cell: Tag, _ reader: inout MarkupReader) throws(MarkupReader.Failure) -> String {
        let type = cell["t"] ?? "n"
        var (text, isValue) = ("", false)
        while let event = try reader.next() {
            switch event {
            case .start(let tag) where tag.name == "is": text = try SharedStrings.text(until: "is", &reader)
            case .start(let tag) where tag.name == "v": isValue = true
            case .end(let name) where name == "v": isValue = false
            case .text(let part) where isValue: text += part
            case .end(let name) where name == "c":
                switch type {
                case "s": return Int(text).flatMap { shared[$0] } ?? ""
                case "n": return formats.text(text, style: cell["s"].flatMap { Int($0) })
                case "b": return text == "1" ? "yes" : "no"
                case "d": return String(text.prefix(10))
                default: return text
                }
            default: break
            }
        }
        throw .truncated
    }

    // MARK: - Merged cells

    /// The rows in order, with the value of a cell that was merged downwards in each of its rows.
    func filled() -> [Sheet.Row] {
        var filled = rows.sorted { $0.line < $1.line }
        var free = SheetLimits.cells - cellCount
        for merge in merges {
            guard let first = Self.index(of: merge.firstRow, in: filled), filled[first].line == merge.firstRow,
                let place = filled[first].cells.firstIndex(where: { $0.column == merge.firstColumn })
            else { continue }
            filled[first].cells[place].width = merge.lastColumn - merge.firstColumn + 1
            var index = first + 1
            while index < filled.count, filled[index].line <= merge.lastRow, free > 0 {
                free -= 1
                Self.insert(filled[first].cells[place], into: &filled[index])
                index += 1
            }
        }
        return filled.filter { !$0.cells.isEmpty }
    }

    private static func insert(_ cell: Sheet.Cell, into row: inout Sheet.Row) {
        guard !row.cells.contains(where: { $0.column == cell.column }) else { return }
        let place = row.cells.firstIndex { $0.column > cell.column } ?? row.cells.count
        let copy = Sheet.Cell(
            column: cell.column, text: cell.text, line: row.line, place: cell.place, width: cell.width,
            isContinued: true)
        row.cells.insert(copy, at: place)
    }

    /// Of the first row that is not before `line`.
    private static func index(of line: Int, in rows: [Sheet.Row]) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? low : nil
    }

    /// `B2:C5`.
    private static func merge(_ text: String) -> Merge? {
        let corners = text.split(separator: ":").map { reference(String($0)) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        return Merge(firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column)
    }

    /// `D7`: column 3, row 7.
    private static func reference(_ text: String) -> (column: Int, row: Int)? {
        var column = 0
        let letters = text.utf8.prefix { (0x41...0x5a).contains($0 & 0xdf) && $0 >= 0x41 }
        guard (1...3).contains(letters.count) else { return nil }
        for letter in letters { column = column * 26 + Int(letter & 0xdf) - 0x40 }
        guard column <= SheetLimits.columns, let row = Int(text.dropFirst(letters.count)),
            (1...rowLimit).contains(row)
        else { return nil }
        return (column - 1, row)
    }
}
