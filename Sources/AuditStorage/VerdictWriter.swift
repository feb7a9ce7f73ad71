import GRDB

/// Adds the verdicts of one audit as changes against the audits before and after it.
struct VerdictWriter {
    let database: Database
    /// Nanoseconds since 1970.
    let asOf: Int64
    let sequence: Int64

    func add(_ verdicts: [StoredVerdict]) throws {
        try database.execute(sql: VerdictSQL.createWorkTables)
        let insert = try database.makeStatement(sql: VerdictSQL.addIncoming)
        for verdict in verdicts {
            try insert.execute(arguments: [
                verdict.rule, verdict.subjectKind, verdict.subjectID, verdict.verdict, verdict.severity, verdict.phase,
                verdict.agency,
            ])
        }
        let here: StatementArguments = ["asOf": asOf, "sequence": sequence]
        try database.execute(sql: VerdictSQL.fillPresent, arguments: here)
        try database.execute(sql: VerdictSQL.fillChanged)
        let next = try nextAudit()
        if let next { try database.execute(sql: VerdictSQL.restoreInNext, arguments: next) }
        try database.execute(sql: VerdictSQL.addChanges, arguments: here)
        if let next { try database.execute(sql: VerdictSQL.dropRepetitionsInNext, arguments: next) }
        try database.execute(sql: VerdictSQL.dropWorkTables)
    }

    /// The place of the audit that follows this one in time; nil for the newest.
    private func nextAudit() throws -> StatementArguments? {
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT as_of, sequence FROM audit WHERE (as_of, sequence) > (?, ?)
                    ORDER BY as_of, sequence LIMIT 1
                    """,
                arguments: [asOf, sequence])
        else { return nil }
        let nextAsOf = try row.decode(Int64.self, forColumn: "as_of")
        let nextSequence = try row.decode(Int64.self, forColumn: "sequence")
        return ["asOf": nextAsOf, "sequence": nextSequence]
    }
}
