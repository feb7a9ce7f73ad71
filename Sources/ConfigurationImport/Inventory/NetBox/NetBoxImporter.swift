import Messages
public import SiteModel
public import TrafficObservation

/// IP addresses, devices, virtual machines or interfaces that were exported from NetBox, as CSV or as answers of its
/// API. The form is known by its columns; those that say nothing of a machine are passed over.
public enum NetBoxImporter: ConfigurationImporter {
    public static var kind: ImportKind { .netbox }

    /// Lines that are looked at.
    private static let sample = 200

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        guard let first = lines.first(where: { !$0.text.isEmpty }) else { return 0 }
        if let mark = first.text.first(where: { !$0.isWhitespace }), mark == "{" || mark == "[" {
            return NetBoxFile.likeness(json: lines.prefix(sample).map(\.text).joined(separator: "\n"))
        }
        return DelimitedText.beginning(Array(first.text.utf8)).first.map { NetBoxFile.likeness($0) } ?? 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        try machines(source).imported(from: source)
    }

    /// The machines as rows of a list, with tenants mapped to agencies where they are called alike.
    public static func table(
        _ source: ImportSource, agencies: [Agency] = []
    ) throws(ImportFailure) -> InventoryTable {
        InventoryTable(rows: try machines(source).rows(ReferenceIndex(agencies)))
    }

    private static func machines(_ source: ImportSource) throws(ImportFailure) -> NetBoxMachines {
        var machines = NetBoxMachines()
        for record in try NetBoxFile.records(source) { machines.take(record) }
        try machines.problems.check(source.path)
        return machines
    }
}
