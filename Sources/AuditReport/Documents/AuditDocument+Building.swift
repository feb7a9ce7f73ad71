public import AuditRules
public import Checklists
import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

extension AuditDocument {
    /// `checklists` with what people did to the items; nil: those of the snapshot alone. Paths of captures are matched
    /// with the site's `captures:` as given and by their part below `siteFolder`.
    public init(
        snapshot: AuditSnapshot, rules: [Rule], checklists: [Checklist]? = nil, indicators: [IndicatorDocument] = [],
        siteFolder: String = ""
    ) {
        let site = snapshot.site
        let date = snapshot.asOf.date(offsetMinutes: site.utcOffsetMinutes)
        let index = SiteIndex(site)
        let scan = ScanDocument(
            set: snapshot.observations, table: snapshot.table, profiles: snapshot.profiles, services: snapshot.services,
            site: site, siteFolder: siteFolder)
        let hidden = HiddenNames(snapshot.observations, policy: NamePolicy(site: site))
        let inventory = InventoryMatch(snapshot, index: index, date: date)
        let additions = HostAdditions.all(snapshot, inventory: inventory)
        let lists = checklists ?? Checklist.build(snapshot, rules: rules, inventory: additions)
        let rulesByID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

        schema = Self.schema
        self.site = SiteDocument(site)
        audit = AuditIdentityDocument(
            id: snapshot.id, asOf: "\(snapshot.asOf)", windowFrom: "\(snapshot.windowFrom)",
            windowTo: "\(snapshot.windowTo)")
        policy = PolicyDocument(site)
        authorisations = site.authorisations.map(AuthorisationDocument.init).sorted { $0.id < $1.id }
        segments = snapshot.segments.map {
            SegmentDocument($0, links: snapshot.table.links, index: index, date: date)
        }.sorted { $0.id < $1.id }
        systems = snapshot.systems.map { SystemDocument($0, index: index, date: date) }.sorted { $0.id < $1.id }
        findings = snapshot.findings.sorted().map { FindingDocument($0, rule: rulesByID[$0.rule], hidden: hidden) }
        self.checklists = lists.map { AgencyChecklistDocument($0, hidden: hidden) }
        evaluated = snapshot.evaluated.sorted().map(EvaluatedDocument.init)
        self.indicators = indicators
        self.rules = RuleSummaryDocument.all(rules)
        captures = scan.captures
        hosts = scan.hosts.map { seen in HostDocument(seen: seen, additions: additions[seen.id], hidden: hidden) }
        unmergedAddresses = scan.unmergedAddresses
        links = scan.links
        tunnels = scan.tunnels
        names = scan.names
        anomalies = scan.anomalies

        var mentioned = Set(lists.map(\.agency)).union(findings.map(\.agency)).union(hosts.map(\.agency))
        mentioned.formUnion(segments.map(\.agency))
        mentioned.formUnion(systems.map(\.agency))
        let standings = Dictionary(lists.map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
        agencies = site.agencies.filter { mentioned.contains($0.id) || $0.exists(on: date) }.map { agency in
            AgencyDocument(
                agency, history: index.history, date: date, phase: (standings[agency.id]?.phase ?? .g0).rawValue,
                phaseBlockedBy: standings[agency.id]?.phaseBlockedBy ?? [])
        }.sorted { $0.id < $1.id }
        serverNames = scan.serverNames
        routing = scan.routing
        devices = scan.devices
        identities = scan.identities
        services = scan.services
    }
}

extension Checklist {
    /// The checklists of a snapshot, without what people did to their items.
    public static func build(_ snapshot: AuditSnapshot, rules: [Rule]) -> [Checklist] {
        let date = snapshot.asOf.date(offsetMinutes: snapshot.site.utcOffsetMinutes)
        let inventory = InventoryMatch(snapshot, index: SiteIndex(snapshot.site), date: date)
        return build(snapshot, rules: rules, inventory: HostAdditions.all(snapshot, inventory: inventory))
    }

    fileprivate static func build(
        _ snapshot: AuditSnapshot, rules: [Rule], inventory: [String: HostAdditions]
    ) -> [Checklist] {
        build(
            findings: snapshot.findings, evaluated: snapshot.evaluated, rules: rules, site: snapshot.site,
            asOf: snapshot.asOf, inventory: inventory.mapValues { $0.rows.map(\.id) }.filter { !$0.value.isEmpty })
    }
}
