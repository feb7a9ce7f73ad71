import AuditRules
import NetworkTypes
import Testing

@Suite struct QuestionTests {
    private static let choice = """
        question:
          ask: {en: Is the plan issued?, vi: Đã ban hành kế hoạch chưa?}
          kind: choice
          options: {issued: pass, drafting: warn, none: fail}
          requires: [document, date]
          validFor: 365 d
        """

    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private static func verdict(_ conditions: String, _ answer: GivenAnswer?, on day: String) throws -> Verdict {
        let rule = try RuleFile.rule(
            RuleFile.text(scope: "agency", conditions: conditions, finding: #"{en: "{agency}", vi: "{agency} "}"#))
        let subject = SubjectFacts(
            Subject(.agency, "a"), agency: "a", row: FactRow(.agency), answers: answer.map { [rule.id: $0] } ?? [:])
        var evaluator = RuleEvaluator(rules: [rule], policy: PolicyValues(), asOf: try Self.day(day))
        return try #require(evaluator.outcomes(of: subject).first).verdict
    }

    private static func answer(_ value: String, document: String? = "05/KH-UBND", until: String? = nil) throws
        -> GivenAnswer
    {
        GivenAnswer(
            value: value, document: document, date: try day("2026-02-10"), until: try until.map { try day($0) })
    }

    @Test func needsAnAnswer() throws {
        #expect(try Self.verdict(Self.choice, nil, on: "2026-11-24") == .needsAnswer)
    }

    @Test(arguments: [("issued", Verdict.pass), ("drafting", .warn), ("none", .fail), ("perhaps", .needsAnswer)])
    func takesTheVerdictOfTheChoice(_ value: String, _ expected: Verdict) throws {
        #expect(try Self.verdict(Self.choice, Self.answer(value), on: "2026-11-24") == expected)
    }

    @Test func wantsTheDocument() throws {
        #expect(
            try Self.verdict(Self.choice, Self.answer("issued", document: nil), on: "2026-11-24") == .needsAnswer)
    }

    @Test func expiresAfterItsTime() throws {
        #expect(try Self.verdict(Self.choice, Self.answer("issued"), on: "2027-02-10") == .pass)
        #expect(try Self.verdict(Self.choice, Self.answer("issued"), on: "2027-02-11") == .needsAnswer)
        let long = try Self.answer("issued", until: "2027-12-31")
        #expect(try Self.verdict(Self.choice, long, on: "2027-12-31") == .pass)
        #expect(try Self.verdict(Self.choice, long, on: "2028-01-01") == .needsAnswer)
    }

    @Test(arguments: [("0", Verdict.fail), ("1", .pass), ("many", .needsAnswer)])
    func comparesANumber(_ value: String, _ expected: Verdict) throws {
        let question = "question: {ask: {en: How many?, vi: Bao nhiêu?}, kind: number, passes: \">= 1\"}"
        #expect(try Self.verdict(question, Self.answer(value), on: "2026-11-24") == expected)
    }

    @Test func doesNotAskWhereItDoesNotApply() throws {
        let conditions = Self.choice + "\napplies: agency.privateIPv4Prefixes >= 1"
        #expect(try Self.verdict(conditions, nil, on: "2026-11-24") == .unknown)
    }
}
