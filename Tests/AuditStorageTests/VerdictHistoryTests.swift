import AuditStorage
import NetworkTypes
import TestSupport
import Testing

/// Verdicts are kept as changes, and read back as they were given.
@Suite struct VerdictHistoryTests {
    private let folder: TemporaryFolder
    private let store: SQLiteAuditStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteAuditStore(path: folder.history, readOnly: false)
    }

    @Test func anUnchangedVerdictHoldsInLaterAudits() throws {
        let verdicts: [StoredVerdict] = [.example("ADDR-01", "h-1", "fail"), .example("RTR-02", "h-1", "unknown")]
        for (id, time) in [("a", 1000), ("b", 2000), ("c", 3000)] {
            _ = try store.save(.example(id, at: Int64(time), verdicts: verdicts))
        }
        #expect(try ["a", "b", "c"].map { try store.verdicts(of: $0) } == [verdicts, verdicts, verdicts])
    }

    @Test func aVerdictEndsWithTheAuditThatNoLongerGivesIt() throws {
        _ = try store.save(.example("a", at: 1000, verdicts: [.example("ADDR-01", "h-1", "fail")]))
        _ = try store.save(.example("b", at: 2000))
        _ = try store.save(.example("c", at: 3000, verdicts: [.example("ADDR-01", "h-1", "warn")]))
        #expect(try ["a", "b", "c"].map { try store.verdicts(of: $0).map(\.verdict) } == [["fail"], [], ["warn"]])
    }

    @Test func aSeverityThatChangesIsAChange() throws {
        _ = try store.save(.example("a", at: 1000, verdicts: [.example("ADDR-01", "h-1", "fail", severity: "low")]))
        _ = try store.save(.example("b", at: 2000, verdicts: [.example("ADDR-01", "h-1", "fail", severity: "blocker")]))
        #expect(try ["a", "b"].map { try store.verdicts(of: $0).map(\.severity) } == [["low"], ["blocker"]])
    }

    @Test(arguments: 0..<12)
    func auditsStoredInAnyOrderKeepTheirVerdicts(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var stored: [String: [StoredVerdict]] = [:]
        for number in 0..<14 {
            let verdicts = ["h-1", "h-2", "h-3"].flatMap { subject in
                ["ADDR-01", "DNS-07"].compactMap { rule in
                    ["fail", "warn", nil].randomElement(using: &generator)?.map {
                        StoredVerdict.example(rule, subject, $0)
                    }
                }
            }.sorted { ($0.rule, $0.subjectID) < ($1.rule, $1.subjectID) }
            // Few times, so that some audits share one.
            let time = Int64.random(in: 1...8, using: &generator) * 1000
            stored["audit-\(number)"] = verdicts
            #expect(try store.save(.example("audit-\(number)", at: time, verdicts: verdicts)))
            for (id, verdicts) in stored { #expect(try store.verdicts(of: id) == verdicts, "\(id)") }
        }
    }
}
