import Foundation
import GRDB

/// The document of an audit, in parts that SQLite can hold whatever the size of the whole.
enum DocumentParts {
    /// In bytes; the schema allows no more.
    static let limit = 1 << 20

    static func add(_ document: [UInt8], of sequence: Int64, to database: Database) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO document_part VALUES (?, ?, ?)")
        for (part, start) in stride(from: 0, to: document.count, by: limit).enumerated() {
            try insert.execute(arguments: [sequence, part, Data(document[start...].prefix(limit))])
        }
    }

    /// Nil for an unknown id.
    static func fetch(_ database: Database, audit id: String) throws -> [UInt8]? {
        guard
            let audit = try Row.fetchOne(
                database, sql: "SELECT sequence, document_bytes FROM audit WHERE id = ?", arguments: [id])
        else { return nil }
        let sequence = try audit.decode(Int64.self, forColumn: "sequence")
        let count = try audit.decode(Int.self, forColumn: "document_bytes")
        var document: [UInt8] = []
        document.reserveCapacity(max(0, min(count, 1 << 30)))
        let parts = try Data.fetchCursor(
            database, sql: "SELECT content FROM document_part WHERE audit = ? ORDER BY part", arguments: [sequence])
        while let part = try parts.next() { document.append(contentsOf: part) }
        guard document.count == count else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "audit \(id): \(document.count) of \(count) bytes of its document"
            )
        }
        return document
    }
}
