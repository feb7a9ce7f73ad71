import NetworkTypes
import Testing

@testable import AuditRules

@Suite struct FindingListTests {
    /// Hosts in no order, some of them with an id of another form, and two segments.
    private static func subjects() -> [SubjectFacts] {
        let hosts = (0..<300).map { number -> SubjectFacts in
            var row = FactRow(.host)
            if number % 3 != 0 { row.set(.hostIPv6Frames, count: number % 2) }
            row.set(.hostIPv4Frames, count: number % 5)
            let id =
                number % 50 == 7 ? "pc-\(number)" : CompactIdentifier.text(of: UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
            return SubjectFacts(
                Subject(.host, id), agency: "a\(number % 4)", row: row,
                details: SubjectDetails(values: [.host: "host \(number)"]))
        }
        let segments = ["b", "a"].map { SubjectFacts(Subject(.segment, $0), agency: "a0", row: FactRow(.segment)) }
        return hosts + segments
    }

    private static func evaluation() throws -> Evaluation {
        let rules = try [
            RuleFile.text(id: "TEST-01"), RuleFile.text(id: "TEST-03", conditions: "fails: host.ipv4Frames == 0"),
            RuleFile.text(
                id: "TEST-02", scope: "segment", conditions: "fails: segment.duplicateAddresses >= 1",
                finding: #"{en: "Seen: {segment}", vi: "Thấy: {segment}"}"#),
        ].map(RuleFile.rule)
        return RuleEvaluator.evaluate(rules, subjects(), policy: PolicyValues(), asOf: .init(dayNumber: 0))
    }

    @Test func readByPlaceTheFindingsAreThoseThatIteratingGives() throws {
        let findings = try Self.evaluation().findings
        #expect(findings.count == 100 + 100 + 60 + 2)
        #expect(findings.indices.map { findings[$0] } == Array(findings))
        #expect(Array(findings[90...110]) == Array(findings)[90...110].map { $0 })
    }

    @Test func theFindingsAreSortedByRuleThenSubject() throws {
        let findings = try Self.evaluation().findings
        #expect(Array(findings) == Array(findings).sorted())
        #expect(findings.sorted() == findings)
        #expect(FindingList(findings.reversed()).sorted() == findings)
    }

    @Test func aFindingHasTheAgencyAndTheValuesOfItsSubject() throws {
        let findings = try Self.evaluation().findings
        let byID = Dictionary(grouping: Self.subjects(), by: \.subject)
        for finding in findings {
            let subject = try #require(byID[finding.subject]?.first)
            #expect(finding.agency == subject.agency)
            let isShown = finding.verdict == .fail
            #expect(finding.values == (isShown ? ["host": subject.details.values[.host] ?? ""] : [:]))
        }
    }

    @Test func givesTheFindingsOfOneKindOfSubject() throws {
        let findings = try Self.evaluation().findings
        #expect(findings.about(.segment).map(\.subject.id) == ["a", "b"])
        #expect(findings.about(.host).count == 260)
        #expect(FindingList(Array(findings)).about(.segment) == findings.about(.segment))
    }

    @Test func countsAllVerdictsOfAllAgencies() throws {
        let counts = try Self.evaluation().evaluated
        #expect(counts.filter { $0.rule == "TEST-03" }.reduce(0) { $0 + $1.pass } == 240)
        #expect(counts.filter { $0.rule == "TEST-01" }.reduce(0) { $0 + $1.unknown } == 100)
        #expect(counts.map(\.agency) == ["a0", "a1", "a2", "a3", "a0", "a0", "a1", "a2", "a3"])
    }

    @Test(arguments: ["h-0123456789abcdef", "h-0123456789ABCDEF", "h-0123456789abcdeg", "h-1", "", "pc"])
    func anIdComesBackAsItWas(id: String) {
        var ids = CompactIdentifiers()
        ids.append(.host(7))
        ids.append(CompactIdentifier(id))
        #expect(ids[0] == "h-0000000000000007")
        #expect(ids[1] == id)
    }

    @Test func everyCombinationOfTruthsIsFoundAgain() {
        var table = OutcomeTable(rules: 1, width: 2)
        for number in 0..<1000 {
            let signature = [UInt64(number % 10), UInt64(number / 10)]
            #expect(table.find(signature) == nil)
            _ = table.add(signature, [Outcome(number % 2 == 0 ? .pass : .fail)])
        }
        for number in 0..<1000 {
            let pattern = table.find([UInt64(number % 10), UInt64(number / 10)])
            #expect(pattern == Int32(number))
            #expect(table.outcome(Int32(number), 0).verdict == (number % 2 == 0 ? .pass : .fail))
        }
    }
}
