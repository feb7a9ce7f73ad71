import AuditRules
import NetworkTypes
import SiteModel

/// The waivers of a site that hold on one day.
struct WaiverIndex {
    private struct Key: Hashable {
        let rule: String
        let agency: String
    }

    private let waivers: [Key: [Waiver]]
    private let history: AgencyHistory
    private let date: CalendarDate
    /// The other names of a rule.
    private let aliases: [String: [String]]
    /// Ids of `systems.csv` by host id.
    private let inventory: [String: [String]]

    init(site: Site, rules: [Rule], date: CalendarDate, inventory: [String: [String]]) {
        waivers = Dictionary(
            grouping: site.waivers.filter { $0.date <= date && date <= $0.until },
            by: { Key(rule: $0.rule, agency: $0.agency) })
        history = AgencyHistory(agencies: site.agencies, successions: site.successions)
        self.date = date
        aliases = Dictionary(rules.map { ($0.id, $0.aliases) }, uniquingKeysWith: { first, _ in first })
        self.inventory = inventory
    }

    /// In the order of the file; those of the agency itself before those that it inherited.
    func waivers(rule: String, agency: String) -> [Waiver] {
        if waivers.isEmpty { return [] }
        return ([agency] + history.predecessors(of: agency, on: date)).flatMap { agency in
            ([rule] + (aliases[rule] ?? [])).flatMap { waivers[Key(rule: $0, agency: agency)] ?? [] }
        }
    }

    /// A waiver names subjects by id, with or without their kind in front, or by a row of `systems.csv`.
    func covers(_ waiver: Waiver, _ subject: AuditRules.Subject) -> Bool {
        if waiver.subjects.isEmpty { return true }
        let names = [subject.id, "\(subject.kind.rawValue)/\(subject.id)"] + (inventory[subject.id] ?? [])
        return names.contains(where: waiver.subjects.contains)
    }
}
