import AuditStorage
import NetworkTypes
import Testing

@Suite struct SQLiteAuditStoreTests {
    private let folder: TemporaryFolder
    private let store: SQLiteAuditStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteAuditStore(path: folder.history, readOnly: false)
    }

    @Test func theSameAuditTwiceAddsNothing() throws {
        #expect(try store.save(.example("a", at: 1000)))
        let before = try folder.bytes()
        #expect(try !store.save(.example("a", at: 1000)))
        #expect(try !store.save(.example("a", at: 2000, document: [1, 2, 3])))
        #expect(try folder.bytes() == before)
        #expect(try store.audits().count == 1)
    }

    @Test func anAuditSurvivesReopening() throws {
        let audit = StoredAudit.example("a", at: 1000, verdicts: [.example("ADDR-01", "h-1", "fail")])
        _ = try store.save(audit)
        for readOnly in [true, false] {
            let again = try SQLiteAuditStore(path: folder.history, readOnly: readOnly)
            #expect(try again.audits() == [audit.header])
            #expect(try again.document(of: "a") == audit.document)
            #expect(try again.verdicts(of: "a") == audit.verdicts)
            try again.verify()
        }
    }

    @Test func theHistoryIsOneFileBetweenSaves() throws {
        _ = try store.save(.example("a", at: 1000))
        #expect(try folder.files == ["history.sqlite"])
    }

    @Test(arguments: [1, 1 << 20, (1 << 20) + 1, 3 << 20])
    func aDocumentOfAnySizeComesBackByteForByte(count: Int) throws {
        let document = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        _ = try store.save(.example("a", at: 1000, document: document))
        #expect(try store.document(of: "a") == document)
    }

    @Test func unknownIdsHaveNothing() throws {
        #expect(try store.document(of: "a") == nil)
        #expect(try store.verdicts(of: "a") == [])
        #expect(try store.latest(notAfter: nil) == nil)
        #expect(try store.audits() == [])
    }

    // MARK: Order

    @Test func auditsAreSortedByTimeWhateverTheOrderOfStoring() throws {
        for (id, time) in [("b", 2000), ("c", 3000), ("a", 1000)] { _ = try store.save(.example(id, at: Int64(time))) }
        #expect(try store.audits().map(\.id) == ["a", "b", "c"])
    }

    @Test func theLatestIsTheNewestNotAfterTheLimit() throws {
        for (id, time) in [("b", 2000), ("a", 1000)] { _ = try store.save(.example(id, at: Int64(time))) }
        #expect(try store.latest(notAfter: nil)?.id == "b")
        #expect(try store.latest(notAfter: CaptureTime(seconds: 2000))?.id == "b")
        #expect(try store.latest(notAfter: CaptureTime(seconds: 1999))?.id == "a")
        #expect(try store.latest(notAfter: CaptureTime(seconds: 999)) == nil)
    }

    @Test func ofAuditsAtOneTimeTheOneStoredLaterIsNewer() throws {
        for id in ["z", "a"] { _ = try store.save(.example(id, at: 1000)) }
        #expect(try store.latest(notAfter: nil)?.id == "a")
        #expect(try store.audits().map(\.id) == ["z", "a"])
    }

    // MARK: Host identities

    private let mac = HostKey(link: nil, machine: .mac(MACAddress(value: 0x00_0d_b9_4a_10_01)))
    private let address = HostKey(link: "lan", machine: .address(IPAddress(IPv4Address(value: 0xc000_0201))))

    @Test func aHostKeepsTheIdOfItsFirstSight() throws {
        _ = try store.save(.example("b", at: 2000, hosts: [.example("h-1", mac)]))
        _ = try store.save(.example("c", at: 3000, hosts: [.example("h-2", mac, address)]))
        _ = try store.save(.example("a", at: 1000, hosts: [.example("h-3", mac)]))
        #expect(try store.hostIdentifiers() == [mac: "h-1", address: "h-2"])
    }

    @Test func theSameMachineOnAnotherLinkIsAnotherKey() throws {
        let elsewhere = HostKey(link: "wifi", machine: address.machine)
        _ = try store.save(.example("a", at: 1000, hosts: [.example("h-1", address), .example("h-2", elsewhere)]))
        #expect(try store.hostIdentifiers() == [address: "h-1", elsewhere: "h-2"])
    }

    // MARK: Refusals

    @Test func anAuditThatContradictsItselfIsStoredNotEvenInPart() throws {
        _ = try store.save(.example("a", at: 1000))
        let before = try folder.bytes()
        let verdict = StoredVerdict.example("ADDR-01", "h-1", "fail")
        for audit in [
            StoredAudit.example("b", at: 2000, verdicts: [verdict, verdict]),
            .example("b", at: 2000, verdicts: [.example("ADDR-01", "h-1", "perhaps")]),
            .example("b", at: 2000, hosts: [.example("h-1"), .example("h-1")]),
            .example("b", at: 2000, document: []),
            .example("", at: 2000),
        ] {
            let error = #expect(throws: StoreError.self) { try store.save(audit) }
            guard case .inconsistentAudit = error?.reason else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(try folder.bytes() == before)
        #expect(try store.save(.example("b", at: 2000)))
    }
}
