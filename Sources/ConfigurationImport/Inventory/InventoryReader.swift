import Messages
import NetworkTypes
import SiteModel

/// The rows below a header to devices, with everything that is wrong.
struct InventoryReader {
    let sheet: Sheet
    let header: HeaderRow
    let agencies: ReferenceIndex
    let segments: ReferenceIndex
    private(set) var rows: [InventoryRow] = []
    var problems = ProblemList()
    /// The unit that a heading between the devices names.
    private var headingUnit: String?
    private var lastLine: UInt32 = 0

    init(sheet: Sheet, header: HeaderRow, agencies: ReferenceIndex, segments: ReferenceIndex) {
        self.sheet = sheet
        self.header = header
        self.agencies = agencies
        self.segments = segments
    }

    mutating func read() {
        checkColumns()
        let readers = sheet.rows.dropFirst(header.end).map { ($0, reader(of: $0)) }
        // Behind the last row that is certainly a device there may be signatures, but never before it.
        let last = readers.lastIndex { $0.1.isCertainlyDevice } ?? -1
        let hasOrdinals = readers.contains { $0.1.cells[.ordinal].map { Int($0.text) != nil } == true }
        for (index, (row, reader)) in readers.enumerated() {
            let isApart = lastLine > 0 && row.line > lastLine &+ 1
            if index > last, isApart, reader.canBeginFooter(hasOrdinals: hasOrdinals) { break }
            lastLine = max(row.line, row.cells.last?.line ?? row.line)
            if let heading = reader.heading(of: row) {
                headingUnit = agencies.id(of: heading)
                continue
            }
            if reader.cells.isEmpty || reader.isTotal { continue }
            take(reader)
        }
    }

    private func reader(of row: Sheet.Row) -> InventoryRowReader {
        var cells: [InventoryColumn: Sheet.Cell] = [:]
        for cell in row.cells {
            guard let column = header.columns[cell.column], column != .passedOver, cells[column] == nil else {
                continue
            }
            cells[column] = cell
        }
        return InventoryRowReader(cells: cells, line: row.line, sheet: sheet, agencies: agencies, segments: segments)
    }

    private mutating func take(_ reader: InventoryRowReader) {
        var reader = reader
        guard let read = reader.read() else {
            reader.problems.forEach { problems.add($0) }
            return
        }
        reader.problems.forEach { problems.add($0) }
        var row = read
        if row.unit == nil, row.host.owner == nil { row.host.owner = headingUnit }
        // The name was merged over rows: they describe one device.
        if reader.continuesDevice, let last = rows.indices.last {
            rows[last].absorb(row)
        } else {
            rows.append(row)
        }
    }

    /// Unknown columns with something in them, columns that are there twice, and cells under no header.
    private mutating func checkColumns() {
        var first: [Int: Sheet.Cell] = [:]
        for row in sheet.rows.dropFirst(header.end) {
            for cell in row.cells where header.columns[cell.column] == nil && first[cell.column] == nil {
                first[cell.column] = cell
            }
        }
        let unknown = Dictionary(header.unknown.map { ($0.column, $0) }) { first, _ in first }
        for (column, cell) in first where cell.width == 1 {
            if let name = unknown[column] {
                let message = InventoryMessage.unknownColumn(
                    name.text, suggestion: InventoryColumn.suggestion(for: name.text))
                problems.add(sheet.problem(message, at: name))
            } else if cell.line <= lastDeviceLine {
                problems.add(sheet.problem(.cellsBeyondHeader, at: cell))
            }
        }
        for cell in header.duplicates { problems.add(sheet.problem(.duplicateColumn(cell.text), at: cell)) }
    }

    /// Of the rows without a gap below the header; signatures and remarks stand below it.
    private var lastDeviceLine: UInt32 {
        var last: UInt32?
        for row in sheet.rows.dropFirst(header.end) {
            if let last, row.line > last &+ 1 { break }
            last = max(row.line, row.cells.last?.line ?? row.line)
        }
        return last ?? 0
    }
}

extension InventoryRow {
    /// Takes the addresses and whatever is still empty from another row of the same device.
    mutating func absorb(_ other: InventoryRow) {
        host.addresses += other.host.addresses.filter { !host.addresses.contains($0) }
        host.macs += other.host.macs.filter { !host.macs.contains($0) }
        host.ports += other.host.ports.filter { !host.ports.contains($0) }
        host.names += other.host.names.filter { !host.names.contains($0) }
        prefixLengths.merge(other.prefixLengths) { first, _ in first }
        host.location = host.location ?? other.host.location
        host.serial = host.serial ?? other.host.serial
        host.note = host.note ?? other.host.note
    }
}
