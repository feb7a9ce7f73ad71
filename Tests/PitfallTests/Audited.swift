import AuditPipeline
import Foundation
import AuditRules
import HostClassification
import HostCorrelation
import NetworkTypes
import RuleCatalog
import SiteModel
import Testing
import TrafficObservation

/// What the whole pipeline says about the capture of a pitfall.
struct Audited {
    let set: ObservationSet
    let table: HostTable
    let profiles: [HostProfile]
    let segments: [SegmentProfile]
    let systems: [SystemProfile]
    private let snapshot: AuditSnapshot

    init(_ pitfall: Pitfall, _ suffix: String? = nil, site: Site = .office()) throws {
        let path = try #require(pitfall.capture(suffix), "make pitfall-captures")
        let scan = CaptureScan().run([path])
        try #require(scan.errors.isEmpty)
        set = scan.observations
        let folder = Pitfall.captures.path
        table = HostCorrelator.correlate(set, site: site, siteFolder: folder)
        profiles = HostClassifier.classify(table, set, site: site)
        segments = SegmentClassifier.classify(table, set, profiles, site: site)
        systems = SystemClassifier.classify(
            site, profiles, ServiceClassifier.classify(table, set, profiles, site: site))
        let rules = try RuleLoader.load(BuiltInText.rules.map { ($0.path, $0.text) })
        let asOf = try #require(set.captures.compactMap(\.lastSeen).max())
        snapshot = AuditEngine(site: site, siteFolder: folder, rules: rules, segment: nil)
            .evaluate(set, asOf: asOf, id: "pitfall")
    }

    /// The one host with this MAC.
    func host(_ mac: String) throws -> HostProfile {
        let mac = try #require(MACAddress(mac))
        let found = profiles.filter { $0.host.macs.contains(mac) }
        #expect(found.count == 1, "hosts with \(mac)")
        return try #require(found.first)
    }

    /// The hosts that an address belongs to.
    func hosts(at address: String) throws -> [HostProfile] {
        let address = try #require(IPAddress(address))
        return profiles.filter { ($0.host.ipv4 + $0.host.ipv6).contains { $0.address == address } }
    }

    func isUnmerged(_ address: String) throws -> Bool {
        let address = try #require(IPAddress(address))
        return table.unmerged.contains { $0.address == address }
    }

    func segment(_ id: String) throws -> SegmentProfile { try #require(segments.first { $0.id == id }) }

    /// Verdicts of a built-in rule, without the passes.
    func verdicts(_ rule: String) -> [Verdict] { snapshot.findings.filter { $0.rule == rule }.map(\.verdict) }

    func passes(_ rule: String) -> Int { snapshot.evaluated.filter { $0.rule == rule }.map(\.pass).reduce(0, +) }

    /// A segment with the judgement of the rules.
    func judgedSegment(_ id: String) throws -> SegmentProfile {
        try #require(snapshot.segments.first { $0.id == id })
    }
}

extension HostProfile {
    var ipv4: Set<String> { Set(host.ipv4.map(\.address.description)) }
    /// Without link-local addresses.
    var ipv6: Set<String> { Set(host.ipv6.map(\.address).filter { !$0.isLinkLocal }.map(\.description)) }
    var linkLocal: Set<String> { Set(host.ipv6.map(\.address).filter(\.isLinkLocal).map(\.description)) }
}
