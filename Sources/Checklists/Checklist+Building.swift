public import AuditRules
public import NetworkTypes
public import SiteModel

extension Checklist {
    /// The checklists of all agencies that exist on the day of `asOf` or have findings: `unassigned` first, then by
    /// level and id. What people did to the items is not in it; waivers of the site are, also those of an agency or a
    /// rule that the present one took over from. `inventory` gives the ids of `systems.csv` for the id of a host, by
    /// which waivers name it.
    public static func build(
        findings: some Sequence<Finding>, evaluated: [EvaluatedCount], rules: [Rule], site: Site, asOf: CaptureTime,
        inventory: [String: [String]] = [:]
    ) -> [Checklist] {
        let date = asOf.date(offsetMinutes: site.utcOffsetMinutes)
        let findingsByAgency = FindingGroups(findings).byAgency
        let countsByAgency = Dictionary(grouping: evaluated, by: \.agency)
        let phases = PhaseLadder(rules: rules)
        let waivers = WaiverIndex(site: site, rules: rules, date: date, inventory: inventory)
        return agencies(Set(findingsByAgency.keys), site: site, date: date).map { agency in
            let groups = findingsByAgency[agency] ?? []
            let standing = phases.standing(
                notPassed: Set(groups.map(\.rule)), evaluated: countsByAgency[agency] ?? [])
            return Checklist(
                agency: agency, phase: standing.phase, phaseBlockedBy: standing.blockedBy,
                items: groups.compactMap { $0.item(waivers) }.sorted {
                    precedes(($0.phase, $0.severity, $0.rule), ($1.phase, $1.severity, $1.rule))
                },
                toSettle: groups.compactMap(\.unsettled).sorted {
                    precedes(($0.phase, $0.severity, $0.rule), ($1.phase, $1.severity, $1.rule))
                })
        }
    }

    /// `found`: those that have findings.
    private static func agencies(_ found: Set<String>, site: Site, date: CalendarDate) -> [String] {
        let ranks = Dictionary(
            zip(Agency.Level.allCases, Agency.Level.allCases.indices), uniquingKeysWith: { first, _ in first })
        let levels = Dictionary(
            site.agencies.map { ($0.id, ranks[$0.level] ?? ranks.count) }, uniquingKeysWith: { first, _ in first })
        var ids = found
        ids.formUnion(site.agencies.lazy.filter { $0.exists(on: date) }.map(\.id))
        ids.remove(AuditSnapshot.unassigned)
        let sorted = ids.sorted { a, b in (levels[a] ?? ranks.count, a) < (levels[b] ?? ranks.count, b) }
        return [AuditSnapshot.unassigned] + sorted
    }

    /// By phase, then the worst severity first, then by rule.
    private static func precedes(_ a: (Phase, Severity, String), _ b: (Phase, Severity, String)) -> Bool {
        if a.0 != b.0 { return a.0 < b.0 }
        return a.1 != b.1 ? a.1 > b.1 : a.2 < b.2
    }
}
