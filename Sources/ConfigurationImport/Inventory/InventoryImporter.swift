import Messages
public import TrafficObservation

/// An office's list of devices: a spreadsheet, or CSV out of one.
public enum InventoryImporter: ConfigurationImporter {
    public static var kind: ImportKind { .inventory }

    /// Bytes that are looked at.
    private static let sample = 65_536

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        if Workbook.isZip(source.bytes) {
            // The names of the parts stand in clear, in the directory at the end and mostly at the beginning too.
            let names = Array("xl/work".utf8)
            let ends = [source.bytes.prefix(sample), source.bytes.suffix(sample)]
            return ends.contains { $0.firstRange(of: names) != nil } ? 95 : 0
        }
        if Workbook.isOldOrEncrypted(source.bytes) { return 60 }
        var beginning = source.bytes.prefix(sample)
        // Not in the middle of a character or of a line.
        if beginning.count < source.bytes.count, let end = beginning.lastIndex(of: 0x0a) {
            beginning = beginning[..<end]
        }
        guard let text = ByteText.utf8(Array(beginning)) else { return 0 }
        let rows = DelimitedText.beginning(text)
        // An export of NetBox has columns in common with an office's list.
        if let first = rows.first, NetBoxFile.likeness(first) >= 80 { return 20 }
        return likeness(rows)
    }

    /// Of the row that names the most columns.
    private static func likeness(_ rows: [Sheet.Row]) -> Int {
        var best = 0
        for row in rows {
            let named = row.cells.map { InventoryColumn.named($0.text) }
            let known = Set(named.compactMap { $0 })
            guard known.count >= 2, known.contains(where: \.identifies), known.count * 2 >= row.cells.count else {
                continue
            }
            best = max(best, known.count >= 3 && known.count * 3 >= row.cells.count * 2 ? 90 : 60)
        }
        return best
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        try InventoryTable.read(source).imported(from: source, as: kind)
    }
}
