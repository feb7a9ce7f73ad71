import NetworkTypes
import GRDB
import NetworkTypes

/// Writes one audit inside a transaction that is open.
struct AuditWriter {
    let database: Database
    let audit: StoredAudit

    /// False where an audit with this id is there.
    func save() throws -> Bool {
        let isKnown = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM audit WHERE id = ?)", arguments: [audit.header.id])
        guard isKnown != true else { return false }
        let sequence = try addHeader()
        try DocumentParts.add(audit.document, of: sequence, to: database)
        try addCaptures(sequence)
        try addHosts(sequence)
        try VerdictWriter(database: database, asOf: audit.header.asOf.nanoseconds, sequence: sequence).add(
            audit.verdicts)
        return true
    }

    /// The place of the audit in the order of storing.
    private func addHeader() throws -> Int64 {
        let header = audit.header
        try database.execute(
            sql: """
                INSERT INTO audit (id, as_of, window_from, window_to, tool_version, document_bytes)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                header.id, header.asOf.nanoseconds, header.windowFrom.nanoseconds, header.windowTo.nanoseconds,
                header.toolVersion, audit.document.count,
            ])
        return database.lastInsertedRowID
    }

    private func addCaptures(_ sequence: Int64) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (place, capture) in audit.captures.enumerated() {
            try insert.execute(arguments: [
                sequence, place, capture.path, capture.sha256, Int64(clamping: capture.packets),
                capture.firstSeen?.nanoseconds, capture.lastSeen?.nanoseconds,
            ])
        }
    }

    /// The first id that a key was given stays, whatever later audits call the host.
    private func addHosts(_ sequence: Int64) throws {
        let insertHost = try database.makeStatement(sql: "INSERT INTO host VALUES (?, ?) ON CONFLICT DO NOTHING")
        let insertState = try database.makeStatement(sql: "INSERT INTO host_state VALUES (?, ?, ?, ?, ?)")
        let insertKey = try database.makeStatement(
            sql: "INSERT INTO host_key VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        for host in audit.hosts {
            try insertHost.execute(arguments: [host.id, sequence])
            try insertState.execute(arguments: [sequence, host.id, host.state, host.provisional, host.agency])
            for key in host.keys {
                try insertKey.execute(arguments: [key.linkColumn, key.kindColumn, key.valueColumn, host.id])
            }
        }
    }
}
