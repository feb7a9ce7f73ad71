import GRDB
import NetworkTypes

extension AuditHeader {
    /// - Parameter order: the clauses after `FROM`.
    static func fetch(
        _ database: Database, _ order: String, _ arguments: StatementArguments = StatementArguments()
    ) throws -> [AuditHeader] {
        try Row.fetchAll(
            database, sql: "SELECT id, as_of, window_from, window_to, tool_version FROM audit " + order,
            arguments: arguments
        ).map { row in
            try AuditHeader(
                id: row.decode(forColumn: "id"), asOf: CaptureTime(nanoseconds: row.decode(forColumn: "as_of")),
                windowFrom: CaptureTime(nanoseconds: row.decode(forColumn: "window_from")),
                windowTo: CaptureTime(nanoseconds: row.decode(forColumn: "window_to")),
                toolVersion: row.decode(forColumn: "tool_version"))
        }
    }
}

extension StoredVerdict {
    /// What holds in the audit at a place of the history.
    static func fetch(_ database: Database, asOf: Int64, sequence: Int64) throws -> [StoredVerdict] {
        try Row.fetchAll(
            database, sql: VerdictSQL.inEffect + " ORDER BY rule, subject_kind, subject_id",
            arguments: ["asOf": asOf, "sequence": sequence]
        ).map { row in
            try StoredVerdict(
                rule: row.decode(forColumn: "rule"), subjectKind: row.decode(forColumn: "subject_kind"),
                subjectID: row.decode(forColumn: "subject_id"),
                verdict: row.decode(forColumn: "verdict"), severity: row.decode(forColumn: "severity"),
                phase: row.decode(forColumn: "phase"), agency: row.decode(forColumn: "agency"))
        }
    }
}

extension HostKey {
    static func fetchIdentifiers(_ database: Database) throws -> [HostKey: String] {
        var identifiers: [HostKey: String] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT link, kind, value, host FROM host_key")
        while let row = try rows.next() {
            guard
                let key = try HostKey(
                    link: row.decode(forColumn: "link"), kind: row.decode(forColumn: "kind"),
                    value: row.decode(forColumn: "value"))
            else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "host_key: \(row)")
            }
            identifiers[key] = try row.decode(forColumn: "host")
        }
        return identifiers
    }
}

extension StoredState {
    /// Sorted by host, then state. SQLite takes the other columns from the row with the maximum.
    static func fetch(_ database: Database, before limit: CaptureTime, since: CaptureTime) throws -> [StoredState] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT host_state.host, host_state.state, audit.id AS audit, MAX(audit.window_to) AS last_evidence
                FROM audit JOIN host_state ON host_state.audit = audit.sequence
                WHERE audit.as_of < ? AND audit.window_to > ? AND NOT host_state.provisional
                GROUP BY host_state.host, host_state.state ORDER BY host_state.host, host_state.state
                """,
            arguments: [limit.nanoseconds, since.nanoseconds]
        ).map { row in
            try StoredState(
                host: row.decode(forColumn: "host"), state: row.decode(forColumn: "state"),
                audit: row.decode(forColumn: "audit"),
                lastEvidence: CaptureTime(nanoseconds: row.decode(forColumn: "last_evidence")))
        }
    }
}
