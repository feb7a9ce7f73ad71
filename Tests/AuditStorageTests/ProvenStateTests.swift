import AuditStorage
import NetworkTypes
import Testing

@Suite struct ProvenStateTests {
    private let folder: TemporaryFolder
    private let store: SQLiteAuditStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteAuditStore(path: folder.history, readOnly: false)
    }

    private func host(_ id: String, _ state: String, provisional: Bool = false) -> StoredHost {
        StoredHost(id: id, keys: [], state: state, provisional: provisional, agency: "xa-a")
    }

    @Test func eachStateComesFromTheLatestAuditThatFoundIt() throws {
        _ = try store.save(.example("a", at: 1000, hosts: [host("h-1", "dual-operational")]))
        _ = try store.save(.example("b", at: 2000, hosts: [host("h-1", "dual-operational"), host("h-2", "ipv4-only")]))
        _ = try store.save(.example("c", at: 3000, hosts: [host("h-1", "ipv4-only")]))
        let found = try store.provenStates(before: CaptureTime(seconds: 4000), since: CaptureTime(seconds: 0))
        #expect(
            found.map { "\($0.host) \($0.state) \($0.audit)" } == [
                "h-1 dual-operational b", "h-1 ipv4-only c", "h-2 ipv4-only b",
            ])
        #expect(found.first?.lastEvidence == CaptureTime(seconds: 2000))
    }

    @Test func onlyEarlierAuditsWithYoungEvidenceAndFinalStatesCount() throws {
        _ = try store.save(.example("a", at: 1000, hosts: [host("h-1", "ipv6-only")]))
        _ = try store.save(.example("b", at: 2000, hosts: [host("h-1", "ipv6-mostly", provisional: true)]))
        _ = try store.save(.example("c", at: 3000, hosts: [host("h-1", "dual-operational")]))
        let limits = { (before: Int64, since: Int64) in
            try store.provenStates(before: CaptureTime(seconds: before), since: CaptureTime(seconds: since)).map(
                \.state)
        }
        #expect(try limits(4000, 0) == ["dual-operational", "ipv6-only"])
        #expect(try limits(3000, 0) == ["ipv6-only"])
        #expect(try limits(4000, 1000) == ["dual-operational"])
        #expect(try limits(1000, 0) == [])
    }
}
