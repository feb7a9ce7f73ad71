import Messages
import SiteModel

/// A `systems.csv` in which rows are changed and added; whatever does not change keeps its bytes.
public struct SystemsFile {
    private struct Row {
        let line: UInt32
        let cells: [RawCell]
        /// Without the end of the line.
        let range: Range<Int>
    }

    private struct RawCell {
        let text: String
        let range: Range<Int>
    }

    private let bytes: [UInt8]
    private var rows: [Row] = []
    private var columns: [InventoryColumn?] = []
    private let lineEnd: [UInt8]

    /// - Parameter bytes: of the file; empty where there is none yet.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let firstEnd = bytes.firstIndex(of: 0x0a)
        lineEnd = firstEnd.map { $0 > 0 && bytes[$0 - 1] == 0x0d } == true ? [0x0d, 0x0a] : [0x0a]
        readRows()
        columns = rows.first?.cells.map { InventoryColumn(rawValue: $0.text) } ?? []
    }

    /// The file with a change in it.
    ///
    /// Columns that are needed and that the file does not have yet are added at its right. Cells are quoted where CSV
    /// asks for it; formulas are not defused, since this file is data for the tool.
    /// - Throws: the file is not the one that the change was made from.
    public func applying(_ change: InventoryChange, path: String) throws(ImportFailure) -> [UInt8] {
        guard !change.added.isEmpty || !change.changed.isEmpty else { return bytes }
        let isNew = rows.isEmpty
        let present = isNew ? Array(InventoryColumn.ofSystems) : columns.compactMap { $0 }
        let additions = additions(change.added)
        var needed = Set(additions.flatMap(\.cells.keys))
        var edits: [UInt32: [InventoryColumn: String]] = [:]
        for item in change.changed {
            let (before, after) = (SystemsColumns(item.before).cells, SystemsColumns(item.after).cells)
            let cells = after.filter { before[$0.key] != $0.value }
            guard isRow(UInt32(clamping: item.before.line), of: item.before.name) else {
                throw ImportFailure(
                    path: path, InventoryMessage.systemsFileDiffers(component: item.before.name),
                    line: UInt32(clamping: item.before.line))
            }
            edits[UInt32(clamping: item.before.line)] = cells
            needed.formUnion(cells.keys)
        }
        let extra = InventoryColumn.ofSystems.filter { needed.contains($0) && !present.contains($0) }
        var output = isNew ? Self.line(present.map(\.rawValue)) + lineEnd : edited(edits, extra)
        if !isNew, output.last != 0x0a, !output.isEmpty { output += lineEnd }
        let order = isNew ? present.map { Optional($0) } : columns + extra.map { Optional($0) }
        for row in additions {
            output += Self.line(order.map { column in column.flatMap { row.cells[$0] } ?? "" }) + lineEnd
        }
        return output
    }

    /// The columns of the new rows, those of a system in its first one.
    private func additions(_ added: [InventoryRow]) -> [SystemsColumns] {
        var systems: Set<String> = []
        if let place = columns.firstIndex(of: .system) {
            for row in rows.dropFirst() where row.cells.indices.contains(place) {
                systems.insert(row.cells[place].text)
            }
        }
        return added.map { row in
            SystemsColumns(row, isFirst: row.host.system.map { systems.insert($0).inserted } ?? false)
        }
    }

    private func isRow(_ line: UInt32, of component: String) -> Bool {
        guard let place = columns.firstIndex(of: .component) else { return false }
        return rows.contains { row in
            row.line == line && row.cells.indices.contains(place) && row.cells[place].text == component
        }
    }

    /// All bytes, with cells replaced and columns added.
    private func edited(_ edits: [UInt32: [InventoryColumn: String]], _ extra: [InventoryColumn]) -> [UInt8] {
        var output: [UInt8] = []
        var place = 0
        for (index, row) in rows.enumerated() {
            let cells = index == 0 ? [:] : edits[row.line] ?? [:]
            for (column, cell) in zip(columns, row.cells) {
                guard let column, let text = cells[column] else { continue }
                output += bytes[place..<cell.range.lowerBound] + Self.quoted(text)
                place = cell.range.upperBound
            }
            output += bytes[place..<row.range.upperBound]
            place = row.range.upperBound
            let isBlank = row.cells.allSatisfy(\.text.isEmpty)
            for column in extra where index == 0 || !isBlank {
                output += [0x2c] + Self.quoted(index == 0 ? column.rawValue : cells[column] ?? "")
            }
        }
        return output + bytes[place...]
    }

    private static func line(_ cells: [String]) -> [UInt8] {
        Array(cells.map { quoted($0) }.joined(separator: [0x2c]))
    }

    static func quoted(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }) else {
            return Array(text.utf8)
        }
        return Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
    }

    // MARK: - Places of cells

    private mutating func readRows() {
        var place = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var line: UInt32 = 1
        while place < bytes.count {
            let (start, startLine) = (place, line)
            var cells: [RawCell] = []
            var cellStart = place
            var isQuoted = false
            while place < bytes.count, isQuoted || bytes[place] != 0x0a {
                if bytes[place] == 0x22, isQuoted || place == cellStart || bytes[place - 1] == 0x22 {
                    isQuoted.toggle()
                }
                if bytes[place] == 0x0a { line &+= 1 }
                if bytes[place] == 0x2c, !isQuoted {
                    cells.append(cell(cellStart..<place))
                    cellStart = place + 1
                }
                place += 1
            }
            let end = place > start && place < bytes.count && bytes[place - 1] == 0x0d ? place - 1 : place
            cells.append(cell(cellStart..<max(cellStart, end)))
            rows.append(Row(line: startLine, cells: cells, range: start..<end))
            place += 1
            line &+= 1
        }
    }

    private func cell(_ range: Range<Int>) -> RawCell {
        var text = String(decoding: bytes[range], as: UTF8.self)
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count >= 2 {
            text = String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
        }
        return RawCell(text: text.tidied, range: range)
    }
}
