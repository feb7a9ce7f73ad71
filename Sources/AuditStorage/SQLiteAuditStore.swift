import GRDB
public import NetworkTypes

/// The audits of one site, in its `history.sqlite`. An audit is stored whole or not at all, once, and never changed.
///
/// Audits are in the order of their time; where two have the same, the one stored later comes later, so that the newest
/// is the last word on evidence that was audited again with other site files or rules.
public final class SQLiteAuditStore: Sendable {
    let file: HistoryFile
    let database: DatabaseQueue

    /// Read-only, the file must exist. Else it is made where it is missing, and refused where it cannot be written, so
    /// that this is known before an audit is made.
    public convenience init(path: String, readOnly: Bool) throws(StoreError) {
        try self.init(file: HistoryFile(path: path), readOnly: readOnly)
    }

    init(file: HistoryFile, readOnly: Bool) throws(StoreError) {
        self.file = file
        database = readOnly ? try file.openForReading() : try file.openForWriting()
    }

    /// Stores an audit. False: one with its id is there already, and nothing was changed.
    public func save(_ audit: StoredAudit) throws(StoreError) -> Bool {
        do {
            return try database.write { try AuditWriter(database: $0, audit: audit).save() }
        } catch {
            throw StoreError(error, file: file)
        }
    }

    /// All audits, in their order.
    public func audits() throws(StoreError) -> [AuditHeader] {
        try read { try AuditHeader.fetch($0, "ORDER BY as_of, sequence") }
    }

    /// The newest audit, or the newest that is not after a moment; nil where there is none.
    public func latest(notAfter limit: CaptureTime?) throws(StoreError) -> AuditHeader? {
        try read {
            try AuditHeader.fetch(
                $0, "WHERE as_of <= ? ORDER BY as_of DESC, sequence DESC LIMIT 1", [limit?.nanoseconds ?? .max]
            ).first
        }
    }

    /// The document of an audit, byte for byte as it was stored; nil for an unknown id.
    public func document(of id: String) throws(StoreError) -> [UInt8]? {
        try read { try DocumentParts.fetch($0, audit: id) }
    }

    /// What the rules said in an audit, sorted by rule, then subject; empty for an unknown id.
    public func verdicts(of id: String) throws(StoreError) -> [StoredVerdict] {
        try read { database in
            guard
                let place = try Row.fetchOne(
                    database, sql: "SELECT as_of AS asOf, sequence FROM audit WHERE id = ?", arguments: [id])
            else { return [] }
            return try StoredVerdict.fetch(
                database, asOf: place.decode(forColumn: "asOf"), sequence: place.decode(forColumn: "sequence"))
        }
    }

    /// What machines are known by, and the ids that they were given at first sight.
    public func hostIdentifiers() throws(StoreError) -> [HostKey: String] {
        try read { try HostKey.fetchIdentifiers($0) }
    }

    /// What audits before a moment proved of each host, by evidence after `since`; states that were final there.
    public func provenStates(before limit: CaptureTime, since: CaptureTime) throws(StoreError) -> [StoredState] {
        try read { try StoredState.fetch($0, before: limit, since: since) }
    }

    /// Reads the whole file and throws `damaged` where something in it does not fit. Takes about as long as copying it.
    public func verify() throws(StoreError) {
        try read { database in
            let answers = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
            guard answers == ["ok"] else {
                throw StoreError(path: self.file.path, .damaged(detail: answers.joined(separator: "; ")))
            }
            if let violation = try database.foreignKeyViolations().next() {
                throw StoreError(path: self.file.path, .damaged(detail: "\(violation)"))
            }
        }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw StoreError(error, file: file)
        }
    }
}
