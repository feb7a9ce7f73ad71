import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

/// The facts of one segment of the site, or of one captured link that belongs to none.
struct SegmentFacts {
    let context: FactContext
    let segment: Segment?
    let link: LinkRecord?
    let subject: Subject
    let agency: String
    var row = FactRow(.segment)
    var values: [ValueKey: String] = [:]
    var evidence: [FactKey: [Evidence]] = [:]
    /// What was captured of the link.
    let observed: [LinkObservation]
    let routers: [RouterRow]
    let servers: [DHCPServerRow]
    /// Numbers of the profiles on the link.
    let hosts: [Int]
    /// Addresses that evidence of this very link binds: a router has others elsewhere.
    let boundHere: Set<IPAddress>

    static func all(_ context: FactContext) -> [SubjectFacts] {
        let captured = context.table.links.filter { $0.segment == nil }.map { (nil as Segment?, $0 as LinkRecord?) }
        let declared = context.site.segments.filter { !$0.stateSecret }.map { segment in
            (segment as Segment?, context.table.links.first { $0.segment == segment.id })
        }
        return (declared + captured).map { segment, link in
            var facts = SegmentFacts(context, segment, link)
            facts.fill()
            return SubjectFacts(
                facts.subject, agency: facts.agency, row: facts.row,
                details: SubjectDetails(values: facts.values, evidence: facts.evidence))
        }
    }

    private init(_ context: FactContext, _ segment: Segment?, _ link: LinkRecord?) {
        self.context = context
        self.segment = segment
        self.link = link
        subject = Subject(.segment, segment?.id ?? link?.id ?? "")
        let owner = segment.flatMap { context.index.history.currentOwner(of: $0.owner, on: context.date).responsible }
        agency = owner ?? AuditSnapshot.unassigned
        let numbers = Set(link?.observed ?? [])
        observed = (link?.observed ?? []).map { context.set.links[$0] }
        routers = context.set.routers.filter { numbers.contains($0.link) }.sorted {
            ($0.source, $0.mac) < ($1.source, $1.mac)
        }
        servers = context.set.dhcpServers.filter { numbers.contains($0.link) }.sorted {
            ($0.address, $0.mac) < ($1.address, $1.mac)
        }
        boundHere = Set(context.set.bindings.lazy.filter { numbers.contains($0.link) }.map(\.address))
        let id = link?.id
        hosts = context.profiles.indices.filter { id != nil && context.profiles[$0].host.links.contains(id ?? "") }
    }

    var isLongEnough: Bool { link.map { !$0.isRouted && context.isLongEnough($0) } ?? false }
    var observedNumbers: Set<Int> { Set(link?.observed ?? []) }

    private mutating func fill() {
        if let segment {
            row.set(.segmentKind, choice: segment.kind.rawValue)
            if let plan = segment.plan {
                row.set(.segmentPlanIPv6, plan.ipv6)
                if let target = plan.target { row.set(.segmentTarget, choice: target.rawValue) }
            }
        }
        row.set(.segmentAuthorisedRouters, count: segment?.routers.count ?? 0)
        row.set(.segmentAuthorisedDHCPv6Servers, count: segment?.dhcpv6Servers.count ?? 0)
        row.set(.segmentDocumentedTunnels, count: context.site.tunnels.count)
        values[.segment] = segment?.name.vietnamese ?? link?.id ?? ""
        guard let link, !link.isRouted || !observed.isEmpty else { return }
        if !link.isRouted {
            row.set(.segmentObservedFor, seconds: context.observedSeconds(link))
            row.set(.segmentIPv6Visible, link.ipv6Visible)
        }
        fillRouters()
        fillNeighborDiscovery()
        fillPrefixes()
        fillDHCP()
        fillResolvers()
        fillHosts()
        fillTunnels()
        fillTranslation()
    }

    mutating func set(_ key: FactKey, sum sightings: [Sighting?], _ filter: String) {
        row.set(key, count: sightings.reduce(0) { $0 + Int(clamping: $1?.count ?? 0) })
        evidence[key] = sightings.prefix(4).flatMap { context.evidence(of: $0, filter) }
    }

    private mutating func fillHosts() {
        let profiles = hosts.map { context.profiles[$0] }
        func set(_ key: FactKey, _ matching: [HostProfile]) {
            row.set(key, count: matching.count)
            evidence[key] = matching.prefix(4).flatMap { profile -> [Evidence] in
                let shown = here(profile).first { $0.address.ipv6?.isConfiguredUnicast ?? false } ?? here(profile).first
                return shown.map { context.evidence(of: $0) } ?? []
            }
        }
        func here(_ profile: HostProfile) -> [AddressBinding] {
            profile.host.ipv6.filter { boundHere.contains($0.address) }
        }
        let routable = profiles.filter { here($0).contains { $0.address.ipv6?.isConfiguredUnicast ?? false } }
        let linkLocal = profiles.filter { profile in
            !here(profile).isEmpty && here(profile).allSatisfy { $0.address.isLinkLocal }
        }
        set(.segmentRoutableIPv6Hosts, routable)
        set(.segmentLinkLocalHosts, linkLocal)
        set(.segmentTunnelHosts, profiles.filter { $0.flags.contains(.tunnelled) })
        set(.segmentIPv4OnlyHosts, profiles.filter { $0.state == .ipv4Only })
        let shown = routable.isEmpty ? linkLocal : routable
        values[.hosts] = FactContext.list(shown.map { $0.host.names.first?.name ?? $0.host.id })
        let noise: Set<UInt16> = [67, 68, 137, 138, 1900, 5353, 5355]
        let numbers = observedNumbers
        let ipv4 = context.set.flows.filter {
            numbers.contains($0.link) && $0.family == .ipv4 && !$0.isTunnelled && !noise.contains($0.serverPort)
        }
        row.set(.segmentIPv4Flows, count: ipv4.count)
        if let first = ipv4.map(\.firstFrame).min() { evidence[.segmentIPv4Flows] = [context.evidence(first, "ip")] }
    }

    private mutating func fillTunnels() {
        let numbers = observedNumbers
        let others: Set<TunnelKind> = [.sixInFour, .gre]
        var pairs: [[IPAddress]: TunnelRow] = [:]
        for tunnel in context.set.tunnels where numbers.contains(tunnel.link) && others.contains(tunnel.kind) {
            guard tunnel.kind != .gre || tunnel.innerSources.contains(where: { $0.family == .ipv6 }) else { continue }
            let ends = [tunnel.outerSource, tunnel.outerDestination].sorted()
            if let known = pairs[ends], known.sighting.first < tunnel.sighting.first { continue }
            pairs[ends] = tunnel
        }
        row.set(.segmentOtherTunnels, count: pairs.count)
        let documented = context.site.tunnels.filter { $0.until.map { $0 >= context.date } ?? true }
        let unknown = pairs.filter { pair in !documented.contains { $0.ends.sorted() == pair.key } }
        let shown = context.site.tunnels.isEmpty ? pairs : unknown
        if !context.site.tunnels.isEmpty || pairs.isEmpty { row.set(.segmentUndocumentedTunnels, count: unknown.count) }
        let sorted = shown.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        values[.tunnels] = FactContext.list(sorted.map { "\($0.value.kind.rawValue) \($0.key[0]) ↔ \($0.key[1])" })
        let proofs = sorted.prefix(4).map {
            context.evidence($0.value.sighting.first, "ip.addr == \($0.key[0]) && ip.addr == \($0.key[1])")
        }
        evidence[.segmentOtherTunnels] = proofs
        evidence[.segmentUndocumentedTunnels] = proofs
    }

    /// NAT64 as routers announce it and as flows show it.
    private mutating func fillTranslation() {
        let prefixes = Set(routers.flatMap(\.nat64Prefixes))
        if !prefixes.isEmpty || !routers.contains(where: \.wasIncomplete) {
            row.set(.segmentPREF64Prefixes, count: prefixes.count)
        }
        if let name = context.set.dnsNames.first(where: { $0.name == "ipv4only.arpa" }), name.aaaaAnswers != nil {
            row.set(.segmentDNS64, !name.aaaa.isEmpty)
        }
        let numbers = observedNumbers
        let translated = context.set.flows.filter { flow in
            numbers.contains(flow.link)
                && (flow.server.ipv6?.scope == .nat64 || prefixes.contains { $0.contains(flow.server) })
        }
        let established = translated.filter(\.isEstablished)
        row.set(.segmentTranslatedFlows, count: established.count)
        row.set(.segmentFailedTranslatedFlows, count: translated.count - established.count)
        if !established.isEmpty {
            row.set(.segmentNAT64, true)
        } else if isLongEnough {
            row.set(.segmentNAT64, false)
        }
    }
}
