import AuditRules
import Messages
import Testing

/// The conditions of a `RuleFile` stand in line 9, its texts in the lines after them.
@Suite struct RuleLoaderTests {
    @Test func readsARule() throws {
        let rule = try RuleFile.rule(
            RuleFile.text(
                head: "aliases: [OLD-07]", conditions: "needs: host.observedFor >= 5 min\nfails: host.ipv6Frames == 0"))
        #expect(rule.id == "TEST-01")
        #expect(rule.aliases == ["OLD-07"])
        #expect(rule.severity == .high)
        #expect(rule.warnSeverity == .high)
        #expect(rule.phase == .g1)
        #expect(rule.scope == .host)
        #expect(rule.references == [RuleReference(text: "RFC 4861 §4.2", verified: true)])
        #expect(rule.conditions.needs == .fact(.hostObservedFor, .atLeast, .literal(300)))
        #expect(rule.conditions.fails == .fact(.hostIPv6Frames, .equal, .literal(0)))
        #expect(rule.conditions.applies.isEmpty)
        #expect(rule.text.title == LocalizedText(vi: "Một phép thử", en: "A test"))
        #expect(rule.text.warning == rule.text.finding)
    }

    @Test func readsEveryKindOfLiteral() throws {
        let rule = try RuleFile.rule(
            RuleFile.text(
                scope: "segment",
                conditions: """
                    fails:
                      all:
                        - segment.option108Share >= 30 %
                        - segment.kind != office-lan
                        - segment.planIPv6 == true
                        - segment.observedFor > site.window
                        - segment.routersSeen < 2
                    """, finding: #"{en: "{segment}", vi: "{segment} "}"#))
        #expect(
            rule.conditions.fails
                == .all([
                    .fact(.segmentOption108Share, .atLeast, .literal(300_000)),
                    .fact(.segmentKind, .notEqual, .literal(0)), .fact(.segmentPlanIPv6, .equal, .literal(1)),
                    .fact(.segmentObservedFor, .greater, .policy(.window)),
                    .fact(.segmentRoutersSeen, .less, .literal(2)),
                ]))
    }

    @Test(arguments: [
        ("fails: host.ipv6Frame == 0", "9:8 rule.unknown-fact"),
        ("fails: host.ipv6Frames = 0", "9:24 rule.unknown-operator"),
        ("fails: host.ipv6Frames == many", "9:27 rule.wrong-literal"),
        ("fails: host.ipv6Frames == 5 min", "9:27 rule.wrong-literal"),
        ("fails: host.observedFor < 5", "9:27 rule.missing-unit"),
        ("fails: host.observedFor < 5 minutes", "9:27 rule.wrong-literal"),
        ("fails: host.onOwnLink == yes", "9:26 rule.wrong-literal"),
        ("fails: host.onOwnLink >= true", "9:23 rule.no-order"),
        ("fails: host.state == ipv4", "9:22 rule.unknown-word"),
        ("fails: host.observedFor < site.minimumObservations", "9:27 rule.unknown-policy"),
        ("fails: host.ipv6Frames < site.window", "9:26 rule.policy-of-other-type"),
        ("fails: segment.routersSeen >= 1", "9:8 rule.fact-of-other-kind"),
        ("fails: host.ipv6Frames", "9:8 rule.not-a-condition"),
        ("fails: \"host.ipv6Frame == 0\"", "9:9 rule.unknown-fact"),
        ("fails: []", "9:8 rule.empty-combination"),
        ("fails: {every: [host.ipv6Frames == 0]}", "9:9 rule.unknown-key"),
        ("fails: {any: host.ipv6Frames == 0}", "9:14 rule.wrong-form"),
        ("fail: host.ipv6Frames == 0", "9:1 rule.unknown-key"),
        ("severty: low\nfails: host.ipv6Frames == 0", "9:1 rule.unknown-key"),
        ("warnSeverity: low\nfails: host.ipv6Frames == 0", "9:15 rule.without-warning"),
        ("fails: host.ipv6Frames == 0\nwarns: host.ipv4Frames == 0", "12:3 rule.warning-text-missing"),
        ("question: {ask: {en: Q, vi: H}, kind: date}\nneeds: host.onOwnLink == true", "10:8 rule.asks-twice"),
        ("question: {ask: {en: Q, vi: H}, kind: number, passes: '1'}", "9:56 rule.wrong-form"),
    ])
    func saysWhereAndWhat(_ conditions: String, _ expected: String) {
        #expect(
            RuleFile.problems(RuleFile.text(conditions: conditions)).first(where: { !$0.contains("asks-nothing") })
                == expected)
    }

    @Test func countsColumnsInsideNestedConditions() {
        let conditions =
            "fails:\n  any:\n    - host.ipv6Frames == 0\n    - none: [host.onOwnLink == true, host.knd == server]"
        #expect(RuleFile.problems(RuleFile.text(conditions: conditions)) == ["12:38 rule.unknown-fact"])
    }

    @Test(arguments: [
        ("host.ipv6Frame", "host.ipv6Frames"), ("host.obervedFor", "host.observedFor"),
        ("host.IPV6FRAMES", "host.ipv6Frames"),
    ])
    func suggestsTheFactThatWasMeant(_ written: String, _ meant: String) {
        let messages = RuleFile.messages(RuleFile.text(conditions: "fails: \(written) >= 1"))
        #expect(messages == ["there is no fact '\(written)'; did you mean '\(meant)'?"])
    }

    @Test func suggestsNothingForANonsenseWord() {
        #expect(
            RuleFile.messages(RuleFile.text(conditions: "fails: weather == 1")) == ["there is no fact 'weather'"])
    }

    @Test func reportsEverythingOfAllFilesInOrder() {
        let first = RuleFile.text(conditions: "needs: host.x == 1\nfails: host.observedFor > 1")
        let second = RuleFile.text(id: "test-2", finding: "{en: A}")
        do {
            _ = try RuleLoader.load([("b.yaml", first), ("a.yaml", second)])
            Issue.record("loaded")
        } catch {
            #expect(
                error.problems.map { "\($0.file):\($0.line):\($0.column) \($0.message.code)" } == [
                    "b.yaml:9:8 rule.unknown-fact", "b.yaml:10:27 rule.missing-unit", "a.yaml:1:5 rule.wrong-form",
                    "a.yaml:12:12 rule.missing-language",
                ])
        }
    }

    @Test(arguments: [
        (#"{en: "{host}", vi: "Máy"}"#, "12:12 rule.placeholders-differ"),
        (#"{en: "{hosst}", vi: "{hosst}!"}"#, "12:12 rule.unknown-placeholder"),
        (#"{en: "{routers}", vi: "{routers}!"}"#, "12:12 rule.placeholder-of-other-kind"),
        (#"{en: "{segment.routersSeen}", vi: "{segment.routersSeen}!"}"#, "12:12 rule.placeholder-of-other-kind"),
        (#"{en: "{host.onOwnLink}", vi: "{host.onOwnLink}!"}"#, "12:12 rule.placeholder-not-shown"),
        (#"{en: "", vi: "Máy"}"#, "12:18 rule.missing-language"), (#""{host}""#, "12:13 rule.wrong-form"),
    ])
    func holdsTheTextsAgainstEachOther(_ finding: String, _ expected: String) {
        #expect(RuleFile.problems(RuleFile.text(finding: finding)) == [expected])
    }

    @Test func leavesOtherBracesAlone() {
        let finding = #"{en: "radvd: { AdvSendAdvert on; }; {}", vi: "radvd: { AdvSendAdvert on; }; {} "}"#
        #expect(RuleFile.problems(RuleFile.text(finding: finding)) == [])
    }

    @Test func refusesAnIdThatIsTaken() {
        let files = [("a.yaml", RuleFile.text()), ("b.yaml", RuleFile.text(id: "TEST-02", head: "aliases: [TEST-01]"))]
        #expect(throws: RuleError.self) { try RuleLoader.load(files) }
    }

    @Test(arguments: [
        ("", "0:0 rule.empty"), ("- a\n", "1:1 rule.wrong-form"), ("id: [\n", "2:1 rule.syntax"),
        ("id: A-1\nid: A-2\n", "1:1 rule.duplicate-key"), ("a: &x 1\n", "1:4 rule.anchor"),
    ])
    func refusesWhatIsNoRule(_ text: String, _ expected: String) {
        #expect(RuleFile.problems(text).contains(expected))
    }

    @Test func survivesHostileNesting() {
        #expect(RuleFile.problems(String(repeating: "[", count: 100_000)) == ["0:0 rule.too-deep"])
        #expect(RuleFile.problems(String(repeating: "a: ", count: 5000)).count == 1)
    }

    @Test func speaksVietnamese() throws {
        do {
            _ = try RuleLoader.load([("quy-tac.yaml", RuleFile.text(conditions: "fails: host.ipv6Frame == 0"))])
            Issue.record("loaded")
        } catch {
            #expect(
                error.text(in: .vietnamese)
                    == "quy-tac.yaml:9:8: không có dữ kiện 'host.ipv6Frame'; có phải ý bạn là 'host.ipv6Frames'?")
        }
    }
}
