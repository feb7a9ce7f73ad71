import AuditReport
import AuditRules
import HostClassification
import Messages
import NetworkTypes
import SiteModel
import Testing

/// The machines of `DocumentFixture` in a site with one rule of each kind.
enum AuditFixture {
    static let commune = "xa-a"

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func site(outsideNames: PrivacyPolicy.OutsideNames = .count) throws -> Site {
        let mine = [Ownership(agency: commune)]
        let mailRow = ConfiguredHost(
            system: "mail", name: "web", kind: .server, mandatory: true, segment: "lan",
            addresses: [try DocumentFixture.address("10.0.0.100")])
        return Site(
            id: "test", name: LocalizedText(vi: "Thử", en: "Test"),
            policy: SitePolicy(minimumObservation: .seconds(300), workingDay: false, demonstration: true),
            privacy: PrivacyPolicy(outsideNames: outsideNames), domains: [Domain(name: "office.example", owner: mine)],
            agencies: [
                Agency(
                    id: commune, level: .commune, kind: .committee,
                    names: [Agency.Name(LocalizedText(vi: "Xã A", en: "Commune A"))], duties: ["plan-issuer"],
                    verified: false)
            ],
            segments: [
                Segment(
                    id: "lan", name: LocalizedText(vi: "Mạng", en: "LAN"), kind: .officeLAN, owner: mine,
                    plan: Segment.Plan(ipv6: true, target: .dualStack))
            ], captures: [CaptureAssignment(files: "captures/*.pcap", segment: "lan", vantage: .switch)],
            authorisations: [
                Authorisation(
                    id: "cp-1", document: "12/QĐ", date: try day("2026-11-01"), actions: [.capture], segments: ["lan"])
            ],
            systems: [
                InformationSystem(
                    id: "mail", name: LocalizedText(vi: "Thư", en: "Mail"), category: .mail, owner: commune, level: 2,
                    components: [mailRow])
            ],
            devices: [
                ConfiguredHost(
                    name: "printer-1", kind: .printer, macs: [try DocumentFixture.mac("3c:d9:2b:50:50:50")],
                    location: "Tầng 1", owner: commune)
            ],
            waivers: [
                Waiver(
                    rule: "APP-07", agency: commune, subjects: ["device/printer-1"], reason: "r", approver: "a",
                    date: try day("2026-01-01"), until: try day("2027-01-01"))
            ])
    }

    static func rules() -> [Rule] {
        let question = Question(
            ask: LocalizedText(vi: "Đã ban hành?", en: "Issued?"),
            kind: .choice([
                Question.Option(value: "issued", verdict: .pass), Question.Option(value: "none", verdict: .fail),
            ]), requires: [.document], validFor: .seconds(365 * 86_400))
        let short = Condition.fact(.hostObservedFor, .atLeast, .literal(3600))
        return [
            rule("PROC-01", .high, .agency, question: question),
            rule("ADDR-01", .info, .host, conditions: RuleConditions(needs: short, fails: short)),
            rule("APP-07", .medium, .host), rule("DNS-07", .high, .service),
        ]
    }

    static func rule(
        _ id: String, _ severity: Severity, _ scope: SubjectKind, question: Question? = nil,
        conditions: RuleConditions = RuleConditions()
    ) -> Rule {
        let other = LocalizedText(vi: "…", en: "…")
        return Rule(
            id: id, slug: "slug", since: "0.1", severity: severity, warnSeverity: .low, aliases: [], phase: .g0,
            scope: scope, references: [RuleReference(text: "RFC 4862 §5.3", verified: true)], conditions: conditions,
            question: question,
            text: RuleText(
                title: LocalizedText(vi: "Tên", en: "Title"),
                finding: LocalizedText(vi: "{host} chưa đạt", en: "{host} fails"),
                warning: LocalizedText(vi: "Lưu ý {host}", en: "Note {host}"), why: other, remediation: other,
                verify: other), path: "\(id).yaml")
    }

    static func snapshot(site: Site? = nil) throws -> AuditSnapshot {
        let evidence = Evidence.packet(
            capture: 0, frame: 22, time: DocumentFixture.start, filter: "dns.qry.name == \"private.elsewhere.test\"")
        let findings = [
            Finding(
                rule: "PROC-01", verdict: .needsAnswer, severity: .high, phase: .g0, agency: commune,
                subject: Subject(.agency, commune)),
            Finding(
                rule: "ADDR-01", verdict: .unknown, severity: .info, phase: .g0, agency: commune,
                subject: Subject(.host, DocumentFixture.desktop), missing: [MissingFact(fact: .hostObservedFor)]),
            Finding(
                rule: "APP-07", verdict: .warn, severity: .low, phase: .g0, agency: commune,
                subject: Subject(.host, DocumentFixture.printer), values: ["host": "printer"],
                evidence: [.file(path: "systems.csv", line: 5), .probe(name: "tcp/443", time: DocumentFixture.end)]),
            Finding(
                rule: "DNS-07", verdict: .fail, severity: .high, phase: .g0, agency: AuditSnapshot.unassigned,
                subject: Subject(.service, "private.elsewhere.test"), values: ["host": "private.elsewhere.test"],
                evidence: [evidence]),
        ]
        var count = EvaluatedCount(rule: "ADDR-01", agency: commune)
        count.count(.pass)
        count.count(.unknown)
        return AuditSnapshot(
            id: "a-1", site: try site ?? self.site(),
            asOf: CaptureTime(endOf: try day("2026-11-24"), offsetMinutes: 420),
            windowFrom: DocumentFixture.start, windowTo: DocumentFixture.end,
            observations: try DocumentFixture.observations(), table: try DocumentFixture.table(),
            profiles: try DocumentFixture.profiles(), agencyOfHost: [commune, AuditSnapshot.unassigned],
            segments: [
                SegmentProfile(
                    id: "lan", segment: "lan", link: 0, state: .dual, hostCounts: [.dualOperational: 1, .ipv4Only: 1],
                    prefixes: ["10.0.0.0/24"]),
                SegmentProfile(
                    id: "0.0/10.20", segment: nil, link: 1, state: .unknown, hostCounts: [:], prefixes: []),
            ],
            systems: [
                SystemProfile(
                    id: "mail", state: .ipv4Only,
                    components: [
                        SystemProfile.Component(name: "web", state: .ipv4Only, host: DocumentFixture.desktop)
                    ])
            ], findings: FindingList(findings), evaluated: [count])
    }

    static func document(site: Site? = nil) throws -> AuditDocument {
        AuditDocument(
            snapshot: try snapshot(site: site), rules: rules(),
            indicators: [IndicatorDocument(id: "C08", numerator: 1, denominator: 2, unknown: 0, coverage: 1)],
            siteFolder: "site")
    }
}
