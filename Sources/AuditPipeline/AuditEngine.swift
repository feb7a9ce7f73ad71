public import AuditRules
public import HostClassification
public import HostCorrelation
public import NetworkTypes
public import SiteModel
public import TrafficObservation

/// From an observation set and a site to an audit: correlate, classify, ask the rules. A pure function of its inputs.
public struct AuditEngine: Sendable {
    private let index: SiteIndex
    private let siteFolder: String
    private let rules: [Rule]
    private let segment: String?
    /// The id that a host was given in an earlier audit of the site.
    private let knownIdentifier: @Sendable (HostRecord) -> String?
    /// What audits before proved of a host.
    private let earlierStates: @Sendable (HostRecord) -> [ProvenState]

    public init(
        site: Site, siteFolder: String, rules: [Rule], segment: String?,
        knownIdentifier: @escaping @Sendable (HostRecord) -> String? = { _ in nil },
        earlierStates: @escaping @Sendable (HostRecord) -> [ProvenState] = { _ in [] }
    ) {
        self.earlierStates = earlierStates
        self.knownIdentifier = knownIdentifier
        index = SiteIndex(site)
        self.siteFolder = siteFolder
        self.rules = rules
        self.segment = segment
    }

    /// - Parameter asOf: the moment that the audit speaks of; owners and validity are those of its day.
    public func evaluate(_ set: ObservationSet, asOf: CaptureTime, id: String) -> AuditSnapshot {
        let site = index.site
        let date = asOf.date(offsetMinutes: site.utcOffsetMinutes)
        let table = HostCorrelator.correlate(set, site: site, segment: segment, siteFolder: siteFolder)
            .identified(by: knownIdentifier)
        let profiles = StateHysteresis.apply(
            to: HostClassifier.classify(table, set, site: site), earlier: earlierStates, asOf: asOf,
            window: site.policy.window)
        let services = ServiceClassifier.classify(table, set, profiles, site: site)
        let agencies = profiles.map { agency(of: $0.host, table, date) }
        let subjects = FactFilling.subjects(
            set: set, table: table, profiles: profiles, index: index, date: date, agencyOfHost: agencies)
        let policy = PolicyValues(
            minimumObservation: site.policy.minimumObservation, ipv6OnlyObservation: site.policy.ipv6OnlyObservation,
            window: site.policy.window)
        let evaluation = RuleEvaluator.evaluate(rules, subjects, policy: policy, asOf: date)
        let segments = SegmentClassifier.classify(table, set, profiles, site: site).map {
            unsafe($0, evaluation.findings)
        }
        let newest = set.captures.compactMap(\.lastSeen).max() ?? asOf
        let oldest = set.captures.compactMap(\.firstSeen).min() ?? newest
        return AuditSnapshot(
            id: id, site: site, asOf: asOf, windowFrom: oldest, windowTo: newest, observations: set, table: table,
            profiles: profiles, agencyOfHost: agencies, segments: segments,
            systems: SystemClassifier.classify(site, profiles, services), findings: evaluation.findings,
            evaluated: evaluation.evaluated, services: services)
    }

    /// Its row in `systems.csv`, else the owner of its segment.
    private func agency(of host: HostRecord, _ table: HostTable, _ date: CalendarDate) -> String {
        let rows =
            host.macs.flatMap { index.hosts(at: $0) } + (host.ipv4 + host.ipv6).flatMap { index.hosts(at: $0.address) }
        for row in rows {
            if let owner = index.currentOwner(of: row, on: date).responsible { return owner }
        }
        for link in table.links where host.links.contains(link.id) {
            if let segment = link.segment.flatMap({ index.segment($0) }),
                let owner = index.history.currentOwner(of: segment.owner, on: date).responsible
            {
                return owner
            }
        }
        return AuditSnapshot.unassigned
    }

    /// A dual-stack segment on which a blocker fails is not safe. Domain reference §4.5.
    private func unsafe(_ profile: SegmentProfile, _ findings: [Finding]) -> SegmentProfile {
        guard profile.state == .dual,
            findings.contains(where: {
                $0.subject == Subject(.segment, profile.id) && $0.verdict == .fail && $0.severity == .blocker
            })
        else { return profile }
        return SegmentProfile(
            id: profile.id, segment: profile.segment, link: profile.link, state: .dualUnsafe,
            hostCounts: profile.hostCounts, prefixes: profile.prefixes, isProvisional: profile.isProvisional)
    }
}
