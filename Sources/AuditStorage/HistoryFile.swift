import Foundation
import GRDB
import Glibc

/// The database file of a site, opened so that a process killed at any moment leaves what was stored before.
///
/// It keeps a rollback journal: between two saves the history is one file that can be copied, read from a read-only
/// medium and kept on a network share, none of which holds for a write-ahead log.
struct HistoryFile: Sendable {
    let path: String
    /// How long to wait for another process, in seconds.
    var busyTimeout: TimeInterval = 10
    var migrations = StoreMigration.all

    /// Creates the file where there is none and brings its schema up to date.
    func openForWriting() throws(StoreError) -> DatabaseQueue {
        do {
            let database = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
            try migrate(database)
            guard Self.isWritable(path) else { throw StoreError(path: path, .readOnly) }
            return database
        } catch {
            throw StoreError(error, file: self)
        }
    }

    /// Changes nothing, except that it undoes a save that was cut off, where the medium lets it.
    func openForReading() throws(StoreError) -> DatabaseQueue {
        do {
            if access(path, F_OK) != 0, errno == ENOENT, access(Self.folder(of: path), F_OK) == 0 {
                throw StoreError(path: path, .missing)
            }
            let database: DatabaseQueue
            do {
                database = try openReadOnly()
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
                database = try openCutOff()
            }
            let version = try database.read { try self.version($0) }
            // Made, but killed before its first step: a history without audits.
            guard version > 0 else { return try empty() }
            guard version == newest else {
                throw StoreError(path: path, .olderSchema(found: version, needed: newest))
            }
            return database
        } catch {
            throw StoreError(error, file: self)
        }
    }

    private var newest: Int { migrations.last?.number ?? 0 }

    private func openReadOnly() throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
    }

    private func empty() throws -> DatabaseQueue {
        let database = try DatabaseQueue(configuration: configuration(readOnly: false))
        try migrate(database)
        return database
    }

    /// A save was cut off and its journal lies beside the file. Only a connection that may write plays it back.
    private func openCutOff() throws -> DatabaseQueue {
        do {
            try DatabaseQueue(path: path, configuration: configuration(readOnly: false)).close()
            return try openReadOnly()
        } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
            // A medium that cannot be written: a copy of both files is played back and read from memory.
            let folder = FileManager.default.temporaryDirectory.appending(path: "v6audit-\(UUID().uuidString)")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            let copy = folder.appending(path: "history.sqlite").path
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy + "-journal")
            let recovered = try DatabaseQueue(path: copy, configuration: configuration(readOnly: false))
            let memory = try DatabaseQueue(configuration: configuration(readOnly: false))
            try recovered.backup(to: memory)
            try recovered.close()
            return memory
        }
    }

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "v6audit.history"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { database in
            // EXTRA is FULL and also syncs the folder: a save that was reported survives a power cut.
            try database.execute(
                sql: "PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            if !readOnly { try database.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
        return configuration
    }
}

// MARK: Schema
extension HistoryFile {
    /// The steps that the file lacks, all or none. An up-to-date file is not written.
    private func migrate(_ database: DatabaseQueue) throws {
        try database.write { database in
            let found = try version(database)
            for migration in migrations where migration.number > found {
                try database.execute(sql: migration.sql)
                try database.execute(sql: "PRAGMA user_version = \(migration.number)")
            }
        }
    }

    /// The number of its newest step, 0 for a new file; refuses what another program or a newer version wrote.
    private func version(_ database: Database) throws -> Int {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == StoreMigration.applicationID {
            guard version >= 1 else { throw StoreError(path: path, .damaged(detail: "user_version \(version)")) }
            guard version <= newest else {
                throw StoreError(path: path, .newerSchema(found: version, known: newest))
            }
            return version
        }
        let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard application == 0, version == 0, objects == 0 else { throw StoreError(path: path, .otherDatabase) }
        return 0
    }
}

// MARK: Paths
extension HistoryFile {
    /// The folder that the file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Both the file and the folder, which takes the journal.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
    }
}
