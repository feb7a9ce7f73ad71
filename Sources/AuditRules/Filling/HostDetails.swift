import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

extension HostFacts {
    /// What a finding about the host of a profile shows. `row`: its facts.
    func details(of number: Int, _ row: FactRow) -> SubjectDetails {
        let profile = context.profiles[number]
        var details = SubjectDetails()
        addNames(&details, profile, context.agencyOfHost[number])
        addAddresses(&details, profile.host, row)
        addOffers(&details, profile.host)
        addUse(&details, profile, number, row)
        addTunnels(&details, number)
        return details
    }

    private func addNames(_ details: inout SubjectDetails, _ profile: HostProfile, _ agency: String) {
        let host = profile.host
        details.values[.agency] = context.name(ofAgency: agency)
        let address = (host.ipv4 + host.ipv6).first?.address.description
        let text = [host.names.first?.name, address].compactMap { $0 }.joined(separator: " ")
        details.values[.host] = text.isEmpty ? host.macs.first?.description ?? host.id : text
        details.values[.mac] = FactContext.list(host.macs.map(\.description))
        details.values[.segment] = host.links.map { id in
            context.link(id)?.segment.flatMap { context.index.segment($0)?.name.vietnamese } ?? id
        }.joined(separator: ", ")
    }

    private func addAddresses(_ details: inout SubjectDetails, _ host: HostRecord, _ row: FactRow) {
        let v6 = host.ipv6.compactMap { binding in binding.address.ipv6.map { (binding: binding, address: $0) } }
        let routable = v6.filter { $0.address.isConfiguredUnicast }
        let linkLocal = v6.filter { $0.address.isLinkLocal }
        let unique = v6.filter { $0.address.scope == .uniqueLocal }
        let global = v6.filter { $0.address.scope == .global || isUsableDocumentation($0.address) }
        let eui64 = routable.filter { $0.address.embeddedMAC.map { host.macs.contains($0) } ?? false }
        let reserved = v6.filter { context.isReserved($0.address) }
        let proven: [(FactKey, [AddressBinding])] = [
            (.hostIPv4Addresses, host.ipv4), (.hostLinkLocalAddresses, linkLocal.map(\.binding)),
            (.hostReservedAddresses, reserved.map(\.binding)), (.hostRoutableIPv6Addresses, routable.map(\.binding)),
            (.hostGlobalAddresses, global.map(\.binding)), (.hostUniqueLocalAddresses, unique.map(\.binding)),
            (.hostEUI64Addresses, eui64.map(\.binding)),
            (.hostSixToFourAddresses, v6.filter { $0.address.scope == .sixToFour }.map(\.binding)),
            (.hostISATAPAddresses, v6.filter { $0.address.isISATAP }.map(\.binding)),
        ]
        for (key, bindings) in proven where row[key] != nil {
            details.evidence[key] = bindings.prefix(4).flatMap { context.evidence(of: $0) }
        }
        details.values[.ipv4] = FactContext.list(host.ipv4.map(\.address.description))
        details.values[.ipv6] = FactContext.list(routable.map(\.address.description))
        details.values[.linkLocal] = FactContext.list(linkLocal.map(\.address.description))
        details.values[.eui64] = FactContext.list(eui64.map(\.address.description))
        let advertised = host.macs.flatMap { reservedOffers[$0] ?? [] }
        details.values[.reserved] = FactContext.list(
            (reserved.map(\.address) + advertised).sorted().map(\.description))
    }

    private func isUsableDocumentation(_ address: IPv6Address) -> Bool {
        address.scope == .documentation && !context.isReserved(address)
    }

    private func addOffers(_ details: inout SubjectDetails, _ host: HostRecord) {
        let rows = LinkView.ownLinks(host, context).flatMap { context.links[$0].offers }
            .filter { !host.macs.contains($0.mac) }.map(\.row)
        guard !rows.isEmpty else { return }
        details.evidence[.hostLinkOffersIPv6] = Set(rows).sorted().prefix(2).compactMap { row in
            let router = context.set.routers[row]
            return router.firstPositiveLifetime.map {
                context.evidence($0, "icmpv6.type == 134 && ipv6.src == \(router.source)")
            }
        }
    }

    private func addUse(_ details: inout SubjectDetails, _ profile: HostProfile, _ number: Int, _ row: FactRow) {
        func add(_ key: FactKey, _ proof: Proof?, _ filter: String) {
            if let proof { details.evidence[key] = [context.evidence(proof, filter)] }
        }
        add(.hostEstablishedIPv4Flows, profile.firstIPv4Flow, "ip")
        add(.hostEstablishedIPv6Flows, profile.firstIPv6Flow, "ipv6")
        if row[.hostAAAAAnswered] != nil { add(.hostAAAAAnswered, traffic.aaaaAnswered(number), "dns.aaaa") }
        if row[.hostIPv4LiteralDestinations] != nil {
            let flows = traffic.literalFlows(number)
            details.evidence[.hostIPv4LiteralDestinations] = flows.prefix(4).map {
                context.evidence($0.firstFrame, "ip")
            }
            details.values[.destinations] = FactContext.list(Set(flows.map(\.server)).sorted().map(\.description))
        }
        let requests = profile.host.macRows.compactMap { context.set.macs[$0].requestsIPv6Only }
        add(.hostRequestsIPv6OnlyMode, requests.min(), "dhcp")
    }

    private func addTunnels(_ details: inout SubjectDetails, _ number: Int) {
        let tunnels = traffic.tunnels(number)
        let keys: [(FactKey, TunnelKind)] = [
            (.hostSixToFourPackets, .sixToFour), (.hostTeredoPackets, .teredo), (.hostISATAPPackets, .isatap),
        ]
        for (key, kind) in keys {
            details.evidence[key] = tunnels.filter { $0.kind == kind }.prefix(2).map {
                context.evidence($0.sighting.first, "ip.addr == \($0.outerSource)")
            }
        }
        details.values[.tunnelEnds] = FactContext.list(
            tunnels.map { "\($0.outerSource) → \($0.outerDestination)" })
    }
}
