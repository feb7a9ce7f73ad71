import Messages
import SiteLoading
import Testing

/// `answers.yaml`: what its rows need.
@Suite struct AnswersReaderTests {
    typealias Found = SmallSite.Found

    private func problems(_ rows: String) -> [Found] {
        SmallSite.problems(answers: "schema: v6audit.answers/1\n" + rows + "\n")
    }

    @Test func needsRuleAgencyAndValue() {
        #expect(problems("answers: [{agency: xa-a, value: 1}]") == [Found(2, 11, .missingKey("rule"))])
        #expect(problems("answers: [{rule: P, agency: xa-a}]") == [Found(2, 11, .missingKey("value"))])
        #expect(
            problems("answers: [{rule: P, agency: xa-b, value: 1}]")
                == [Found(2, 29, .unknownAgency("xa-b", suggestion: "xa-a"))])
    }

    @Test func needsAnItemAndAnEnd() {
        #expect(
            problems("waivers: [{item: APP-07, reason: a, approver: b, date: 2026-01-01, until: 2027-01-01}]")
                == [Found(2, 18, .wrongForm(key: "item", value: "APP-07", expected: .item))])
        #expect(
            problems("waivers: [{item: APP-07@xa-a, reason: a, approver: b, date: 2026-01-01}]")
                == [Found(2, 11, .missingKey("until"))])
        #expect(
            problems("exceptions: [{subject: s, reason: a, approver: b, date: 2026-01-01, until: 2025-01-01}]")
                == [Found(2, 76, .endBeforeStart(start: "2026-01-01", end: "2025-01-01"))])
    }

    @Test func suggestsKeysAndChecksTheSchema() {
        #expect(problems("waiver: []") == [Found(2, 1, .unknownKey("waiver", suggestion: "waivers"))])
        #expect(
            SmallSite.problems(answers: "answers: []\n") == [Found(1, 1, .missingKey("schema"))])
    }
}
