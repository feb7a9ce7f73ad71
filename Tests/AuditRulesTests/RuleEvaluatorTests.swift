import AuditRules
import Messages
import NetworkTypes
import Testing

@Suite struct RuleEvaluatorTests {
    /// `applies`, `needs`, `passNeeds`, `fails`, `warns` over one fact each.
    private static let order = """
        warnSeverity: low
        applies: host.ipv4Addresses >= 1
        needs: host.linkLocalAddresses >= 1
        passNeeds: host.globalAddresses >= 1
        fails: host.reservedAddresses >= 1
        warns: host.uniqueLocalAddresses >= 1
        """

    private static func rule(_ conditions: String, id: String = "TEST-01") throws -> Rule {
        let warning =
            conditions.contains("warns") && conditions.contains("fails")
            ? #"{en: "Odd: {host}", vi: "Lạ: {host}"}"# : ""
        return try RuleFile.rule(RuleFile.text(id: id, conditions: conditions, warning: warning))
    }

    private static let facts: [FactKey] = [
        .hostIPv4Addresses, .hostLinkLocalAddresses, .hostGlobalAddresses, .hostReservedAddresses,
        .hostUniqueLocalAddresses,
    ]

    /// The values of applies, needs, passNeeds, fails, warns.
    private static func outcome(_ values: [Truth]) throws -> Finding {
        var row = FactRow(.host)
        for (key, value) in zip(facts, values) where value != .unknown { row.set(key, count: value == .yes ? 1 : 0) }
        var evaluator = RuleEvaluator(rules: [try rule(order)], policy: PolicyValues(), asOf: .init(dayNumber: 0))
        let outcomes = evaluator.outcomes(of: SubjectFacts(Subject(.host, "h-1"), agency: "a", row: row))
        return try #require(outcomes.first)
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func appliesGoesFirst(_ needs: Truth, _ fails: Truth) throws {
        #expect(try Self.outcome([.no, needs, .yes, fails, .yes]).verdict == .notApplicable)
        #expect(try Self.outcome([.unknown, needs, .yes, fails, .yes]).verdict == .unknown)
    }

    @Test(arguments: [Truth.no, .unknown], Truth.allCases)
    func withoutNeedsThereIsNoVerdict(_ needs: Truth, _ fails: Truth) throws {
        let outcome = try Self.outcome([.yes, needs, .yes, fails, .yes])
        #expect(outcome.verdict == .unknown)
        #expect(outcome.missing.map(\.fact) == [.hostLinkLocalAddresses])
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func aFailureNeedsNoPassNeeds(_ passNeeds: Truth, _ warns: Truth) throws {
        #expect(try Self.outcome([.yes, .yes, passNeeds, .yes, warns]).verdict == .fail)
    }

    @Test(arguments: Truth.allCases, [Truth.no, .unknown])
    func aWarningIsShownAlsoWhenFailureIsUnknown(_ passNeeds: Truth, _ fails: Truth) throws {
        let outcome = try Self.outcome([.yes, .yes, passNeeds, fails, .yes])
        #expect(outcome.verdict == .warn)
        #expect(outcome.severity == .low)
    }

    @Test func passNeedsEverythingKnownAndPassNeedsTrue() throws {
        #expect(try Self.outcome([.yes, .yes, .yes, .no, .no]).verdict == .pass)
        for values: [Truth] in [
            [.yes, .yes, .no, .no, .no], [.yes, .yes, .unknown, .no, .no], [.yes, .yes, .yes, .unknown, .no],
            [.yes, .yes, .yes, .no, .unknown],
        ] {
            #expect(try Self.outcome(values).verdict == .unknown)
        }
    }

    @Test func unknownNamesEveryFactAndItsCommand() throws {
        let outcome = try Self.outcome([.yes, .yes, .no, .unknown, .unknown])
        #expect(
            outcome.missing.map(\.fact) == [.hostGlobalAddresses, .hostUniqueLocalAddresses, .hostReservedAddresses])
        #expect(outcome.missing.allSatisfy { $0.command.hasPrefix("v6audit ") })
    }

    @Test func countsPassesAndListsTheRest() throws {
        let rules = [try Self.rule("fails: host.ipv6Frames == 0", id: "TEST-02"), try Self.rule(Self.order)]
        let subjects = (0..<3).map { number in
            var row = FactRow(.host)
            row.set(.hostIPv4Addresses, count: 0)
            if number < 2 { row.set(.hostIPv6Frames, count: number) }
            return SubjectFacts(Subject(.host, "h-\(2 - number)"), agency: number == 0 ? "b" : "a", row: row)
        }
        let evaluation = RuleEvaluator.evaluate(rules, subjects, policy: PolicyValues(), asOf: .init(dayNumber: 0))
        #expect(evaluation.findings.map(\.subject.id) == ["h-0", "h-2"])
        #expect(evaluation.findings.map(\.verdict) == [.unknown, .fail])
        #expect(evaluation.evaluated.map(\.rule) == ["TEST-01", "TEST-01", "TEST-02", "TEST-02"])
        #expect(evaluation.evaluated.map(\.agency) == ["a", "b", "a", "b"])
        #expect(evaluation.evaluated.map(\.notApplicable) == [2, 1, 0, 0])
        #expect(evaluation.evaluated.map(\.pass) == [0, 0, 1, 0])
        #expect(evaluation.evaluated.map(\.fail) == [0, 0, 0, 1])
        #expect(evaluation.evaluated.map(\.unknown) == [0, 0, 1, 0])
    }

    @Test func doesNotDependOnTheOrderOfSubjects() throws {
        let rules = [try Self.rule(Self.order)]
        let subjects = (0..<5).map {
            SubjectFacts(Subject(.host, "h-\($0)"), agency: "a\($0 % 2)", row: FactRow(.host))
        }
        let day = CalendarDate(dayNumber: 0)
        let forward = RuleEvaluator.evaluate(rules, subjects, policy: PolicyValues(), asOf: day)
        let backward = RuleEvaluator.evaluate(rules, subjects.reversed(), policy: PolicyValues(), asOf: day)
        #expect(forward == backward)
    }

    @Test func takesTheEvidenceOfTheFactsThatDecided() throws {
        let rule = try Self.rule("fails:\n  any:\n    - host.reservedAddresses >= 1\n    - host.sixToFourPackets >= 1")
        var row = FactRow(.host)
        row.set(.hostReservedAddresses, count: 0)
        row.set(.hostSixToFourPackets, count: 3)
        func packet(_ frame: UInt64) -> Evidence {
            .packet(capture: 0, frame: frame, time: CaptureTime(seconds: Int64(frame)), filter: "ipv6")
        }
        let details = SubjectDetails(
            values: [.host: "pc-01"],
            evidence: [.hostReservedAddresses: [packet(9)], .hostSixToFourPackets: [packet(7), packet(3), packet(7)]])
        let subject = SubjectFacts(Subject(.host, "h-1"), agency: "a", row: row, details: details)
        let evaluation = RuleEvaluator.evaluate([rule], [subject], policy: PolicyValues(), asOf: .init(dayNumber: 0))
        let finding = try #require(evaluation.findings.first)
        #expect(finding.evidence == [packet(3), packet(7)])
        #expect(finding.values == ["host": "pc-01"])
        #expect(finding.summary(by: rule, in: .english) == "Seen: pc-01")
        #expect(finding.summary(by: rule, in: .vietnamese) == "Thấy: pc-01")
    }

    @Test func buildsDetailsOnlyForAFinding() throws {
        var evaluator = RuleEvaluator(
            rules: [try Self.rule("fails: host.ipv6Frames == 0")], policy: PolicyValues(), asOf: .init(dayNumber: 0))
        var built = 0
        for count in [1, 0] {
            var row = FactRow(.host)
            row.set(.hostIPv6Frames, count: count)
            evaluator.add(Subject(.host, "h-\(count)"), agency: "a", row: row) {
                built += 1
                return SubjectDetails()
            }
        }
        #expect(built == 1)
        #expect(evaluator.finish().findings.count == 1)
    }

    @Test func asksOnlySubjectsOfTheRulesKind() throws {
        let rule = try Self.rule("fails: host.ipv6Frames == 0")
        let segment = SubjectFacts(Subject(.segment, "lan"), agency: "a", row: FactRow(.segment))
        let evaluation = RuleEvaluator.evaluate([rule], [segment], policy: PolicyValues(), asOf: .init(dayNumber: 0))
        #expect(evaluation.findings.isEmpty)
        #expect(evaluation.evaluated.isEmpty)
    }
}
