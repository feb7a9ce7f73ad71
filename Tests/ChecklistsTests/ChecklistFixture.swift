import AuditRules
import Messages
import NetworkTypes
import SiteModel
import Testing

/// A small commune, its province and a district that is gone, with rules of every kind.
enum ChecklistFixture {
    static let commune = "xa-a"
    static let province = "tinh-b"
    static let district = "huyen-c"

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func site(waivers: [Waiver] = []) throws -> Site {
        let end = try day("2025-06-30")
        return Site(
            id: "test", name: LocalizedText(vi: "Thử", en: "Test"),
            agencies: [
                agency(commune, .commune), agency(province, .province),
                agency(district, .district, validity: Validity(to: end)),
            ],
            successions: [Succession(from: [district], to: [commune], date: try day("2025-07-01"))], waivers: waivers)
    }

    private static func agency(_ id: String, _ level: Agency.Level, validity: Validity = .always) -> Agency {
        Agency(
            id: id, level: level, kind: .committee, names: [Agency.Name(LocalizedText(vi: id, en: id))],
            validity: validity)
    }

    static func asOf() throws -> CaptureTime { CaptureTime(endOf: try day("2026-11-24"), offsetMinutes: 7 * 60) }

    static func rule(_ id: String, _ severity: Severity, _ phase: Phase, aliases: [String] = []) -> Rule {
        let text = LocalizedText(vi: "", en: "")
        return Rule(
            id: id, slug: "", since: "0.1", severity: severity, warnSeverity: severity, aliases: aliases, phase: phase,
            scope: .host, references: [], conditions: RuleConditions(), question: nil,
            text: RuleText(title: text, finding: text, warning: text, why: text, remediation: text, verify: text),
            path: "")
    }

    static func finding(
        _ rule: String, _ verdict: Verdict, _ severity: Severity = .high, _ phase: Phase = .g0,
        agency: String = commune, host: String = "h-1", missing: [MissingFact] = []
    ) -> Finding {
        Finding(
            rule: rule, verdict: verdict, severity: severity, phase: phase, agency: agency,
            subject: Subject(.host, host), missing: missing)
    }

    static func evaluated(_ rule: String, _ verdicts: Verdict..., agency: String = commune) -> EvaluatedCount {
        verdicts.reduce(into: EvaluatedCount(rule: rule, agency: agency)) { $0.count($1) }
    }
}
