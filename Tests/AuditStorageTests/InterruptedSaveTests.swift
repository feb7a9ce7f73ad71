import Foundation
import GRDB
import Glibc
import NetworkTypes
import Testing

@testable import AuditStorage

/// What a process leaves that was killed, ran out of disk or found the file locked while it stored an audit.
@Suite struct InterruptedSaveTests {
    private let folder: TemporaryFolder
    private let earlier = StoredAudit.example("a", at: 1000, document: [UInt8](repeating: 1, count: 300_000))
    private let later = StoredAudit.example("b", at: 2000, document: [UInt8](repeating: 2, count: 3_000_000))

    init() throws { folder = try TemporaryFolder() }

    /// A store with `earlier`, and a folder with the files as they are in the middle of saving `later`.
    private func cutOff() throws -> TemporaryFolder {
        let store = try SQLiteAuditStore(path: folder.history, readOnly: false)
        _ = try store.save(earlier)
        let before = try folder.bytes()
        let copy = try TemporaryFolder()
        try store.database.writeWithoutTransaction { database in
            // So small that pages of the new audit are in the file before it is complete.
            try database.execute(sql: "PRAGMA cache_size = 5")
            try database.inTransaction(.immediate) {
                #expect(try AuditWriter(database: database, audit: later).save())
                for name in try folder.files { try copy.write(try folder.bytes(of: name), to: name) }
                return .rollback
            }
        }
        #expect(try copy.files == ["history.sqlite", "history.sqlite-journal"])
        #expect(try copy.bytes() != before)
        return copy
    }

    @Test(arguments: [true, false])
    func aKilledSaveLeavesTheEarlierHistory(readOnly: Bool) throws {
        let copy = try cutOff()
        let store = try SQLiteAuditStore(path: copy.history, readOnly: readOnly)
        try store.verify()
        #expect(try store.audits() == [earlier.header])
        #expect(try store.document(of: "a") == earlier.document)
        #expect(try copy.files == ["history.sqlite"])
        #expect(try SQLiteAuditStore(path: copy.history, readOnly: false).save(later))
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aKilledSaveIsReadOnAReadOnlyMedium() throws {
        let copy = try cutOff()
        let before = try copy.bytes()
        for name in try copy.files { try copy.setPermissions(0o400, of: name) }
        try copy.setPermissions(0o500)
        let store = try SQLiteAuditStore(path: copy.history, readOnly: true)
        try store.verify()
        #expect(try store.audits() == [earlier.header])
        #expect(try store.document(of: "a") == earlier.document)
        #expect(try copy.bytes() == before)
        #expect(try copy.files == ["history.sqlite", "history.sqlite-journal"])
    }

    @Test func aSaveThatIsRolledBackCanBeRepeated() throws {
        _ = try cutOff()
        let store = try SQLiteAuditStore(path: folder.history, readOnly: false)
        #expect(try store.audits() == [earlier.header])
        #expect(try store.save(later))
    }

    @Test func aFullDiskLeavesTheEarlierHistory() throws {
        let store = try SQLiteAuditStore(path: folder.history, readOnly: false)
        _ = try store.save(earlier)
        func limitPages(_ expression: String) throws {
            try store.database.writeWithoutTransaction {
                _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(expression)")
            }
        }
        try limitPages("200")
        let error = #expect(throws: StoreError.self) { try store.save(later) }
        #expect(error?.reason == .diskFull)
        try store.verify()
        #expect(try store.audits() == [earlier.header])
        try limitPages("100000")
        #expect(try store.save(later))
    }

    @Test func aLockedHistorySaysSoAndIsSavedLater() throws {
        let other = try SQLiteAuditStore(path: folder.history, readOnly: false)
        let store = try SQLiteAuditStore(file: HistoryFile(path: folder.history, busyTimeout: 0.1), readOnly: false)
        try other.database.writeWithoutTransaction { database in
            try database.inTransaction(.exclusive) {
                let saving = #expect(throws: StoreError.self) { try store.save(earlier) }
                #expect(saving?.reason == .locked(seconds: 1))
                let reading = #expect(throws: StoreError.self) { try store.audits() }
                #expect(reading?.reason == .locked(seconds: 1))
                return .rollback
            }
        }
        #expect(try store.save(earlier))
    }

    @Test func theHistoryCanBeReadWhileAnAuditIsBeingStored() throws {
        let store = try SQLiteAuditStore(path: folder.history, readOnly: false)
        _ = try store.save(earlier)
        try store.database.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                _ = try AuditWriter(database: database, audit: .example("c", at: 3000)).save()
                let reader = try SQLiteAuditStore(
                    file: HistoryFile(path: folder.history, busyTimeout: 0.1), readOnly: true)
                #expect(try reader.audits() == [earlier.header])
                return .rollback
            }
        }
    }

    @Test func twoProcessesStoreTheSameAuditOnce() throws {
        let stores = try (0..<2).map { _ in try SQLiteAuditStore(path: folder.history, readOnly: false) }
        #expect(try stores.map { try $0.save(earlier) } == [true, false])
    }
}
