public import HostCorrelation
import NetworkTypes
public import SiteModel
public import TrafficObservation

/// Gives each host its state, with the proof of it. Pure: the same input gives the same profiles.
public enum HostClassifier {
    /// - Returns: One profile for each host of the table, in its order.
    public static func classify(_ table: HostTable, _ set: ObservationSet, site: Site? = nil) -> [HostProfile] {
        let context = ClassificationContext(table, set, site)
        return RoleClassifier.describe(table.hosts.indices.map { context.profile(of: $0) }, table, set, site: site)
    }
}

/// Everything that is looked up once for all hosts; a class, because it is large and every profile reads it.
final class ClassificationContext: Sendable {
    let table: HostTable
    let set: ObservationSet
    let policy: SitePolicy
    let flows: FlowTallies
    private let configured: SiteIndex?
    private let visibility: [LinkVisibility]
    private let linkByID: [LinkIdentifier: Int]
    private let roleHints: [Int32: Set<RoleHint>]
    private let tunnelled: Set<Int32>
    /// Addresses by the host that lost a conflict over them, and all hosts with one.
    private let refuted: [Int32: Set<IPAddress>]
    private let servicesOfHost: [Int32: [ServiceUse]]
    /// The first frame of each address that no MAC on a link has.
    let routedProofs: [IPAddress: Proof]

    init(_ table: HostTable, _ set: ObservationSet, _ site: Site?) {
        self.table = table
        self.set = set
        policy = site?.policy ?? .standard
        configured = site.flatMap { site in site.configuredHosts.isEmpty ? nil : SiteIndex(site) }
        let lookup = HostLookup(table)
        flows = FlowTallies(table, set, lookup)
        linkByID = Dictionary(table.links.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let offset = site?.utcOffsetMinutes ?? 7 * 60
        visibility = table.links.map { LinkVisibility($0, set, utcOffsetMinutes: offset) }
        var roles: [Int32: Set<RoleHint>] = [:]
        for hint in set.roleHints {
            if let host = lookup.host(of: hint.mac, on: hint.link) { roles[Int32(host), default: []].insert(hint.role) }
        }
        roleHints = roles
        var tunnelled: Set<Int32> = []
        for tunnel in set.tunnels {
            if let host = lookup.host(at: tunnel.outerSource, from: tunnel.sourceMAC, on: tunnel.link) {
                tunnelled.insert(Int32(host))
            }
        }
        self.tunnelled = tunnelled
        var refuted: [Int32: Set<IPAddress>] = [:]
        for conflict in set.conflicts {
            for mac in [conflict.first, conflict.second] {
                if let host = lookup.host(of: mac, on: conflict.link) {
                    refuted[Int32(host), default: []].insert(IPAddress(conflict.address))
                }
            }
        }
        self.refuted = refuted
        routedProofs = Self.routedProofs(table, set)
        var services: [Int32: [ServiceUse]] = [:]
        for (key, service) in flows.services {
            services[key.host, default: []].append(
                ServiceUse(
                    transport: key.transport, port: key.port,
                    families: (service.ipv4 ? [.ipv4] : []) + (service.ipv6 ? [.ipv6] : []), proof: service.proof))
        }
        for (host, uses) in ProbedServices(set).uses(table) {
            services[host] = ServiceUse.joined((services[host] ?? []) + uses)
        }
        servicesOfHost = services.mapValues { $0.sorted() }
    }

    private static func routedProofs(_ table: HostTable, _ set: ObservationSet) -> [IPAddress: Proof] {
        var routed: Set<IPAddress> = []
        for host in table.hosts where !host.isPlain {
            host.forEachBinding { if $0.isRouted { routed.insert($0.address) } }
        }
        var result: [IPAddress: Proof] = [:]
        guard !routed.isEmpty else { return result }
        for source in set.sources where routed.contains(source.address) {
            result[source.address] = min(result[source.address] ?? source.sighting.first, source.sighting.first)
        }
        return result
    }

    /// The places of a host's links.
    private func links(of host: HostRecord) -> [Int] {
        let numbers = host.linkNumbers
        return numbers.isEmpty ? host.links.compactMap { linkByID[$0] } : numbers.map { Int($0) }
    }

    /// What the client asked for and what the server granted, of the host's cards together. RFC 8925.
    private struct OptOut {
        var requested: Proof?
        var granted: Proof?
    }

    private func optOut(_ host: HostRecord) -> OptOut {
        var result = OptOut()
        guard host.mayUseDHCP else { return result }
        host.forEachMACRow { row in
            if let proof = set.macs[row].requestsIPv6Only { result.requested = min(result.requested ?? proof, proof) }
            if let proof = set.macs[row].grantedIPv6Only { result.granted = min(result.granted ?? proof, proof) }
        }
        return result
    }

    private func addresses(_ host: HostRecord, _ number: Int, _ optOut: OptOut) -> AddressFacts {
        AddressFacts(
            host, refuted: refuted.isEmpty ? [] : refuted[Int32(number)] ?? [],
            isIPv6OnlyGranted: optOut.granted != nil && optOut.requested != nil)
    }

    private func usesOptOut(_ optOut: OptOut, _ addresses: AddressFacts, _ tally: FlowTally) -> Bool {
        optOut.requested != nil && optOut.granted != nil && !(addresses.hasIPv4 && tally.establishedIPv4 > 0)
    }

    private func sentIPv6(_ host: HostRecord) -> Bool {
        if let known = host.hasSentIPv6 { return known }
        var result = false
        host.forEachMACRow { if set.macs[$0].firstIPv6Frame != nil { result = true } }
        return result
    }

    func profile(of number: Int) -> HostProfile {
        let host = table.hosts[number]
        let tally = flows.hosts[number]
        let optOut = optOut(host)
        let addresses = addresses(host, number, optOut)
        let judgement = HostJudgement(
            host: host, addresses: addresses, flows: tally,
            isIPv6Mostly: usesOptOut(optOut, addresses, tally) || addresses.hasCLAT,
            sentIPv6: !host.isRouter && sentIPv6(host),
            links: links(of: host).map { visibility[$0] }, policy: policy,
            hasDeclarations: set.packetCaptures != nil)
        let state = judgement.state
        let provisional = judgement.provisionalReasons(state)
        return HostProfile(
            host: host, state: state, provisional: provisional,
            confidence: judgement.confidence(state, isProvisional: !provisional.isEmpty), context: self, number: number)
    }

    func use(of number: Int) -> HostUse {
        let tally = flows.hosts[number]
        return HostUse(
            establishedIPv4Flows: tally.establishedIPv4, establishedIPv6Flows: tally.establishedIPv6,
            firstIPv4Flow: proof(tally.firstIPv4), firstIPv6Flow: proof(tally.firstIPv6),
            failedIPv6Destinations: tally.destinations.failedIPv6,
            succeededIPv6Destinations: tally.destinations.succeededIPv6,
            failedIPv4Destinations: tally.destinations.failedIPv4,
            succeededIPv4Destinations: tally.destinations.succeededIPv4)
    }

    func services(of number: Int) -> [ServiceUse] { servicesOfHost[Int32(number)] ?? [] }

    func addressKinds(of number: Int) -> [IPv6AddressKind] {
        table.hosts[number].addressKinds {
            flows.clientSources.contains(FlowTallies.HostAddress(host: Int32(number), address: $0))
        }
    }

    func reasons(of number: Int, _ state: HostState) -> [Reason] {
        let host = table.hosts[number]
        let optOut = optOut(host)
        let tally = flows.hosts[number]
        return reasons(
            host, tally, state, requested: optOut.requested, granted: optOut.granted,
            usesOptOut: usesOptOut(optOut, addresses(host, number, optOut), tally))
    }

    private func proof(_ flow: Int32) -> Proof? { flow < 0 ? nil : set.flows[Int(flow)].establishingProof }

    /// The first link of a host where multicast IPv6 was heard.
    func firstMulticast(_ host: HostRecord) -> Proof? {
        links(of: host).compactMap { table.links[$0].firstMulticastIPv6 }.min()
    }

    func flags(of number: Int) -> [HostFlag] {
        let host = table.hosts[number]
        let id = Int32(number)
        let addresses = addresses(host, number, optOut(host))
        let kinds = addressKinds(of: number)
        let ipv6 = host.ipv6
        var flags: [HostFlag] = []
        if host.isRouter { flags.append(.router) }
        let isFromCard = ipv6.indices.contains { kinds[$0] == .eui64 && !ipv6[$0].address.isLinkLocal }
        if isFromCard { flags.append(.eui64) }
        if kinds.contains(.temporary) { flags.append(.temporaryAddresses) }
        if host.macs.contains(where: \.isLocallyAdministered), !host.isVirtualMAC { flags.append(.randomMAC) }
        if host.isVirtualMAC { flags.append(.virtualMAC) }
        if host.isSharedMAC { flags.append(.sharedMAC) }
        if addresses.hasTunnelAddress || tunnelled.contains(id) { flags.append(.tunnelled) }
        if host.isInsideTunnel { flags.append(.insideTunnel) }
        if addresses.hasIPv4LinkLocal { flags.append(.ipv4LinkLocal) }
        if refuted[id] != nil { flags.append(.addressConflict) }
        if addresses.hasCLAT { flags.append(.clat) }
        return flags.sorted()
    }

    func roles(of number: Int) -> [RoleHint] {
        let host = table.hosts[number]
        let hints = roleHints[Int32(number)]
        if hints == nil, configured == nil, !host.isRouter { return [] }
        var found = hints ?? []
        if host.isRouter { found.insert(.router) }
        if let configured {
            let listed =
                host.macs.flatMap { configured.hosts(at: $0) }
                + (host.ipv4 + host.ipv6).flatMap { configured.hosts(at: $0.address) }
            for entry in listed {
                switch entry.kind {
                case .server: found.insert(.server)
                case .printer: found.insert(.printer)
                case .camera: found.insert(.camera)
                case .phone: found.insert(.phone)
                case .router: found.insert(.router)
                case .workstation, .switch, .firewall, .accessPoint, .tslcdTerminal, .other: break
                }
            }
        }
        return found.sorted { $0.rawValue < $1.rawValue }
    }
}
