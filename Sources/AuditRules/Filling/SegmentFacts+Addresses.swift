import HostClassification
import HostCorrelation
import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

extension SegmentFacts {
    /// Prefixes in use against the address plan.
    mutating func fillPrefixes(_ seen: SegmentHosts) {
        let advertised = Set(routers.flatMap { $0.prefixes.keys }).filter { !$0.address.isLinkLocal }
        var inUse = seen.prefixes
        for (number, router) in routers.enumerated() {
            for prefix in router.prefixes.keys where advertised.contains(prefix) && inUse[prefix] == nil {
                inUse[prefix] = .router(number)
            }
        }
        row.set(.segmentPrefixesInUse, count: inUse.count)
        evidence[.segmentPrefixesInUse] = proofs(inUse)

        let granted = context.site.addressPlan.filter { $0.agency == agency }.map(\.prefix)
        let unique = inUse.filter { $0.key.address.ipv6?.scope == .uniqueLocal }
        let outside = inUse.filter { entry in !granted.contains { $0.contains(entry.key) } }
        let routerPrefixes = Set(
            routers.filter { router in (segment?.routers ?? []).contains { $0.matches(router) } }.flatMap(
                \.prefixes.keys))
        let ofHosts = outside.filter { unique[$0.key] != nil && !routerPrefixes.contains($0.key) }
        let wrong = outside.filter { ofHosts[$0.key] == nil }
        if granted.contains(where: { $0.family == .ipv6 }) {
            row.set(.segmentPrefixesOutsidePlan, count: wrong.count)
            evidence[.segmentPrefixesOutsidePlan] = proofs(wrong)
        }
        row.set(.segmentUniqueLocalPrefixesOfHosts, count: ofHosts.count)
        evidence[.segmentUniqueLocalPrefixesOfHosts] = proofs(ofHosts)
        row.set(.segmentUniqueLocalPrefixes, count: unique.count)
        evidence[.segmentUniqueLocalPrefixes] = proofs(unique)
        let illFormed = unique.filter { Self.isIllFormed($0.key) }
        row.set(.segmentIllFormedUniqueLocalPrefixes, count: illFormed.count)
        evidence[.segmentIllFormedUniqueLocalPrefixes] = proofs(illFormed)
        values[.outsidePrefixes] = FactContext.list(wrong.keys.sorted().map(\.description))
        values[.uniqueLocalPrefixes] = FactContext.list(ofHosts.keys.sorted().map(\.description))
        values[.illFormedPrefixes] = FactContext.list(illFormed.keys.sorted().map(\.description))
    }

    /// The first of them, proven.
    private func proofs(_ prefixes: [IPPrefix: PrefixUse]) -> [Evidence] {
        prefixes.sorted { $0.key < $1.key }.prefix(4).flatMap { entry in
            switch entry.value {
            case .host(let number, let address): return evidence(of: address, number)
            case .router(let number):
                let router = routers[number]
                return [context.evidence(router.sighting.first, "icmpv6.type == 134 && ipv6.src == \(router.source)")]
            }
        }
    }

    /// fc00::/8, or a Global ID that nobody drew at random. RFC 4193 §3.1 and §3.2.
    private static func isIllFormed(_ prefix: IPPrefix) -> Bool {
        let high = prefix.address.high
        if high >> 56 == 0xfc { return true }
        let global = high >> 16 & 0xff_ffff_ffff
        let octet = global & 0xff
        let repeated = octet | octet << 8 | octet << 16 | octet << 24 | octet << 32
        return global == repeated || global == 0x01_2345_6789 || global == 0x12_3456_789a
    }

    mutating func fillDHCP() {
        let numbers = observedNumbers
        let solicitors = observed.flatMap { $0.dhcpv6Solicits }
        let informationRequests = observed.compactMap(\.dhcpv6InformationRequests)
        let answers = observed.compactMap(\.dhcpv6Answers) + observed.compactMap(\.dhcpv6RequestsNamingServer)
        row.set(.segmentDHCPv6Clients, count: solicitors.count + (informationRequests.isEmpty ? 0 : 1))
        evidence[.segmentDHCPv6Clients] = solicitors.map(\.value).sorted { $0.first < $1.first }.prefix(2).map {
            context.evidence($0.first, "dhcpv6")
        }
        set(.segmentDHCPv6Answers, sum: answers, "dhcpv6")
        // An answer is unicast and need not pass the capture port: that a client got one is known where its lease was
        // seen; that it got none is never known here.
        let bindings = context.set.bindings
        let served = Set(rows.leases.compactMap { numbers.contains(bindings[$0].link) ? bindings[$0].mac : nil })
        if solicitors.allSatisfy({ served.contains($0.key) }) {
            row.set(.segmentUnansweredSolicitClients, count: 0)
            row.set(.segmentStarvedDHCPv6Clients, count: 0)
        }
        let requested = informationRequests.reduce(0) { $0 + $1.count }
        let answered = observed.compactMap(\.dhcpv6Answers).reduce(0) { $0 + $1.count }
        if requested == 0 || (solicitors.isEmpty && answered >= requested) {
            row.set(.segmentUnansweredInformationClients, count: 0)
        }
        set(.segmentDHCPv6NoAddresses, sum: observed.map(\.dhcpv6NoAddresses), "dhcpv6.status_code == 2")

        let dhcpv6 = servers.filter { $0.address.family == .ipv6 }
        let assigning = dhcpv6.filter { $0.assignsAddresses != nil }
        row.set(.segmentDHCPv6ServersSeen, count: dhcpv6.count)
        row.set(.segmentDHCPv6AddressServers, count: assigning.count)
        let listed = Set(segment?.dhcpv6Servers ?? [])
        let unauthorised = dhcpv6.filter { !listed.contains($0.address) }
        if !listed.isEmpty || dhcpv6.isEmpty { row.set(.segmentUnauthorisedDHCPv6Servers, count: unauthorised.count) }
        for (key, rows) in [
            (FactKey.segmentDHCPv6ServersSeen, dhcpv6), (.segmentDHCPv6AddressServers, assigning),
            (.segmentUnauthorisedDHCPv6Servers, unauthorised),
        ] {
            evidence[key] = rows.prefix(4).map {
                context.evidence($0.sighting.first, "dhcpv6 && ipv6.src == \($0.address)")
            }
        }
        values[.servers] = FactContext.list(dhcpv6.map { "\($0.address) (\($0.mac))" })
        values[.unauthorisedServers] = FactContext.list(unauthorised.map { "\($0.address) (\($0.mac))" })

        let clients = rows.dhcpClients.map { context.set.macs[$0] }.filter { numbers.contains($0.link) }
        row.set(.segmentDHCPv4Clients, count: clients.count)
        let asking = clients.filter { $0.requestsIPv6Only != nil }
        row.set(.segmentOption108Share, part: asking.count, of: clients.count)
        if servers.contains(where: { $0.address.family == .ipv4 }) {
            row.set(.segmentOption108Grants, count: servers.filter(\.grantsIPv6Only).count)
        }
        evidence[.segmentOption108Share] = asking.compactMap(\.requestsIPv6Only).sorted().prefix(4).map {
            context.evidence($0, "dhcp")
        }
        fillSLAACOnlyHosts()
    }

    /// Hosts that asked for a router, never for DHCPv6, and stayed with fe80::/10.
    private mutating func fillSLAACOnlyHosts() {
        var candidates: [(mac: MACAddress, sighting: Sighting)] = []
        for link in observed {
            for (mac, sighting) in link.soliciting where link.dhcpv6Solicits[mac] == nil {
                guard link.lastSeen.nanoseconds(since: sighting.last) >= 60_000_000_000 else { continue }
                candidates.append((mac, sighting))
            }
        }
        let owners = hosts(of: Set(candidates.map(\.mac)))
        let waiting = candidates.filter { candidate in
            guard let number = owners[candidate.mac] else { return false }
            var hasOnlyLinkLocal = true
            forEachIPv6Here(number) { if !$0.isLinkLocal { hasOnlyLinkLocal = false } }
            return hasOnlyLinkLocal
        }
        row.set(.segmentSLAACOnlyHosts, count: waiting.count)
        evidence[.segmentSLAACOnlyHosts] = waiting.map(\.sighting).sorted { $0.first < $1.first }.prefix(4).map {
            context.evidence($0.first, "icmpv6.type == 133")
        }
    }

    /// The first host of the link that has each of some MACs.
    private func hosts(of macs: Set<MACAddress>) -> [MACAddress: Int] {
        if macs.isEmpty { return [:] }
        var owners: [MACAddress: Int] = [:]
        for host in hosts.numbers {
            context.profiles[Int(host)].host.forEachMAC { mac in
                if macs.contains(mac), owners[mac] == nil { owners[mac] = Int(host) }
            }
        }
        return owners
    }

    mutating func fillResolvers() {
        let advertised = Set(routers.flatMap(\.resolvers))
        let dhcpv6 = Set(servers.filter { $0.address.family == .ipv6 }.flatMap(\.resolvers))
        let dhcpv4 = Set(servers.filter { $0.address.family == .ipv4 }.flatMap(\.resolvers))
        if !advertised.isEmpty || !routers.contains(where: \.wasIncomplete) {
            row.set(.segmentAdvertisedResolvers, count: advertised.count)
        }
        let asksDHCPv6 = routers.contains { $0.latest.isManaged || $0.latest.hasOtherConfiguration }
        if !dhcpv6.isEmpty || !asksDHCPv6 || observed.contains(where: { $0.dhcpv6Answers != nil }) {
            row.set(.segmentDHCPv6Resolvers, count: dhcpv6.count)
        }
        let known = dhcpv4.union(dhcpv6).union(advertised.map { IPAddress($0) })
        if !known.isEmpty {
            row.set(.segmentKnownResolvers, count: known.count)
            row.set(.segmentKnownIPv6Resolvers, count: known.filter { $0.family == .ipv6 }.count)
        }
        values[.resolvers] = FactContext.list(known.sorted().map(\.description))
        set(.segmentDNSQuestionsIPv4, sum: observed.map(\.dnsQuestionsIPv4), "dns && ip")
        set(.segmentDNSQuestionsIPv6, sum: observed.map(\.dnsQuestionsIPv6), "dns && ipv6")
        for router in routers where !router.resolvers.isEmpty {
            evidence[.segmentAdvertisedResolvers] = [context.evidence(router.sighting.first, "icmpv6.type == 134")]
        }
    }
}
