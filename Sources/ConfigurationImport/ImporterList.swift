import Messages
public import TrafficObservation

/// Every format that can be imported, and which of them a file is.
public enum ImporterList {
    public static let all: [any ConfigurationImporter.Type] = [
        InventoryImporter.self, NetBoxImporter.self, NmapImporter.self,
        CiscoIOSImporter.self, MikroTikImporter.self, FortiGateImporter.self, HuaweiVRPImporter.self,
        JunosImporter.self, NeighboursImporter.self, MACTableImporter.self,
        IPJSONImporter.self,
        NginxImporter.self, ApacheImporter.self, PostfixImporter.self, SSHServerImporter.self, PostgreSQLImporter.self,
        ZoneImporter.self, ZeekImporter.self, NfdumpImporter.self,
    ]

    public static func importer(for kind: ImportKind) -> (any ConfigurationImporter.Type)? {
        all.first { $0.kind == kind }
    }

    /// The likeness from which a file is taken for a format.
    private static let enough = 50
    /// Lines of the beginning that are looked at.
    private static let headLines = 400

    /// - Returns: The importer; throws with the closest format where none is near enough.
    public static func recognise(
        _ source: ImportSource
    ) throws(ImportFailure) -> any ConfigurationImporter.Type {
        guard !source.bytes.isEmpty else { throw ImportFailure(path: source.path, ImportMessage.empty) }
        // What is no text may still be a spreadsheet or a document of its own encoding.
        var lines: [ImportLine] = []
        do { lines = try source.lines() } catch {}
        var best: (importer: any ConfigurationImporter.Type, likeness: Int)?
        for importer in all {
            let likeness = importer.likeness(source, lines: lines.prefix(headLines))
            if likeness > best?.likeness ?? 0 { best = (importer, likeness) }
        }
        if let best, best.likeness >= enough { return best.importer }
        throw ImportFailure(
            path: source.path, ImportMessage.notRecognised(closest: best.map { $0.importer.kind.rawValue }))
    }

    /// Reads a file as the kind that was named, or as the one that it looks like.
    public static func read(_ source: ImportSource, as kind: ImportKind?) throws(ImportFailure) -> ImportedFile {
        guard source.bytes.count <= ImportLimits.file else {
            throw ImportFailure(path: source.path, ImportMessage.fileTooLarge(limit: ImportLimits.file))
        }
        guard !source.bytes.isEmpty else { throw ImportFailure(path: source.path, ImportMessage.empty) }
        guard let kind else { return try recognise(source).read(source) }
        guard let importer = importer(for: kind) else {
            throw ImportFailure(path: source.path, ImportMessage.notOfKind(kind.rawValue))
        }
        return try importer.read(source)
    }
}
