import Foundation
import GRDB
import Glibc
import Messages
import NetworkTypes
import Testing

@testable import AuditStorage

@Suite struct HistoryFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func reason(readOnly: Bool) -> StoreError.Reason? {
        do throws(StoreError) {
            _ = try SQLiteAuditStore(path: folder.history, readOnly: readOnly)
            return nil
        } catch {
            return error.reason
        }
    }

    /// A file that another program, or another version, left.
    private func make(_ sql: String) throws {
        let database = try DatabaseQueue(path: folder.history)
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
        try database.close()
    }

    // MARK: Files that are no history

    @Test(arguments: [true, false])
    func leavesAFileThatIsNotADatabase(readOnly: Bool) throws {
        for text in ["xy", "schema: v6audit.site/1\n", String(repeating: "không phải cơ sở dữ liệu\n", count: 500)] {
            try folder.write(Array(text.utf8))
            #expect(reason(readOnly: readOnly) == .notADatabase)
            #expect(try folder.bytes() == Array(text.utf8))
            #expect(try folder.files == ["history.sqlite"])
        }
    }

    @Test(arguments: [true, false])
    func leavesADatabaseOfAnotherProgram(readOnly: Bool) throws {
        try make("CREATE TABLE audit (id TEXT)")
        let before = try folder.bytes()
        #expect(reason(readOnly: readOnly) == .otherDatabase)
        #expect(try folder.bytes() == before)
    }

    @Test(arguments: [true, false])
    func refusesANewerSchema(readOnly: Bool) throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000))
        try make("PRAGMA user_version = 1000")
        let before = try folder.bytes()
        #expect(reason(readOnly: readOnly) == .newerSchema(found: 1000, known: StoreMigration.all.count))
        #expect(try folder.bytes() == before)
    }

    @Test func aHistoryWithoutItsTablesIsDamaged() throws {
        try make("PRAGMA application_id = \(StoreMigration.applicationID); PRAGMA user_version = 1")
        let store = try SQLiteAuditStore(path: folder.history, readOnly: true)
        let error = #expect(throws: StoreError.self) { try store.audits() }
        #expect(error?.reason == .damaged(detail: "no such table: audit"))
    }

    @Test func valuesOfAWrongTypeAreDamageAndDoNotTrap() throws {
        try make(
            """
            PRAGMA application_id = \(StoreMigration.applicationID); PRAGMA user_version = 1;
            CREATE TABLE audit (sequence, id, as_of, window_from, window_to, tool_version, document_bytes);
            CREATE TABLE document_part (audit, part, content);
            CREATE TABLE host_key (link, kind, value, host);
            INSERT INTO audit VALUES (1, 'a', 'yesterday', NULL, 1e300, x'ff', -5), (2, 'b', 1, 1, 1, '', 9);
            INSERT INTO document_part VALUES (1, 0, NULL), (2, 0, 7);
            INSERT INTO host_key VALUES ('', 'mac', 'no address', 'h-1');
            """)
        let store = try SQLiteAuditStore(path: folder.history, readOnly: true)
        #expect(throws: StoreError.self) { try store.audits() }
        #expect(throws: StoreError.self) { try store.document(of: "a") }
        #expect(throws: StoreError.self) { try store.document(of: "b") }
        #expect(throws: StoreError.self) { try store.verdicts(of: "a") }
        #expect(throws: StoreError.self) { try store.hostIdentifiers() }
    }

    @Test func noticesPagesThatWereOverwritten() throws {
        let store = try SQLiteAuditStore(path: folder.history, readOnly: false)
        _ = try store.save(.example("a", at: 1000, document: [UInt8](repeating: 7, count: 100_000)))
        var bytes = try folder.bytes()
        for index in 4096..<bytes.count where index % 3 == 0 { bytes[index] = 0xa5 }
        try folder.write(bytes)
        let damaged = try SQLiteAuditStore(path: folder.history, readOnly: true)
        let error = #expect(throws: StoreError.self) { try damaged.verify() }
        guard case .damaged = error?.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    // MARK: Places

    @Test func saysThatThereIsNoHistoryYet() throws {
        #expect(reason(readOnly: true) == .missing)
        #expect(try folder.files == [])
    }

    @Test(arguments: [true, false])
    func saysThatTheFolderIsMissing(readOnly: Bool) {
        let error = #expect(throws: StoreError.self) {
            _ = try SQLiteAuditStore(path: folder.path + "/no/history.sqlite", readOnly: readOnly)
        }
        #expect(error?.reason == .folderMissing)
        #expect(error?.message == .folderMissing(folder: folder.path + "/no"))
    }

    @Test(arguments: [true, false])
    func saysThatAFolderStandsInItsPlace(readOnly: Bool) throws {
        try FileManager.default.createDirectory(atPath: folder.history, withIntermediateDirectories: false)
        #expect(reason(readOnly: readOnly) == .isFolder)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func readsWhereItCannotWriteAndSaysSo() throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000))
        try folder.setPermissions(0o400, of: "history.sqlite")
        #expect(reason(readOnly: false) == .readOnly)
        try folder.setPermissions(0o600, of: "history.sqlite")
        try folder.setPermissions(0o500)
        #expect(reason(readOnly: false) == .readOnly)
        #expect(try SQLiteAuditStore(path: folder.history, readOnly: true).audits().map(\.id) == ["a"])
        try folder.setPermissions(0o700)
        try folder.setPermissions(0, of: "history.sqlite")
        #expect(reason(readOnly: true) == .permissionDenied)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func makesNoHistoryInAFolderThatCannotBeWritten() throws {
        try folder.setPermissions(0o500)
        #expect(reason(readOnly: false) == .readOnly)
        #expect(reason(readOnly: true) == .missing)
    }

    @Test func aReadOnlyStoreSavesNothing() throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false)
        let before = try folder.bytes()
        let store = try SQLiteAuditStore(path: folder.history, readOnly: true)
        let error = #expect(throws: StoreError.self) { try store.save(.example("a", at: 1000)) }
        #expect(error?.reason == .readOnly)
        #expect(try folder.bytes() == before)
    }

    // MARK: Schema

    @Test func anEmptyFileIsAHistoryWithoutAudits() throws {
        try folder.write([])
        #expect(try SQLiteAuditStore(path: folder.history, readOnly: true).latest(notAfter: nil) == nil)
        #expect(try folder.bytes() == [])
        #expect(try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000)))
    }

    @Test func migratesAnOlderHistoryAndKeepsItsAudits() throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000))
        let added = StoreMigration(number: 2, sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT;")
        let newer = HistoryFile(path: folder.history, migrations: StoreMigration.all + [added])
        let error = #expect(throws: StoreError.self) { _ = try SQLiteAuditStore(file: newer, readOnly: true) }
        #expect(error?.reason == .olderSchema(found: 1, needed: 2))
        #expect(try SQLiteAuditStore(file: newer, readOnly: false).audits().map(\.id) == ["a"])
        #expect(try SQLiteAuditStore(file: newer, readOnly: true).audits().map(\.id) == ["a"])
        #expect(reason(readOnly: false) == .newerSchema(found: 2, known: 1))
    }

    @Test func aMigrationThatFailsLeavesTheFileAsItWas() throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000))
        let before = try folder.bytes()
        let broken = StoreMigration(number: 2, sql: "CREATE TABLE note (text TEXT) STRICT; DROP TABLE nothing;")
        let file = HistoryFile(path: folder.history, migrations: StoreMigration.all + [broken])
        #expect(throws: StoreError.self) { _ = try SQLiteAuditStore(file: file, readOnly: false) }
        #expect(try folder.bytes() == before)
    }

    @Test func migrationsAreNumberedFromOneWithoutGaps() {
        #expect(StoreMigration.all.map(\.number) == Array(1...StoreMigration.all.count))
    }

    @Test func storedAuditsCannotBeChanged() throws {
        _ = try SQLiteAuditStore(path: folder.history, readOnly: false).save(.example("a", at: 1000))
        #expect(throws: DatabaseError.self) { try make("UPDATE audit SET as_of = 0") }
        #expect(throws: DatabaseError.self) { try make("UPDATE document_part SET content = x'00'") }
    }
}
