import AuditRules
import Testing

@testable import AuditReport

@Suite struct ExplainDocumentTests {
    @Test func explainsAHostWithItsKeysAndVerdicts() throws {
        let audit = try AuditFixture.document()
        let host = try #require(audit.hosts(matching: DocumentFixture.desktop).first)
        let document = ExplainDocument(host: host, in: audit)
        #expect(document.host == host)
        #expect(document.links.map(\.key) == ["A5"])
        #expect(document.rejected.map(\.because) == ["shared-mac"])
        #expect(document.rule == nil)
        #expect(document.verdicts.map(\.verdict) == ["unknown"])
    }

    @Test func listsEveryVerdictThatItIsGiven() throws {
        let audit = try AuditFixture.document()
        let host = try #require(audit.hosts(matching: DocumentFixture.desktop).first)
        let subject = SubjectDocument(kind: "host", id: host.id)
        let verdicts = ["B-01", "A-01"].map {
            VerdictDocument(rule: $0, verdict: "pass", agency: "xa-a", subject: subject)
        }
        #expect(ExplainDocument(host: host, in: audit, verdicts: verdicts).verdicts.map(\.rule) == ["A-01", "B-01"])
    }

    @Test func explainsARule() throws {
        let rule = try #require(AuditFixture.rules().first { $0.id == "APP-07" })
        let document = ExplainDocument(rule: rule, in: try AuditFixture.document())
        #expect(document.rule?.id == "APP-07")
        #expect(document.host == nil)
        #expect(document.findings.map(\.rule) == ["APP-07"])
    }

    @Test func explainsAnItem() throws {
        let audit = try AuditFixture.document()
        let document = try #require(ExplainDocument(item: "APP-07@xa-a", rule: nil, in: audit))
        #expect(document.item?.status == "waived")
        #expect(document.findings.count == 1)
        #expect(ExplainDocument(item: "ADDR-01@xa-a", rule: nil, in: audit)?.item == nil)
        #expect(ExplainDocument(item: "APP-07@nobody", rule: nil, in: audit) == nil)
    }
}
