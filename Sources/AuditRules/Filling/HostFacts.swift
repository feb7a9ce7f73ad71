import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

/// The facts of one host.
struct HostFacts {
    private let context: FactContext
    private let profile: HostProfile
    private let agency: String
    private var row = FactRow(.host)
    private var values: [ValueKey: String] = [:]
    private var evidence: [FactKey: [Evidence]] = [:]

    static func all(_ context: FactContext, _ traffic: HostTraffic) -> [SubjectFacts] {
        context.profiles.indices.filter { !context.profiles[$0].host.isVirtualMAC }.map { number in
            var facts = HostFacts(context, number)
            facts.fill(traffic, number)
            return SubjectFacts(
                Subject(.host, facts.profile.host.id), agency: facts.agency, row: facts.row,
                details: SubjectDetails(values: facts.values, evidence: facts.evidence))
        }
    }

    private init(_ context: FactContext, _ number: Int) {
        self.context = context
        profile = context.profiles[number]
        agency = context.agencyOfHost[number]
    }

    private mutating func fill(_ traffic: HostTraffic, _ number: Int) {
        let links = context.links(of: profile.host)
        let own = links.filter { !$0.isRouted }
        let isOnOwnLink = !own.isEmpty && !profile.host.macs.isEmpty
        row.set(.hostOnOwnLink, isOnOwnLink)
        let watched = own.map { context.observedSeconds($0) }.max() ?? 0
        if isOnOwnLink {
            row.set(.hostObservedFor, seconds: watched)
            row.set(
                .hostIPv6Visible,
                own.contains { link in
                    link.ipv6Visible
                        && (link.multicastIPv6Senders.isEmpty
                            || !link.multicastIPv6Senders.isSubset(of: profile.host.macs))
                })
        }
        fillAddresses(mayBeMore: !isOnOwnLink || watched < context.minimumSeconds)
        fillLinkOffer(own)
        fillUse(traffic, number, watched: watched)
        fillTunnels(traffic, number)
        row.set(.hostState, choice: profile.state.rawValue)
        row.set(.hostStateFinal, !profile.isProvisional)
        if let kind { row.set(.hostKind, choice: kind) }
        let name = profile.host.names.first?.name
        let address = (profile.host.ipv4 + profile.host.ipv6).first?.address.description
        values[.host] = [name, address].compactMap { $0 }.joined(separator: " ")
        if values[.host] == "" { values[.host] = profile.host.macs.first?.description ?? profile.host.id }
        values[.mac] = FactContext.list(profile.host.macs.map(\.description))
        values[.segment] = profile.host.links.map { id in
            context.link(id)?.segment.flatMap { context.index.segment($0)?.name.vietnamese } ?? id
        }.joined(separator: ", ")
    }

    private mutating func fillAddresses(mayBeMore: Bool) {
        let host = profile.host
        let v6 = host.ipv6.compactMap { binding in binding.address.ipv6.map { (binding, $0) } }
        let routable = v6.filter { $0.1.isConfiguredUnicast }
        let linkLocal = v6.filter { $0.1.isLinkLocal }
        let unique = v6.filter { $0.1.scope == .uniqueLocal }
        let global = v6.filter { $0.1.scope == .global || ($0.1.scope == .documentation && !context.isReserved($0.1)) }
        let eui64 = routable.filter { $0.1.embeddedMAC.map { host.macs.contains($0) } ?? false }
        let reserved = v6.filter { context.isReserved($0.1) }
        set(.hostIPv4Addresses, host.ipv4)
        set(.hostLinkLocalAddresses, linkLocal.map(\.0))
        set(.hostReservedAddresses, reserved.map(\.0))
        if !mayBeMore || !routable.isEmpty {
            set(.hostRoutableIPv6Addresses, routable.map(\.0))
            set(.hostGlobalAddresses, global.map(\.0))
            set(.hostUniqueLocalAddresses, unique.map(\.0))
        }
        if row[.hostOnOwnLink] == 1 { set(.hostEUI64Addresses, eui64.map(\.0)) }
        values[.ipv4] = FactContext.list(host.ipv4.map(\.address.description))
        values[.ipv6] = FactContext.list(routable.map(\.1.description))
        values[.linkLocal] = FactContext.list(linkLocal.map(\.1.description))
        values[.eui64] = FactContext.list(eui64.map(\.1.description))
        let advertised = context.set.routers.filter { host.macs.contains($0.mac) }.flatMap { router in
            router.prefixes.keys.compactMap(\.address.ipv6).filter(context.isReserved)
                + router.resolvers.filter(context.isReserved)
        }
        row.set(.hostReservedPrefixesAdvertised, count: advertised.count)
        values[.reserved] = FactContext.list((reserved.map(\.1) + advertised).sorted().map(\.description))
    }

    private mutating func set(_ key: FactKey, _ bindings: [AddressBinding]) {
        row.set(key, count: bindings.count)
        evidence[key] = bindings.prefix(4).flatMap { context.evidence(of: $0) }
    }

    /// What kind of machine: the inventory first, else an unmistakable role.
    private var kind: String? {
        let host = profile.host
        for mac in host.macs {
            if let listed = context.index.hosts(at: mac).first { return listed.kind.rawValue }
        }
        for binding in host.ipv4 + host.ipv6 {
            if let listed = context.index.hosts(at: binding.address).first { return listed.kind.rawValue }
        }
        for role in [RoleHint.router, .printer, .camera, .phone] where profile.roles.contains(role) {
            return role.rawValue
        }
        return profile.roles.contains(.server) || profile.roles.contains(.resolver) ? "server" : nil
    }

    private mutating func fillLinkOffer(_ links: [LinkRecord]) {
        let observed = Set(links.flatMap(\.observed))
        let offers = context.set.routers.filter { router in
            observed.contains(router.link) && router.hasPositiveLifetime && !profile.host.macs.contains(router.mac)
                && (router.latest.isManaged
                    || router.prefixes.values.contains { $0.isAutonomous && $0.validSeconds > 0 })
        }
        if !offers.isEmpty {
            row.set(.hostLinkOffersIPv6, true)
            evidence[.hostLinkOffersIPv6] = offers.prefix(2).compactMap { router in
                router.firstPositiveLifetime.map {
                    context.evidence($0, "icmpv6.type == 134 && ipv6.src == \(router.source)")
                }
            }
            let authorised = links.compactMap { $0.segment.flatMap { context.index.segment($0) } }.flatMap(\.routers)
            if !authorised.isEmpty {
                row.set(
                    .hostLinkRoutersAuthorised,
                    offers.contains { offer in authorised.contains { $0.matches(offer) } })
            }
        } else if links.contains(where: { context.isLongEnough($0) }) {
            row.set(.hostLinkOffersIPv6, false)
        }
    }

    private mutating func fillUse(_ traffic: HostTraffic, _ number: Int, watched: Int64) {
        row.set(.hostIPv4Frames, count: Int(clamping: profile.host.ipv4Traffic.packets))
        row.set(.hostIPv6Frames, count: Int(clamping: profile.host.ipv6Traffic.packets))
        row.set(.hostEstablishedIPv4Flows, count: profile.establishedIPv4Flows)
        if !profile.provisionalBecause.contains(.oneDirection) {
            row.set(.hostEstablishedIPv6Flows, count: profile.establishedIPv6Flows)
        }
        if let proof = profile.firstIPv4Flow { evidence[.hostEstablishedIPv4Flows] = [context.evidence(proof, "ip")] }
        if let proof = profile.firstIPv6Flow { evidence[.hostEstablishedIPv6Flows] = [context.evidence(proof, "ipv6")] }
        let use = traffic[number]
        row.set(.hostDNSAnswers, count: use.dnsAnswers)
        if use.dnsAnswers > 0 {
            row.set(.hostAAAAAnswered, count: use.aaaaAnswered == nil ? 0 : 1)
            if let proof = use.aaaaAnswered { evidence[.hostAAAAAnswered] = [context.evidence(proof, "dns.aaaa")] }
        }
        row.set(.hostGlobalDestinations, count: use.globalDestinations.count)
        if use.dnsAnswers > 0, watched >= 3600 {
            row.set(.hostIPv4LiteralDestinations, count: use.literalDestinations.count)
            row.set(.hostIPv4LiteralRepeats, count: use.literalRepeats)
            evidence[.hostIPv4LiteralDestinations] = use.literalProofs.prefix(4).map { context.evidence($0, "ip") }
            values[.destinations] = FactContext.list(use.literalDestinations.sorted().map(\.description))
        }
        let rows = profile.host.macRows.map { context.set.macs[$0] }
        if let proof = rows.compactMap(\.requestsIPv6Only).min() {
            row.set(.hostRequestsIPv6OnlyMode, true)
            evidence[.hostRequestsIPv6OnlyMode] = [context.evidence(proof, "dhcp")]
        } else if rows.contains(where: { $0.firstDHCPRequest != nil }) || watched >= context.minimumSeconds {
            row.set(.hostRequestsIPv6OnlyMode, false)
        }
    }

    private mutating func fillTunnels(_ traffic: HostTraffic, _ number: Int) {
        let v6 = profile.host.ipv6.compactMap { binding in binding.address.ipv6.map { (binding, $0) } }
        set(.hostSixToFourAddresses, v6.filter { $0.1.scope == .sixToFour }.map(\.0))
        set(.hostISATAPAddresses, v6.filter { $0.1.isISATAP }.map(\.0))
        let tunnels = traffic[number].tunnels
        let keys: [(FactKey, TunnelKind)] = [
            (.hostSixToFourPackets, .sixToFour), (.hostTeredoPackets, .teredo), (.hostISATAPPackets, .isatap),
        ]
        for (key, kind) in keys {
            let rows = tunnels.filter { $0.kind == kind }
            row.set(key, count: Int(clamping: rows.reduce(0) { $0 + $1.sighting.count }))
            evidence[key] = rows.prefix(2).map { context.evidence($0.sighting.first, "ip.addr == \($0.outerSource)") }
        }
        let teredo = Set(tunnels.filter { $0.kind == .teredo }.flatMap(\.innerSources)).filter {
            $0.ipv6?.scope == .teredo
        }
        row.set(.hostTeredoAddresses, count: teredo.count)
        row.set(.hostISATAPNameAnswers, count: traffic[number].isatapAnswers)
        values[.tunnelEnds] = FactContext.list(tunnels.map { "\($0.outerSource) → \($0.outerDestination)" })
    }
}

extension Segment.Router {
    /// The entry allows this sender: address and MAC both, where both are given.
    func matches(_ router: RouterRow) -> Bool {
        if let mac, mac != router.mac, router.mac != .zero { return false }
        if let address, address != IPAddress(router.source) { return false }
        return mac != nil || address != nil
    }
}
