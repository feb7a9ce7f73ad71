import Messages

/// The row that names the columns, below title rows and above the devices; sometimes two rows.
struct HeaderRow {
    /// Rows that are searched for it.
    private static let searched = 64

    /// By 0-based column; nil: unknown, and reported where cells stand below it.
    private(set) var columns: [Int: InventoryColumn] = [:]
    private(set) var unknown: [Sheet.Cell] = []
    private(set) var duplicates: [Sheet.Cell] = []
    /// The index of the first row of devices.
    private(set) var end = 0

    /// How many different columns a row names.
    static func knownCount(_ row: Sheet.Row) -> Int {
        Set(row.cells.compactMap { InventoryColumn.named($0.text) }).count
    }

    /// Nil: no row names a column by which a machine could be known.
    init?(_ sheet: Sheet) {
        var best: (count: Int, index: Int)?
        for (index, row) in sheet.rows.prefix(Self.searched).enumerated() {
            let named = Set(row.cells.compactMap { InventoryColumn.named($0.text) })
            guard named.count > best?.count ?? 0 else { continue }
            best = (named.count, index)
        }
        guard let best else { return nil }
        let first = sheet.rows[best.index]
        end = best.index + 1
        var cells = Dictionary(first.cells.map { ($0.column, $0) }) { first, _ in first }
        if end < sheet.rows.count, Self.isSecond(sheet.rows[end], of: first) {
            for cell in sheet.rows[end].cells { cells[cell.column] = cell }
            end += 1
        }
        if end < sheet.rows.count, Self.isNumbering(sheet.rows[end]) { end += 1 }
        assign(cells.values.sorted { $0.column < $1.column })
        guard columns.values.contains(where: \.identifies) else { return nil }
    }

    private mutating func assign(_ cells: [Sheet.Cell]) {
        var seen: Set<InventoryColumn> = []
        for cell in cells {
            guard let column = InventoryColumn.named(cell.text) else {
                unknown.append(cell)
                continue
            }
            if column != .passedOver, !seen.insert(column).inserted { duplicates.append(cell) }
            columns[cell.column] = column
        }
        // A list with one name column: it is the name.
        if !seen.contains(.component), let place = columns.first(where: { $0.value == .deviceName })?.key {
            columns[place] = .component
        }
    }

    /// Parts of a header that was merged across: `Địa chỉ` above `IPv4`, `IPv6` and `MAC`.
    private static func isSecond(_ row: Sheet.Row, of first: Sheet.Row) -> Bool {
        let own = row.cells.filter { !$0.isContinued }
        return !own.isEmpty && own.allSatisfy { InventoryColumn.named($0.text) != nil }
    }

    /// `(1) (2) (3)` below the names, as official forms have it.
    private static func isNumbering(_ row: Sheet.Row) -> Bool {
        let numbers = row.cells.map { Int($0.text.trimming("()")) }
        guard numbers.count >= 2, let first = numbers[0], (0...1).contains(first) else { return false }
        return numbers.enumerated().allSatisfy { $0.element == first + $0.offset }
    }
}

extension String {
    fileprivate func trimming(_ characters: String) -> String {
        var text = self[...]
        while let last = text.last, characters.contains(last) { text.removeLast() }
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        return String(text)
    }
}
