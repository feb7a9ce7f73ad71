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
    let rows: SegmentRows
    let linkHosts: LinkHosts
    /// The number of the link.
    let linkNumber: Int?
    let reachability: LinkReachability

    static func all(_ context: FactContext, _ hosts: LinkHosts) -> [SubjectFacts] {
        let links = context.table.links
        let rows = SegmentRows(context)
        let reachability = LinkReachability.all(context)
        let captured = links.indices.filter { links[$0].segment == nil }.map { (nil as Segment?, $0 as Int?) }
        let declared = context.site.segments.filter { !$0.stateSecret }.map { segment in
            (segment as Segment?, links.firstIndex { $0.segment == segment.id })
        }
        return (declared + captured).map { segment, link in
            var facts = SegmentFacts(
                context, segment, link, rows, hosts, link.flatMap { reachability[$0] } ?? LinkReachability())
            facts.fill()
            return SubjectFacts(
                facts.subject, agency: facts.agency, row: facts.row,
                details: SubjectDetails(values: facts.values, evidence: facts.evidence))
        }
    }

    private init(
        _ context: FactContext, _ segment: Segment?, _ number: Int?, _ rows: SegmentRows, _ hosts: LinkHosts,
        _ reachability: LinkReachability
    ) {
        self.context = context
        self.reachability = reachability
        self.segment = segment
        self.rows = rows
        linkHosts = hosts
        linkNumber = number
        let link = number.map { context.table.links[$0] }
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
    }

    var hosts: SegmentHosts { linkNumber.map { linkHosts[$0] } ?? SegmentHosts() }
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
        let seen = hosts
        fillPrefixes(seen)
        fillDHCP()
        fillResolvers()
        fillHosts(seen)
        reachability.fill(&row)
        fillTunnels()
        fillTranslation()
    }

    mutating func set(_ key: FactKey, sum sightings: [Sighting?], _ filter: String) {
        row.set(key, count: sightings.reduce(0) { $0 + Int(clamping: $1?.count ?? 0) })
        evidence[key] = sightings.prefix(4).flatMap { context.evidence(of: $0, filter) }
    }

    private mutating func fillHosts(_ seen: SegmentHosts) {
        set(.segmentRoutableIPv6Hosts, seen.routable)
        set(.segmentLinkLocalHosts, seen.linkLocal)
        set(.segmentTunnelHosts, seen.tunnelled)
        set(.segmentIPv4OnlyHosts, seen.ipv4Only)
        values[.hosts] = (seen.routable.count == 0 ? seen.linkLocal : seen.routable).list(context.profiles)
        let noise: Set<UInt16> = [67, 68, 137, 138, 1900, 5353, 5355]
        var (count, first) = (0, nil as Proof?)
        forEachFlow { flow in
            guard flow.family == .ipv4, !flow.isTunnelled, !noise.contains(flow.serverPort) else { return }
            count += 1
            if first.map({ flow.firstFrame < $0 }) ?? true { first = flow.firstFrame }
        }
        row.set(.segmentIPv4Flows, count: count)
        if let first { evidence[.segmentIPv4Flows] = [context.evidence(first, "ip")] }
    }

    private mutating func set(_ key: FactKey, _ matching: ShownHosts) {
        row.set(key, count: matching.count)
        evidence[key] = matching.numbers.prefix(4).flatMap { number -> [Evidence] in
            var here: [IPv6Address] = []
            forEachIPv6Here(number) { here.append($0) }
            let shown = here.first { $0.isConfiguredUnicast } ?? here.first
            return shown.map { evidence(of: $0, number) } ?? []
        }
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
        var (established, failed) = (0, 0)
        forEachFlow { flow in
            guard flow.server.ipv6?.scope == .nat64 || prefixes.contains(where: { $0.contains(flow.server) }) else {
                return
            }
            if flow.isEstablished { established += 1 } else { failed += 1 }
        }
        row.set(.segmentTranslatedFlows, count: established)
        row.set(.segmentFailedTranslatedFlows, count: failed)
        if established > 0 {
            row.set(.segmentNAT64, true)
        } else if isLongEnough {
            row.set(.segmentNAT64, false)
        }
    }
}
