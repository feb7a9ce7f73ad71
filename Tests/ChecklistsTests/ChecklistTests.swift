import AuditRules
import Checklists
import NetworkTypes
import SiteModel
import Testing

@Suite struct ChecklistTests {
    private func build(
        _ findings: [Finding], waivers: [Waiver] = [], rules: [Rule] = [], inventory: [String: [String]] = [:]
    ) throws -> [Checklist] {
        Checklist.build(
            findings: findings, evaluated: [], rules: rules, site: try ChecklistFixture.site(waivers: waivers),
            asOf: try ChecklistFixture.asOf(), inventory: inventory)
    }

    private func items(
        _ findings: [Finding], waivers: [Waiver] = [], rules: [Rule] = [], inventory: [String: [String]] = [:]
    ) throws -> [ChecklistItem] {
        try build(findings, waivers: waivers, rules: rules, inventory: inventory).flatMap(\.items)
    }

    private func waiver(
        _ rule: String = "A-01", agency: String = ChecklistFixture.commune, subjects: [String] = [],
        date: String = "2026-01-01", until: String = "2026-12-31"
    ) throws -> Waiver {
        Waiver(
            rule: rule, agency: agency, subjects: subjects, reason: "r", approver: "a",
            date: try ChecklistFixture.day(date), until: try ChecklistFixture.day(until))
    }

    @Test func putsUnassignedFirstThenLevelsAndLeavesOutAgenciesThatAreGone() throws {
        let agencies = try build([]).map(\.agency)
        #expect(agencies == [AuditSnapshot.unassigned, ChecklistFixture.province, ChecklistFixture.commune])
    }

    @Test func keepsAnAgencyThatIsGoneWhenSomethingWasFoundThere() throws {
        let lists = try build([ChecklistFixture.finding("A-01", .fail, agency: ChecklistFixture.district)])
        #expect(lists.map(\.agency).contains(ChecklistFixture.district))
    }

    @Test func makesOneItemOfAllSubjectsWithTheWorstSeverity() throws {
        let items = try items([
            ChecklistFixture.finding("A-01", .warn, .low, host: "h-2"),
            ChecklistFixture.finding("A-01", .fail, .high, host: "h-1"),
        ])
        let item = try #require(items.first)
        #expect(items.count == 1)
        #expect(item.id == "A-01@xa-a")
        #expect(item.severity == .high)
        #expect(item.kind == .action)
        #expect(item.status == .open)
        #expect(item.subjects.map(\.subject.id) == ["h-1", "h-2"])
        #expect(item.subjects.map(\.verdict) == [.fail, .warn])
    }

    @Test func ordersByPhaseThenSeverityThenRule() throws {
        let items = try items([
            ChecklistFixture.finding("D-01", .fail, .blocker, .g1), ChecklistFixture.finding("C-01", .fail, .low, .g0),
            ChecklistFixture.finding("B-01", .fail, .blocker, .g0), ChecklistFixture.finding("A-01", .fail, .low, .g0),
        ])
        #expect(items.map(\.rule) == ["B-01", "A-01", "C-01", "D-01"])
    }

    @Test func asksWhereAnAnswerIsMissing() throws {
        let item = try #require(try items([ChecklistFixture.finding("P-01", .needsAnswer)]).first)
        #expect(item.kind == .question)
        #expect(item.subjects.map(\.verdict) == [.needsAnswer])
    }

    @Test func listsWhatIsUnknownApartWithItsCommands() throws {
        let missing = MissingFact(fact: .hostObservedFor)
        let list = try #require(
            try build([
                ChecklistFixture.finding("A-01", .unknown, host: "h-2", missing: [missing]),
                ChecklistFixture.finding("A-01", .unknown, host: "h-1", missing: [missing]),
            ]).last)
        #expect(list.items.isEmpty)
        let unsettled = try #require(list.toSettle.first)
        #expect(list.toSettle.count == 1)
        #expect(unsettled.id == "A-01@xa-a")
        #expect(unsettled.subjects.map(\.id) == ["h-1", "h-2"])
        #expect(unsettled.missing == [missing])
    }

    @Test func keepsFailedAndUnknownSubjectsOfOneRuleApart() throws {
        let list = try #require(
            try build([
                ChecklistFixture.finding("A-01", .fail, host: "h-1"),
                ChecklistFixture.finding("A-01", .unknown, host: "h-2"),
            ]).last)
        #expect(list.items.first?.subjects.map(\.subject.id) == ["h-1"])
        #expect(list.toSettle.first?.subjects.map(\.id) == ["h-2"])
    }

    @Test func waivesAWholeItemAndShowsIt() throws {
        let item = try #require(
            try items([ChecklistFixture.finding("A-01", .fail)], waivers: [try waiver()]).first)
        #expect(item.status == .waived)
        #expect(item.waiver?.reason == "r")
    }

    @Test func staysOpenWhenOnlySomeSubjectsAreWaived() throws {
        let findings = [
            ChecklistFixture.finding("A-01", .fail, host: "h-1"), ChecklistFixture.finding("A-01", .fail, host: "h-2"),
        ]
        let item = try #require(try items(findings, waivers: [try waiver(subjects: ["h-2"])]).first)
        #expect(item.status == .open)
        #expect(item.subjects.map(\.isWaived) == [false, true])
        #expect(item.waiver != nil)
    }

    @Test func knowsAWaivedHostByItsRowOfTheInventory() throws {
        let item = try #require(
            try items(
                [ChecklistFixture.finding("A-01", .fail)], waivers: [try waiver(subjects: ["device/printer"])],
                inventory: ["h-1": ["device/printer"]]
            ).first)
        #expect(item.status == .waived)
    }

    @Test func inheritsWaiversOfThePredecessorAndOfAnEarlierRuleId() throws {
        let waivers = [try waiver("OLD-01", agency: ChecklistFixture.district)]
        let rules = [ChecklistFixture.rule("A-01", .high, .g0, aliases: ["OLD-01"])]
        let item = try #require(
            try items([ChecklistFixture.finding("A-01", .fail)], waivers: waivers, rules: rules).first)
        #expect(item.status == .waived)
    }

    @Test(arguments: [("2026-01-01", "2026-11-23"), ("2026-11-25", "2026-12-31")])
    func ignoresAWaiverOutsideItsDays(date: String, until: String) throws {
        let item = try #require(
            try items([ChecklistFixture.finding("A-01", .fail)], waivers: [try waiver(date: date, until: until)]).first)
        #expect(item.status == .open)
        #expect(item.waiver == nil)
    }

    @Test func isTheSameInWhateverOrderFindingsCome() throws {
        let findings = ["C-01", "A-01", "B-01"].flatMap { rule in
            ["h-2", "h-1"].map { ChecklistFixture.finding(rule, .fail, host: $0) }
        }
        #expect(try build(findings) == build(findings.reversed()))
    }
}
