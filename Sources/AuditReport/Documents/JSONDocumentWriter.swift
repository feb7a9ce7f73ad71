internal import Foundation

/// Writes documents as JSON: keys sorted, slashes plain, the same document always the same bytes.
public enum JSONDocumentWriter {
    public enum Layout: Sendable {
        /// For people: indented, one final newline.
        case pretty
        /// One line and one final newline.
        case compact
    }

    public static func write(_ document: some Encodable, layout: Layout = .pretty) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if layout == .pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return Array(try encoder.encode(document)) + [0x0a]
    }
}

extension AuditDocument {
    /// Reads what `JSONDocumentWriter` wrote.
    public static func read(_ bytes: [UInt8]) throws -> AuditDocument {
        try JSONDecoder().decode(AuditDocument.self, from: Data(bytes))
    }
}
