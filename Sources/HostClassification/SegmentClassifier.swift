public import HostCorrelation
import NetworkTypes
public import SiteModel
public import TrafficObservation

/// Gives each segment of the site, and each link that belongs to none, its state. Domain reference §4.5.
public enum SegmentClassifier {
    /// - Returns: Sorted by id. `dualUnsafe` is for the rules to set.
    public static func classify(
        _ table: HostTable, _ set: ObservationSet, _ profiles: [HostProfile], site: Site? = nil
    ) -> [SegmentProfile] {
        var members: [LinkIdentifier: [HostProfile]] = [:]
        for profile in profiles { for link in profile.host.links { members[link, default: []].append(profile) } }
        var routers: [Int: [RouterRow]] = [:]
        for row in set.routers { routers[table.linkOfObserved[row.link], default: []].append(row) }
        let granting = Set(set.dhcpServers.filter(\.grantsIPv6Only).map { table.linkOfObserved[$0.link] })
        var declared: [String: Segment] = [:]
        for segment in site?.segments ?? [] where declared[segment.id] == nil { declared[segment.id] = segment }

        var result: [SegmentProfile] = []
        for (number, link) in table.links.enumerated() {
            let hosts = members[link.id] ?? []
            let rows = routers[number] ?? []
            let state = state(
                hosts, hasRoute: rows.contains(where: \.hasPositiveLifetime),
                isAdvertised: rows.contains { !$0.prefixes.isEmpty },
                isGranting: granting.contains(number), isVisible: link.ipv6Visible)
            result.append(
                SegmentProfile(
                    id: link.segment ?? link.id, segment: link.segment, link: number, state: state,
                    // A listed machine that was only seen through a router stands on some other link.
                    hostCounts: counts(link.isRouted ? hosts : hosts.filter { !$0.host.macs.isEmpty }),
                    prefixes: prefixes(link.segment.flatMap { declared[$0] }, rows),
                    isProvisional: isProvisional(state, hosts)))
        }
        let shown = Set(table.links.compactMap(\.segment))
        for segment in declared.values where !shown.contains(segment.id) {
            result.append(
                SegmentProfile(
                    id: segment.id, segment: segment.id, link: nil, state: .unknown, hostCounts: [:],
                    prefixes: prefixes(segment, [])))
        }
        return result.sorted { $0.id < $1.id }
    }

    private static func counts(_ hosts: [HostProfile]) -> [HostState: Int] {
        var counts: [HostState: Int] = [:]
        for host in hosts { counts[host.state, default: 0] += 1 }
        return counts
    }

    /// Routers do not make a segment: they speak IPv6 before anybody else does.
    private static func state(
        _ hosts: [HostProfile], hasRoute: Bool, isAdvertised: Bool, isGranting: Bool, isVisible: Bool
    ) -> SegmentState {
        let states = hosts.filter { !$0.host.isRouter && !$0.host.isVirtualMAC && !$0.host.isInsideTunnel }
        let has = { (wanted: [HostState]) in states.contains { wanted.contains($0.state) } }
        let hasIPv4 = has([
            .ipv4Only, .ipv4Seen, .ipv4LatentIPv6, .dualConfigured, .dualOperational, .dualBroken,
        ])
        if has([.ipv6Mostly]) || isGranting && has([.ipv6Only]) { return .ipv6Mostly }
        if has([.ipv6Only]), !hasIPv4 { return .ipv6Only }
        if has([.dualConfigured, .dualOperational, .dualBroken, .ipv6Only]) {
            let isUsed = states.contains { $0.establishedIPv6Flows > 0 }
            return hasRoute || isUsed ? .dual : .raOnly
        }
        if isAdvertised { return .raOnly }
        if has([.ipv4LatentIPv6, .linkLocalOnly]) { return .latent }
        return has([.ipv4Only]) && isVisible ? .noIPv6 : .unknown
    }

    /// That a segment lacks something is as sure as the surest of the hosts that say so.
    private static func isProvisional(_ state: SegmentState, _ hosts: [HostProfile]) -> Bool {
        let witnesses: [HostState]
        switch state {
        case .noIPv6: witnesses = [.ipv4Only]
        case .latent: witnesses = [.ipv4LatentIPv6, .linkLocalOnly]
        case .ipv6Only: witnesses = [.ipv6Only]
        case .unknown, .raOnly, .dual, .dualUnsafe, .ipv6Mostly: return false
        }
        return !hosts.contains { !$0.host.isRouter && witnesses.contains($0.state) && !$0.isProvisional }
    }

    private static func prefixes(_ segment: Segment?, _ routers: [RouterRow]) -> [String] {
        let declared = Set(segment?.prefixes ?? [])
        let advertised = Set(routers.flatMap { $0.onLinkPrefixes + $0.autonomousPrefixes })
            .filter { !declared.contains($0) && !$0.address.isLinkLocal }
        return (declared.sorted() + advertised.sorted()).map(\.description)
    }
}
