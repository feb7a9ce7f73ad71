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

/// Everything that is looked up once for all hosts; a class, because it is large and read for each of them.
final class ClassificationContext {
    let table: HostTable
    let set: ObservationSet
    let policy: SitePolicy
    let flows: FlowTallies
    private let configured: SiteIndex?
    private let links: [LinkIdentifier: Int]
    private let visibility: [LinkVisibility]
    private var roles: [Int32: Set<RoleHint>] = [:]
    private var tunnelled: Set<Int32> = []
    /// Addresses by the host that lost a conflict over them, and all hosts with one.
    private var refuted: [Int32: Set<IPAddress>] = [:]
    private var services: [Int32: [ServiceUse]] = [:]
    /// The first frame of each address that a host without a MAC has.
    private(set) var routedProofs: [IPAddress: Proof] = [:]

    init(_ table: HostTable, _ set: ObservationSet, _ site: Site?) {
        self.table = table
        self.set = set
        policy = site?.policy ?? .standard
        configured = site.map { SiteIndex($0) }
        let lookup = HostLookup(table, set)
        flows = FlowTallies(table, set, lookup)
        links = Dictionary(table.links.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let offset = site?.utcOffsetMinutes ?? 7 * 60
        visibility = table.links.map { LinkVisibility($0, set, utcOffsetMinutes: offset) }
        for hint in set.roleHints {
            if let host = lookup.host(of: hint.mac, on: hint.link) { roles[Int32(host), default: []].insert(hint.role) }
        }
        for tunnel in set.tunnels {
            if let host = lookup.host(at: tunnel.outerSource, from: tunnel.sourceMAC, on: tunnel.link) {
                tunnelled.insert(Int32(host))
            }
        }
        for conflict in set.conflicts {
            for mac in [conflict.first, conflict.second] {
                if let host = lookup.host(of: mac, on: conflict.link) {
                    refuted[Int32(host), default: []].insert(IPAddress(conflict.address))
                }
            }
        }
        let routed = Set(
            table.hosts.filter(\.macs.isEmpty).flatMap { $0.ipv4 + $0.ipv6 }.filter(\.evidence.isEmpty).map(\.address))
        if !routed.isEmpty {
            for source in set.sources where routed.contains(source.address) {
                let known = routedProofs[source.address] ?? source.sighting.first
                routedProofs[source.address] = min(known, source.sighting.first)
            }
        }
        for (key, service) in flows.services {
            services[key.host, default: []].append(
                ServiceUse(
                    transport: key.transport, port: key.port,
                    families: (service.ipv4 ? [.ipv4] : []) + (service.ipv6 ? [.ipv6] : []), proof: service.proof))
        }
    }

    func profile(of number: Int) -> HostProfile {
        let host = table.hosts[number]
        let id = Int32(number)
        let rows = host.macRows.map { set.macs[$0] }
        let tally = flows.hosts[number]
        let granted = rows.compactMap(\.grantedIPv6Only).min()
        let requested = rows.compactMap(\.requestsIPv6Only).min()
        let addresses = AddressFacts(
            host, refuted: refuted[id] ?? [], isIPv6OnlyGranted: granted != nil && requested != nil)
        let usesOptOut = requested != nil && granted != nil && !(addresses.hasIPv4 && tally.establishedIPv4 > 0)
        let judgement = HostJudgement(
            host: host, addresses: addresses, flows: tally, isIPv6Mostly: usesOptOut || addresses.hasCLAT,
            sentIPv6: !host.isRouter && rows.contains { $0.firstIPv6Frame != nil },
            links: host.links.compactMap { links[$0] }.map { visibility[$0] }, policy: policy)
        let state = judgement.state
        let provisional = judgement.provisionalReasons(state)
        let kinds = host.addressKinds {
            flows.clientSources.contains(FlowTallies.HostAddress(host: id, address: $0))
        }
        return HostProfile(
            host: host, state: state, provisionalBecause: provisional,
            confidence: judgement.confidence(state, isProvisional: !provisional.isEmpty),
            flags: flags(host, id, addresses, kinds), roles: roles(host, id),
            reasons: reasons(host, tally, state, requested: requested, granted: granted, usesOptOut: usesOptOut),
            services: (services[id] ?? []).sorted(), addressKinds: kinds, establishedIPv4Flows: tally.establishedIPv4,
            establishedIPv6Flows: tally.establishedIPv6, firstIPv4Flow: proof(tally.firstIPv4),
            firstIPv6Flow: proof(tally.firstIPv6), failedIPv6Destinations: tally.destinations.failedIPv6,
            succeededIPv6Destinations: tally.destinations.succeededIPv6)
    }

    private func proof(_ flow: Int32) -> Proof? { flow < 0 ? nil : set.flows[Int(flow)].establishingProof }

    /// The first link of a host where multicast IPv6 was heard.
    func firstMulticast(_ host: HostRecord) -> Proof? {
        host.links.compactMap { links[$0] }.compactMap { table.links[$0].firstMulticastIPv6 }.min()
    }

    private func flags(
        _ host: HostRecord, _ id: Int32, _ addresses: AddressFacts, _ kinds: [IPv6AddressKind]
    ) -> [HostFlag] {
        var flags: [HostFlag] = []
        if host.isRouter { flags.append(.router) }
        let isFromCard = host.ipv6.indices.contains { kinds[$0] == .eui64 && !host.ipv6[$0].address.isLinkLocal }
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

    private func roles(_ host: HostRecord, _ id: Int32) -> [RoleHint] {
        var found = roles[id] ?? []
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
