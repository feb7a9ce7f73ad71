import Messages
public import SiteModel

extension InventoryTable {
    /// Reads a list of devices: CSV in any encoding and with any delimiter, or .xlsx.
    ///
    /// - Parameters:
    ///   - agencies: of the site; units are mapped to them. Empty: units stay as text.
    ///   - segments: of the site, likewise.
    ///   - sheet: of a spreadsheet; nil: the first visible one.
    /// - Throws: everything that is wrong, by line and column. Nothing is taken then.
    public static func read(
        _ source: ImportSource, agencies: [Agency] = [], segments: [Segment] = [], sheet name: String? = nil
    ) throws(ImportFailure) -> InventoryTable {
        let sheet = try Sheet.read(source, sheet: name)
        guard let header = HeaderRow(sheet) else {
            throw ImportFailure(path: source.path, InventoryMessage.noHeader, line: sheet.rows.first?.line ?? 0)
        }
        var reader = InventoryReader(
            sheet: sheet, header: header, agencies: ReferenceIndex(agencies), segments: ReferenceIndex(segments))
        reader.read()
        try reader.problems.check(source.path)
        return InventoryTable(rows: reader.rows)
    }
}
