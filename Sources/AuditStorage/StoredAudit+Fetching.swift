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
            AuditHeader(
                id: row["id"], asOf: CaptureTime(nanoseconds: row["as_of"]),
                windowFrom: CaptureTime(nanoseconds: row["window_from"]),
                windowTo: CaptureTime(nanoseconds: row["window_to"]), toolVersion: row["tool_version"])
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
            StoredVerdict(
                rule: row["rule"], subjectKind: row["subject_kind"], subjectID: row["subject_id"],
                verdict: row["verdict"], severity: row["severity"], phase: row["phase"], agency: row["agency"])
        }
    }
}

extension HostKey {
    static func fetchIdentifiers(_ database: Database) throws -> [HostKey: String] {
        var identifiers: [HostKey: String] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT link, kind, value, host FROM host_key")
        while let row = try rows.next() {
            guard let key = HostKey(link: row["link"], kind: row["kind"], value: row["value"]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "host_key: \(row)")
            }
            identifiers[key] = row["host"]
        }
        return identifiers
    }
}
