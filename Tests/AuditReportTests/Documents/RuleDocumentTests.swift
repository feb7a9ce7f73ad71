import AuditRules
import Messages
import Testing

@testable import AuditReport

@Suite struct RuleDocumentTests {
    @Test func listsRulesById() {
        #expect(RulesDocument(AuditFixture.rules()).rules.map(\.id) == ["ADDR-01", "APP-07", "DNS-07", "PROC-01"])
        #expect(RulesDocument(AuditFixture.rules()).rules.map(\.isQuestion) == [false, false, false, true])
    }

    @Test func namesEachFactOnce() throws {
        let rule = try #require(AuditFixture.rules().first { $0.id == "ADDR-01" })
        let document = RuleDocument(rule)
        #expect(document.facts == ["host.observedFor"])
        #expect(document.question == nil)
        #expect(document.references == [ReferenceDocument(text: "RFC 4862 §5.3", verified: true)])
    }

    @Test func spellsAChoice() throws {
        let rule = try #require(AuditFixture.rules().first { $0.id == "PROC-01" })
        let question = try #require(RuleDocument(rule).question)
        #expect(question.kind == "choice")
        #expect(question.options == ["issued": "pass", "none": "fail"])
        #expect(question.passes == nil)
        #expect(question.requires == ["document"])
        #expect(question.validForDays == 365)
    }

    @Test func spellsANumber() {
        let question = QuestionDocument(
            Question(ask: LocalizedText(vi: "", en: ""), kind: .number(.atLeast, 1), requires: [], validFor: nil))
        #expect(question.kind == "number")
        #expect(question.passes == ">= 1")
        #expect(question.validForDays == nil)
    }
}
