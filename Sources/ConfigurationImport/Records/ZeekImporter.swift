import Messages
import NetworkTypes
public import TrafficObservation

/// Logs of Zeek as columns or JSON lines: conn, dns, dhcp, known_hosts and known_services, also several in one file.
public enum ZeekImporter: ConfigurationImporter {
    public static var kind: ImportKind { .zeek }

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        if lines.contains(where: { ZeekHeader.isHeader($0.text) }) { return 95 }
        guard let first = lines.first(where: { !$0.words.isEmpty }), first.text.hasPrefix("{"),
            let node = try? PositionedJSON.read(first)
        else { return 0 }
        if ZeekRow.Log.of(ZeekRow(line: first.number, form: .json(node))).log != nil { return 85 }
        // Other logs have the names of a connection's ends.
        return ["id.orig_h", "id_orig_h"].contains { node[$0] != nil } ? 85 : 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try source.lines()
        guard let first = lines.first(where: { !$0.words.isEmpty }) else {
            throw ImportFailure(path: source.path, ImportMessage.empty)
        }
        var reader = ZeekReader()
        // One array of all rows, or rows over several lines, as people make them with other tools.
        let isArray = first.text.hasPrefix("[") || first.text.trimmedEnd == "{"
        if isArray {
            try PositionedJSON.documents(of: source) { (node) throws(ImportProblem) in
                for row in node.elements { reader.read(ZeekRow(line: row.line, form: .json(row))) }
            }
        } else {
            // A log that is still written may end within a row.
            let isCut = source.bytes.last.map { $0 != 0x0a && $0 != 0x0d } ?? false
            for line in lines { reader.read(line, isCut: isCut && line.number == lines.count) }
        }
        return try reader.file(source)
    }
}

extension String {
    /// Without spaces and tabs at the end.
    fileprivate var trimmedEnd: Substring {
        self[...(lastIndex { $0 != " " && $0 != "\t" } ?? startIndex)].prefix(isEmpty ? 0 : .max)
    }
}
