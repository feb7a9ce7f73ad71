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
    public func evaluate(_ observed: ObservationSet, asOf: CaptureTime, id: String) -> AuditSnapshot {
        let set = observed.declaring()
        let site = index.site
        let date = asOf.date(offsetMinutes: site.utcOffsetMinutes)
        let table = HostCorrelator.correlate(set, site: site, segment: segment, siteFolder: siteFolder)
            .identified(by: knownIdentifier)
        let profiles = StateHysteresis.apply(
            to: HostClassifier.classify(table, set, site: site), earlier: earlierStates, asOf: asOf,
            window: site.policy.window)
        let services = ServiceClassifier.classify(table, set, profiles, site: site)
        let owners = HostOwners(index, table, date)
        let agencies = profiles.map { owners.agency(of: $0.host) }
        let policy = PolicyValues(
            minimumObservation: site.policy.minimumObservation, ipv6OnlyObservation: site.policy.ipv6OnlyObservation,
            window: site.policy.window)
        var evaluator = RuleEvaluator(rules: rules, policy: policy, asOf: date)
        FactFilling.evaluate(
            into: &evaluator, set: set, table: table, profiles: profiles, index: index, date: date,
            agencyOfHost: agencies)
        let evaluation = evaluator.finish()
        let aboutSegments = evaluation.findings.about(.segment)
        let segments = SegmentClassifier.classify(table, set, profiles, site: site).map { unsafe($0, aboutSegments) }
        // A file says what was configured once; only captures and probes have a window.
        let watched = set.captures.filter { capture in
            if case .file = capture.source { false } else { true }
        }
        let newest = watched.compactMap(\.lastSeen).max() ?? asOf
        let oldest = watched.compactMap(\.firstSeen).min() ?? newest
        return AuditSnapshot(
            id: id, site: site, asOf: asOf, windowFrom: oldest, windowTo: newest, observations: set, table: table,
            profiles: profiles, agencyOfHost: agencies, segments: segments,
            systems: SystemClassifier.classify(site, profiles, services), findings: evaluation.findings,
            evaluated: evaluation.evaluated, services: services)
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
