import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

extension HostFacts {
    /// What a finding about the host of a profile shows. `row`: its facts.
    func details(of number: Int, _ row: FactRow, _ wanted: WantedDetails) -> SubjectDetails {
        let profile = context.profiles[number]
        var builder = DetailBuilder(wanted)
        builder.add(.agency) { context.name(ofAgency: context.agencyOfHost[number]) }
        addNames(&builder, profile.host)
        addAddresses(&builder, profile.host, row)
        builder.prove(.hostLinkOffersIPv6) { offers(profile.host) }
        addUse(&builder, profile, number, row)
        addTunnels(&builder, number)
        return builder.details
    }

    private func addNames(_ builder: inout DetailBuilder, _ host: HostRecord) {
        builder.add(.host) {
            var address: IPAddress?
            host.forEachAddress { if address == nil { address = $0 } }
            let text = [host.names.first?.name, address?.description].compactMap { $0 }.joined(separator: " ")
            return text.isEmpty ? host.macs.first?.description ?? host.id : text
        }
        builder.add(.mac) { FactContext.list(host.macs.map(\.description)) }
        builder.add(.segment) {
            host.links.map { id in
                context.link(id)?.segment.flatMap { context.index.segment($0)?.name.vietnamese } ?? id
            }.joined(separator: ", ")
        }
    }

    private func addAddresses(_ builder: inout DetailBuilder, _ host: HostRecord, _ row: FactRow) {
        var (ipv4, ipv6): ([IPAddress], [IPv6Address]) = ([], [])
        host.forEachAddress { address in
            if let address = address.ipv6 { ipv6.append(address) } else { ipv4.append(address) }
        }
        let isEUI64 = { (address: IPv6Address) in
            address.isConfiguredUnicast && address.embeddedMAC.map { host.has($0) } ?? false
        }
        func prove(_ key: FactKey, _ isMeant: (IPv6Address) -> Bool) {
            guard row[key] != nil else { return }
            builder.prove(key) { proofs(ipv6.filter(isMeant).map { IPAddress($0) }, host) }
        }
        builder.prove(.hostIPv4Addresses) { proofs(ipv4, host) }
        prove(.hostLinkLocalAddresses, \.isLinkLocal)
        prove(.hostReservedAddresses, context.isReserved)
        prove(.hostRoutableIPv6Addresses, \.isConfiguredUnicast)
        prove(.hostGlobalAddresses) { $0.scope == .global || ($0.scope == .documentation && !context.isReserved($0)) }
        prove(.hostUniqueLocalAddresses) { $0.scope == .uniqueLocal }
        prove(.hostEUI64Addresses, isEUI64)
        prove(.hostSixToFourAddresses) { $0.scope == .sixToFour }
        prove(.hostISATAPAddresses, \.isISATAP)
        func list(_ key: ValueKey, _ isMeant: (IPv6Address) -> Bool) {
            builder.add(key) { FactContext.list(ipv6.filter(isMeant).map(\.description)) }
        }
        builder.add(.ipv4) { FactContext.list(ipv4.map(\.description)) }
        list(.ipv6, \.isConfiguredUnicast)
        list(.linkLocal, \.isLinkLocal)
        list(.eui64, isEUI64)
        builder.add(.reserved) {
            let advertised = host.macs.flatMap { reservedOffers[$0] ?? [] }
            return FactContext.list((ipv6.filter(context.isReserved) + advertised).sorted().map(\.description))
        }
    }

    /// What binds the first few addresses.
    private func proofs(_ addresses: [IPAddress], _ host: HostRecord) -> [Evidence] {
        addresses.prefix(4).compactMap { host.binding(of: $0) }.flatMap { context.evidence(of: $0) }
    }

    private func offers(_ host: HostRecord) -> [Evidence] {
        let rows = LinkView.ownLinks(host, context).flatMap { context.links[$0].offers }
            .filter { !host.has($0.mac) }.map(\.row)
        return Set(rows).sorted().prefix(2).compactMap { row in
            let router = context.set.routers[row]
            return router.firstPositiveLifetime.map {
                context.evidence($0, "icmpv6.type == 134 && ipv6.src == \(router.source)")
            }
        }
    }

    private func addUse(_ builder: inout DetailBuilder, _ profile: HostProfile, _ number: Int, _ row: FactRow) {
        func prove(_ key: FactKey, _ filter: String, _ proof: () -> Proof?) {
            builder.prove(key) { proof().map { [context.evidence($0, filter)] } ?? [] }
        }
        prove(.hostEstablishedIPv4Flows, "ip") { profile.firstIPv4Flow }
        prove(.hostEstablishedIPv6Flows, "ipv6") { profile.firstIPv6Flow }
        if row[.hostAAAAAnswered] != nil { prove(.hostAAAAAnswered, "dns.aaaa") { traffic.aaaaAnswered(number) } }
        if row[.hostIPv4LiteralDestinations] != nil {
            builder.prove(.hostIPv4LiteralDestinations) {
                traffic.literalFlows(number).prefix(4).map { context.evidence($0.firstFrame, "ip") }
            }
            builder.add(.destinations) {
                FactContext.list(Set(traffic.literalFlows(number).map(\.server)).sorted().map(\.description))
            }
        }
        prove(.hostRequestsIPv6OnlyMode, "dhcp") {
            profile.host.macRows.compactMap { context.set.macs[$0].requestsIPv6Only }.min()
        }
    }

    private func addTunnels(_ builder: inout DetailBuilder, _ number: Int) {
        let keys: [(FactKey, TunnelKind)] = [
            (.hostSixToFourPackets, .sixToFour), (.hostTeredoPackets, .teredo), (.hostISATAPPackets, .isatap),
        ]
        for (key, kind) in keys {
            builder.prove(key) {
                traffic.tunnels(number).filter { $0.kind == kind }.prefix(2).map {
                    context.evidence($0.sighting.first, "ip.addr == \($0.outerSource)")
                }
            }
        }
        builder.add(.tunnelEnds) {
            FactContext.list(traffic.tunnels(number).map { "\($0.outerSource) → \($0.outerDestination)" })
        }
    }
}
