import AuditRules
import Testing

@testable import Checklists

@Suite struct PhaseLadderTests {
    private let rules = [
        ChecklistFixture.rule("A-01", .high, .g0), ChecklistFixture.rule("A-02", .medium, .g0),
        ChecklistFixture.rule("B-01", .blocker, .g1), ChecklistFixture.rule("B-02", .high, .g1),
        ChecklistFixture.rule("C-01", .high, .g2),
    ]

    private func standing(_ findings: [Finding], _ evaluated: [EvaluatedCount]) -> PhaseLadder.Standing {
        PhaseLadder(rules: rules).standing(notPassed: Set(findings.map(\.rule)), evaluated: evaluated)
    }

    private var upToG1: [EvaluatedCount] {
        [
            ChecklistFixture.evaluated("A-01", .pass), ChecklistFixture.evaluated("B-01", .notApplicable),
            ChecklistFixture.evaluated("B-02", .pass),
        ]
    }

    @Test func reachesTheHighestPhaseWhoseMandatoryRulesPassOrDoNotApply() {
        let all = upToG1 + [ChecklistFixture.evaluated("C-01", .fail)]
        let standing = standing([ChecklistFixture.finding("C-01", .fail, .high, .g2)], all)
        #expect(standing == PhaseLadder.Standing(phase: .g1, blockedBy: ["C-01"]))
    }

    @Test(arguments: [Verdict.fail, .warn, .unknown, .needsAnswer])
    func isStoppedByEveryVerdictThatIsNotAPass(verdict: Verdict) {
        let standing = standing(
            [ChecklistFixture.finding("B-02", verdict, .high, .g1)],
            upToG1 + [ChecklistFixture.evaluated("C-01", .pass)])
        #expect(standing == PhaseLadder.Standing(phase: .g0, blockedBy: ["B-02"]))
    }

    @Test func isNotStoppedByARuleThatIsNotMandatory() {
        let standing = standing([ChecklistFixture.finding("A-02", .fail, .medium, .g0)], upToG1)
        #expect(standing.phase == .g1)
    }

    @Test func isG0AtLeast() {
        let standing = standing([ChecklistFixture.finding("A-01", .fail)], upToG1)
        #expect(standing == PhaseLadder.Standing(phase: .g0, blockedBy: ["A-01"]))
    }

    @Test func reachesNothingOfWhichNothingWasEvaluated() {
        #expect(standing([], []) == PhaseLadder.Standing(phase: .g0, blockedBy: ["A-01"]))
        #expect(standing([], upToG1) == PhaseLadder.Standing(phase: .g1, blockedBy: ["C-01"]))
    }

    @Test func doesNotClimbToPhasesWithoutMandatoryRules() {
        let standing = standing([], upToG1 + [ChecklistFixture.evaluated("C-01", .pass)])
        #expect(standing == PhaseLadder.Standing(phase: .g2, blockedBy: []))
    }
}
