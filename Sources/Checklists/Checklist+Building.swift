public import AuditRules
public import NetworkTypes
public import SiteModel

extension Checklist {
    /// The checklists of all agencies that exist on the day of `asOf` or have findings: `unassigned` first, then by
    /// level and id. What people did to the items is not in it; waivers of the site are, also those of an agency or a
    /// rule that the present one took over from. `inventory` gives the ids of `systems.csv` for the id of a host, by
    /// which waivers name it.
    public static func build(
        findings: [Finding], evaluated: [EvaluatedCount], rules: [Rule], site: Site, asOf: CaptureTime,
        inventory: [String: [String]] = [:]
    ) -> [Checklist] {
        let date = asOf.date(offsetMinutes: site.utcOffsetMinutes)
        let findingsByAgency = Dictionary(grouping: findings, by: \.agency)
        let countsByAgency = Dictionary(grouping: evaluated, by: \.agency)
        let phases = PhaseLadder(rules: rules)
        let waivers = WaiverIndex(site: site, rules: rules, date: date, inventory: inventory)
        return agencies(findings: findingsByAgency, site: site, date: date).map { agency in
            let findings = findingsByAgency[agency] ?? []
            let standing = phases.standing(findings: findings, evaluated: countsByAgency[agency] ?? [])
            let byRule = Dictionary(grouping: findings, by: \.rule)
            return Checklist(
                agency: agency, phase: standing.phase, phaseBlockedBy: standing.blockedBy,
                items: byRule.values.compactMap { item(of: $0, waivers: waivers) }.sorted {
                    precedes(($0.phase, $0.severity, $0.rule), ($1.phase, $1.severity, $1.rule))
                },
                toSettle: byRule.values.compactMap(unsettled).sorted {
                    precedes(($0.phase, $0.severity, $0.rule), ($1.phase, $1.severity, $1.rule))
                })
        }
    }

    private static func agencies(
        findings: [String: [Finding]], site: Site, date: CalendarDate
    ) -> [String] {
        let ranks = Dictionary(
            zip(Agency.Level.allCases, Agency.Level.allCases.indices), uniquingKeysWith: { first, _ in first })
        let levels = Dictionary(
            site.agencies.map { ($0.id, ranks[$0.level] ?? ranks.count) }, uniquingKeysWith: { first, _ in first })
        var ids = Set(findings.keys)
        ids.formUnion(site.agencies.lazy.filter { $0.exists(on: date) }.map(\.id))
        ids.remove(AuditSnapshot.unassigned)
        let sorted = ids.sorted { a, b in (levels[a] ?? ranks.count, a) < (levels[b] ?? ranks.count, b) }
        return [AuditSnapshot.unassigned] + sorted
    }

    /// The item of one rule in one agency; nil: nothing has to be done or answered.
    private static func item(of findings: [Finding], waivers: WaiverIndex) -> ChecklistItem? {
        let actions = findings.filter { $0.verdict == .fail || $0.verdict == .warn }
        let kind: ChecklistItem.Kind = actions.isEmpty ? .question : .action
        let counted = findings.filter { $0.verdict != .unknown }
        guard let first = counted.first, let severity = counted.map(\.severity).max(),
            let phase = counted.map(\.phase).min()
        else { return nil }
        let own = waivers.waivers(rule: first.rule, agency: first.agency)
        let subjects = counted.sorted().map { finding in
            ChecklistItem.Subject(
                finding.subject, verdict: finding.verdict,
                isWaived: own.contains { waivers.covers($0, finding.subject) })
        }
        return ChecklistItem(
            rule: first.rule, agency: first.agency, kind: kind, subjects: subjects,
            status: subjects.allSatisfy(\.isWaived) ? .waived : .open, severity: severity, phase: phase,
            waiver: own.first { waiver in counted.contains { waivers.covers(waiver, $0.subject) } })
    }

    private static func unsettled(_ findings: [Finding]) -> UnsettledItem? {
        let unknown = findings.filter { $0.verdict == .unknown }
        guard let first = unknown.first, let severity = unknown.map(\.severity).max(),
            let phase = unknown.map(\.phase).min()
        else { return nil }
        return UnsettledItem(
            rule: first.rule, agency: first.agency, severity: severity, phase: phase,
            subjects: unknown.map(\.subject).sorted(), missing: Set(unknown.flatMap(\.missing)).sorted())
    }

    /// By phase, then the worst severity first, then by rule.
    private static func precedes(_ a: (Phase, Severity, String), _ b: (Phase, Severity, String)) -> Bool {
        if a.0 != b.0 { return a.0 < b.0 }
        return a.1 != b.1 ? a.1 > b.1 : a.2 < b.2
    }
}
