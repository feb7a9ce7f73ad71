import NetworkTypes
import SiteModel
import TrafficObservation

/// Takes addresses away from MACs that only answered for them: proxy ARP, proxy ND, sleep proxies.
///
/// An address that a MAC claims by answers alone is not its own when
/// - another MAC of the link uses it, and this one is a router or uses another address of the family itself;
/// - the MAC answers for five or more IPv4 addresses and never sends from this one;
/// - its packets arrive with a lower hop limit than the MAC's own: they were forwarded;
/// - the MAC is a router and the address lies outside the subnets in use on the link and is no gateway or server;
/// - it is an NA without override (RFC 4861 §7.2.8), and another MAC claims it or the sender is a router.
struct ProxyFilter {
    private static let fewestAnswers = 5

    private struct Candidate {
        let node: Int32
        let address: IPAddress
        let rows: ArraySlice<Int32>
        let isWithoutOverride: Bool
        /// The MAC uses another address of this family.
        let hasOwn: Bool
        /// How many addresses of this family it claims by answers alone.
        let answers: Int
        let isOffSubnet: Bool
    }

    /// What other MACs and the traffic say about a candidate.
    private struct Witness {
        var isUsedElsewhere = false
        var isClaimedElsewhere = false
        var isSource = false
        /// Other machines of the link use addresses of the same subnet.
        var hasNeighbours = false
        var hopLimit: UInt8 = 0
    }

    static func apply(to graph: inout BindingGraph, segments: [Int32: Segment]) {
        var candidates: [Candidate] = []
        for node in graph.nodes.indices { candidates += Self.candidates(graph, Int32(node), segments) }
        guard !candidates.isEmpty else { return }
        var witnesses: [LinkAddress: [Int32: Witness]] = [:]
        for candidate in candidates {
            witnesses[key(graph, candidate), default: [:]][candidate.node] = Witness()
        }
        listen(graph, &witnesses)
        let ownHopLimits = Self.ownHopLimits(graph, Set(candidates.map(\.node)))
        let infrastructure = Self.infrastructure(graph.set)
        for candidate in candidates {
            let place = key(graph, candidate)
            guard let witness = witnesses[place]?[candidate.node] else { continue }
            let isForwarded =
                witness.hopLimit > 0
                && witness.hopLimit < ownHopLimits[NodeFamily(candidate.node, candidate.address.family)] ?? 0
            if isProxied(
                candidate, witness, isRouter: graph.nodes[Int(candidate.node)].isRouter, isForwarded: isForwarded,
                isInfrastructure: infrastructure.contains(place))
            {
                for row in candidate.rows { graph.give(row, to: -1) }
                graph.proxied[candidate.node, default: []].append(candidate.address)
            }
        }
    }

    private static func isProxied(
        _ candidate: Candidate, _ witness: Witness, isRouter: Bool, isForwarded: Bool, isInfrastructure: Bool
    ) -> Bool {
        if isForwarded { return true }
        if candidate.address.family == .ipv4 {
            let isProxy = isRouter || candidate.answers >= fewestAnswers
            if witness.isUsedElsewhere, isProxy || candidate.hasOwn { return true }
            if candidate.answers >= fewestAnswers, !witness.isSource { return true }
            return isRouter && candidate.hasOwn && candidate.isOffSubnet && !witness.hasNeighbours && !isInfrastructure
        }
        if candidate.isWithoutOverride { return witness.isClaimedElsewhere || isRouter && candidate.hasOwn }
        return isRouter && witness.isUsedElsewhere
    }

    private static func key(_ graph: BindingGraph, _ candidate: Candidate) -> LinkAddress {
        LinkAddress(link: graph.nodes[Int(candidate.node)].observed, address: candidate.address)
    }

    private static func candidates(_ graph: BindingGraph, _ node: Int32, _ segments: [Int32: Segment]) -> [Candidate] {
        guard graph.mayBeProxy(node) else { return [] }
        let claims = graph.claimsByAddress(of: node)
        guard claims.contains(where: { isAnswersOnly(graph, $0) }) else { return [] }
        var own: [AddressFamily: Set<IPPrefix>] = [:]
        var answers: [AddressFamily: Int] = [:]
        for rows in claims {
            guard let address = rows.first.map({ graph.binding($0).address }) else { continue }
            if rows.contains(where: { graph.binding($0).evidence.isOwnUse }) {
                // Every machine may have 169.254/16 beside its own; every one has fe80::/10.
                if address.family == .ipv4, address.isLinkLocal { continue }
                own[address.family, default: []].insert(address.subnet)
            } else if isAnswersOnly(graph, rows) {
                answers[address.family, default: 0] += 1
            }
        }
        let prefixes = segments[graph.nodes[Int(node)].link]?.prefixes ?? []
        return claims.compactMap { rows in
            guard isAnswersOnly(graph, rows), let first = rows.first else { return nil }
            let address = graph.binding(first).address
            let subnets = own[address.family] ?? []
            let isWithoutOverride =
                address.family == .ipv6 && rows.allSatisfy { graph.binding($0).withoutOverride }
            let isRouter = graph.nodes[Int(node)].isRouter
            if address.family == .ipv6, !isWithoutOverride, !isRouter { return nil }
            // A lone answer is what a quiet machine shows of itself.
            guard !subnets.isEmpty || answers[address.family, default: 0] > 1 || isRouter || isWithoutOverride else {
                return nil
            }
            return Candidate(
                node: node, address: address, rows: rows, isWithoutOverride: isWithoutOverride,
                hasOwn: !subnets.isEmpty, answers: answers[address.family, default: 0],
                isOffSubnet: !subnets.contains { $0.contains(address) } && !prefixes.contains { $0.contains(address) })
        }
    }

    private static func isAnswersOnly(_ graph: BindingGraph, _ rows: ArraySlice<Int32>) -> Bool {
        rows.allSatisfy {
            let evidence = graph.binding($0).evidence
            return evidence == .arpReply || evidence == .advertisementTarget
        }
    }

    private static func listen(_ graph: BindingGraph, _ witnesses: inout [LinkAddress: [Int32: Witness]]) {
        var subnets: [LinkSubnet: [LinkAddress]] = [:]
        for key in witnesses.keys where key.address.family == .ipv4 {
            subnets[LinkSubnet(link: key.link, subnet: key.address.subnet), default: []].append(key)
        }
        for (row, binding) in graph.set.bindings.enumerated() where binding.evidence != .duplicateAddressDetection {
            let key = LinkAddress(link: Int32(binding.link), address: binding.address)
            for node in witnesses[key]?.keys.map({ $0 }) ?? [] where node != graph.owner[row] {
                witnesses[key]?[node]?.isClaimedElsewhere = true
                if binding.evidence.isOwnUse { witnesses[key]?[node]?.isUsedElsewhere = true }
            }
            guard binding.address.family == .ipv4, binding.evidence.isOwnUse else { continue }
            for key in subnets[LinkSubnet(link: key.link, subnet: binding.address.subnet)] ?? [] {
                for node in witnesses[key]?.keys.map({ $0 }) ?? [] where node != graph.owner[row] {
                    witnesses[key]?[node]?.hasNeighbours = true
                }
            }
        }
        for source in graph.set.sources {
            let key = LinkAddress(link: Int32(source.link), address: source.address)
            guard var known = witnesses[key],
                let node = graph.nodeOf[LinkMAC(observed: key.link, mac: source.mac)], known[node] != nil
            else { continue }
            known[node]?.isSource = true
            known[node]?.hopLimit = source.largestHopLimit
            witnesses[key] = known
        }
    }

    private struct NodeFamily: Hashable {
        let node: Int32
        let family: AddressFamily

        init(_ node: Int32, _ family: AddressFamily) {
            self.node = node
            self.family = family
        }
    }

    private struct LinkSubnet: Hashable {
        let link: Int32
        let subnet: IPPrefix
    }

    /// The highest hop limit with which a MAC sends from an address that it uses itself.
    private static func ownHopLimits(_ graph: BindingGraph, _ nodes: Set<Int32>) -> [NodeFamily: UInt8] {
        var result: [NodeFamily: UInt8] = [:]
        for source in graph.set.sources where source.largestHopLimit > 0 && !source.address.isLinkLocal {
            guard let node = graph.nodeOf[LinkMAC(observed: Int32(source.link), mac: source.mac)], nodes.contains(node),
                graph.claims(of: node, to: source.address).contains(where: { graph.binding($0).evidence.isOwnUse })
            else { continue }
            let key = NodeFamily(node, source.address.family)
            result[key] = max(result[key] ?? 0, source.largestHopLimit)
        }
        return result
    }

    /// Gateways, resolvers and servers that DHCP names on a link: real, even where they only answer.
    private static func infrastructure(_ set: ObservationSet) -> Set<LinkAddress> {
        var result: Set<LinkAddress> = []
        for server in set.dhcpServers {
            let link = Int32(server.link)
            result.insert(LinkAddress(link: link, address: server.address))
            for gateway in server.gateways { result.insert(LinkAddress(link: link, address: IPAddress(gateway))) }
            for resolver in server.resolvers { result.insert(LinkAddress(link: link, address: resolver)) }
        }
        return result
    }
}
