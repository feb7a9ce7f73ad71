import Foundation
import Testing

@testable import AuditReport

/// Holds the documents against `Docs/Schemas`: every required key is there, and every key is described.
@Suite struct SchemaTests {
    @Test func describeWhatIsWritten() throws {
        let audit = try AuditFixture.document()
        let rule = try #require(AuditFixture.rules().first)
        let scan = ScanDocument(
            set: try DocumentFixture.observations(), table: try DocumentFixture.table(),
            profiles: try DocumentFixture.profiles())
        let host = try #require(audit.hosts.last)
        try check(scan, "scan")
        try check(audit, "audit")
        try check(ChecklistDocument(audit), "checklist")
        try check(ExplainDocument(host: host, in: audit), "explain")
        try check(ExplainDocument(rule: rule, in: audit), "explain")
        try check(ExplainDocument(item: "APP-07@xa-a", rule: rule, in: audit), "explain")
        try check(RulesDocument(AuditFixture.rules()), "rules")
        for rule in AuditFixture.rules() { try check(RuleDocument(rule), "rule") }
        try check(DoctorDocument(checks: [DoctorDocument.Check(id: "pcap", ok: false, fix: "make setup")]), "doctor")
        try check(ErrorDocument(ErrorDocument.Problem(code: "c", message: "m")), "error")
    }

    @Test func refuseADocumentWithoutARequiredKey() throws {
        let schema = try SchemaFile("scan")
        let problems = schema.problems(of: ["schema": "v6audit.scan/1"])
        #expect(problems.contains("scan: hosts is missing"))
    }

    @Test func refuseAKeyThatNobodyDescribed() throws {
        let problems = try SchemaFile("doctor").problems(
            of: ["schema": "v6audit.doctor/1", "checks": [["id": "a", "ok": true, "fix": NSNull(), "new": 1]]])
        #expect(problems == ["doctor.checks[]: new is not described"])
    }

    private func check(_ document: some Encodable, _ name: String) throws {
        let value = try JSONSerialization.jsonObject(with: Data(try JSONDocumentWriter.write(document)))
        let problems = try SchemaFile(name).problems(of: value)
        #expect(problems == [])
    }
}
