import AuditStorage
import Foundation
import NetworkTypes
import Testing

@Suite struct SQLiteAuditStoreTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var path: String { folder.appending(path: "history.sqlite").path }

    private func audit(_ id: String, day: Int64, document: String = "{}") -> StoredAudit {
        let time = CaptureTime(seconds: day * 86_400)
        return StoredAudit(
            header: AuditHeader(id: id, asOf: time, windowFrom: time, windowTo: time, toolVersion: "test"),
            document: Array(document.utf8),
            hosts: [
                StoredHost(
                    id: "h-1", keys: [HostKey(link: nil, machine: .mac(MACAddress(value: 7)))], state: "ipv4-only",
                    provisional: true, agency: "a")
            ], verdicts: [], captures: [])
    }

    @Test func theSameAuditTwiceAddsNothing() throws {
        let store = try SQLiteAuditStore(path: path, readOnly: false)
        #expect(try store.save(audit("one", day: 1)))
        #expect(try store.save(audit("one", day: 1, document: "{\"other\": 1}")) == false)
        #expect(try store.audits().map(\.id) == ["one"])
        #expect(try store.document(of: "one") == Array("{}".utf8))
    }

    @Test func whatWasSavedIsThereAfterReopening() throws {
        _ = try SQLiteAuditStore(path: path, readOnly: false).save(audit("one", day: 1))
        let again = try SQLiteAuditStore(path: path, readOnly: true)
        #expect(try again.audits().map(\.id) == ["one"])
        #expect(try again.hostIdentifiers()[HostKey(link: nil, machine: .mac(MACAddress(value: 7)))] == "h-1")
    }

    @Test func theNewestNotAfterADayIsByTheTimeItSpeaksOf() throws {
        let store = try SQLiteAuditStore(path: path, readOnly: false)
        for (id, day) in [("late", Int64(30)), ("early", 10)] { _ = try store.save(audit(id, day: day)) }
        #expect(try store.latest(notAfter: nil)?.id == "late")
        #expect(try store.latest(notAfter: CaptureTime(seconds: 20 * 86_400))?.id == "early")
        #expect(try store.latest(notAfter: CaptureTime(seconds: 0)) == nil)
    }

    @Test func aFileThatIsNoHistoryIsRefusedAndLeftAlone() throws {
        let text = Data("This is a letter, not a database. It is long enough to look like one.".utf8)
        try text.write(to: URL(filePath: path))
        #expect(throws: StoreError.self) { _ = try SQLiteAuditStore(path: path, readOnly: false) }
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }
}
