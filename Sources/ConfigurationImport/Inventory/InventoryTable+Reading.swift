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
        if let failure = reader.problems.failure(path: source.path) { throw failure }
        return InventoryTable(rows: reader.rows)
    }
}

/// Problems in the order of their places; those beyond the limit are counted.
struct ProblemList {
    private var problems: [ImportProblem] = []
    private var beyond = 0

    mutating func add(_ problem: ImportProblem) {
        if problems.count < ImportLimits.problems { problems.append(problem) } else { beyond += 1 }
    }

    /// Nil: nothing is wrong.
    func failure(path: String) -> ImportFailure? {
        guard !problems.isEmpty else { return nil }
        var sorted = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        if beyond > 0 {
            sorted.append(ImportProblem(line: 0, message: ImportMessage.moreProblems(count: beyond)))
        }
        return ImportFailure(path: path, problems: sorted)
    }
}
