import HostCorrelation
import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

extension SegmentFacts {
    private func filter(_ router: RouterRow) -> String { "icmpv6.type == 134 && ipv6.src == \(router.source)" }

    private func text(_ router: RouterRow) -> String {
        "\(router.source) (\(router.mac), \(router.largestLifetimeSeconds) s)"
    }

    mutating func fillRouters() {
        let advertisements = routers.reduce(0) { $0 + Int(clamping: $1.sighting.count) }
        row.set(.segmentValidAdvertisements, count: advertisements)
        row.set(.segmentRoutersSeen, count: routers.count)
        let defaults = routers.filter(\.hasPositiveLifetime)
        row.set(.segmentDefaultRouters, count: defaults.count)
        evidence[.segmentValidAdvertisements] = proofs(routers)
        evidence[.segmentRoutersSeen] = proofs(routers)
        evidence[.segmentDefaultRouters] = proofs(defaults)
        values[.routers] = FactContext.list(routers.map(text))

        let listed = segment?.routers ?? []
        let authorised = routers.filter { router in listed.contains { $0.matches(router) } }
        let unauthorised = routers.filter { router in !listed.contains { $0.matches(router) } }
        row.set(.segmentAuthorisedRoutersSeen, count: authorised.count)
        if !listed.isEmpty || routers.isEmpty { row.set(.segmentUnauthorisedRouters, count: unauthorised.count) }
        evidence[.segmentUnauthorisedRouters] = proofs(unauthorised)
        values[.unauthorisedRouters] = FactContext.list(unauthorised.map(text))
        fillParameters(authorised)

        if let leading = (authorised.isEmpty ? defaults : authorised).max(by: { $0.latestTime < $1.latestTime }) {
            row.set(.segmentRAManaged, leading.latest.isManaged)
            row.set(.segmentRAOther, leading.latest.hasOtherConfiguration)
            evidence[.segmentRAManaged] = proofs([leading])
            evidence[.segmentRAOther] = proofs([leading])
        }
        fillAdvertisedPrefixes()
        fillSolicitations()
    }

    private func proofs(_ routers: [RouterRow]) -> [Evidence] {
        routers.prefix(4).map { context.evidence($0.sighting.first, filter($0)) }
    }

    /// RFC 4861 §6.2.7; zero says "unspecified" and agrees with everything.
    private mutating func fillParameters(_ authorised: [RouterRow]) {
        func differ<Value: Hashable>(_ values: [Value?]) -> Bool { Set(values.compactMap { $0 }).count > 1 }
        let messages = authorised.map(\.latest)
        let checks: [(String, Bool)] = [
            ("cur-hop-limit", differ(messages.map { $0.hopLimit == 0 ? nil : $0.hopLimit })),
            ("M", differ(messages.map { $0.isManaged })), ("O", differ(messages.map { $0.hasOtherConfiguration })),
            ("reachable-time", differ(messages.map { $0.reachableMilliseconds == 0 ? nil : $0.reachableMilliseconds })),
            (
                "retrans-timer",
                differ(messages.map { $0.retransmitMilliseconds == 0 ? nil : $0.retransmitMilliseconds })
            ),
            ("mtu", differ(messages.map(\.mtu))),
        ]
        let different = checks.filter(\.1).map(\.0)
        row.set(.segmentInconsistentParameters, count: different.count)
        row.set(.segmentDifferentResolvers, authorised.count > 1 && Set(authorised.map(\.resolvers)).count > 1)
        evidence[.segmentInconsistentParameters] = proofs(authorised)
        evidence[.segmentDifferentResolvers] = proofs(authorised)
        values[.parameters] = different.joined(separator: ", ")
    }

    private mutating func fillAdvertisedPrefixes() {
        let prefixes = routers.flatMap { router in router.prefixes.values.map { (router, $0) } }.sorted {
            $0.1.prefix < $1.1.prefix
        }
        values[.prefixes] = FactContext.list(
            prefixes.map {
                "\($0.1.prefix)\($0.1.isOnLink ? " L" : "")\($0.1.isAutonomous ? " A" : "") \($0.1.validSeconds)/\($0.1.preferredSeconds) s"
            })
        if prefixes.isEmpty, routers.contains(where: \.wasIncomplete) { return }
        let autonomous = prefixes.filter { $0.1.isAutonomous && $0.1.validSeconds > 0 }
        let not64 = autonomous.filter { $0.1.prefix.length != 64 && !$0.1.prefersDelegation }
        row.set(.segmentAdvertisedPrefixes, count: Set(prefixes.map(\.1.prefix)).count)
        row.set(.segmentAutonomousPrefixes, count: Set(autonomous.map(\.1.prefix)).count)
        row.set(.segmentAutonomousPrefixesNot64, count: Set(not64.map(\.1.prefix)).count)
        evidence[.segmentAdvertisedPrefixes] = proofs(prefixes.map(\.0))
        evidence[.segmentAutonomousPrefixes] = proofs(autonomous.map(\.0))
        evidence[.segmentAutonomousPrefixesNot64] = proofs(not64.map(\.0))
        values[.longPrefixes] = FactContext.list(Set(not64.map(\.1.prefix)).sorted().map(\.description))
        let deprecated = routers.flatMap { router in router.deprecatedPrefixes.map { (router, $0.key, $0.value) } }
        let longest = deprecated.map { $0.2.last.nanoseconds(since: $0.2.first.time) / 1_000_000_000 }.max() ?? 0
        row.set(.segmentDeprecatedPrefixesFor, seconds: longest)
        evidence[.segmentDeprecatedPrefixesFor] = deprecated.prefix(4).map {
            context.evidence($0.2.first, filter($0.0))
        }
        values[.stalePrefixes] = FactContext.list(Set(deprecated.map(\.1)).sorted().map(\.description))
    }

    /// RFC 4861 §6.3.7: three solicitations, 4 s apart, are answered within 10 s of the last.
    private mutating func fillSolicitations() {
        let lastAdvertisement = routers.map(\.sighting.last).max()
        let firstAdvertisement = routers.map(\.sighting.first.time).min()
        var unanswered: [Sighting] = []
        // Where only one machine was heard, a router would not have been either.
        let heard = observed.reduce(into: Set<MACAddress>()) {
            $0.formUnion($1.multicastIPv6Senders)
            $0.formUnion($1.broadcastARPSenders)
        }
        let isHearing = heard.count > 1 || !routers.isEmpty
        for link in observed where isHearing {
            for sighting in link.soliciting.values where sighting.count >= 3 {
                let waited = link.lastSeen.nanoseconds(since: sighting.last) >= 10_000_000_000
                let answered = lastAdvertisement.map { $0 >= sighting.first.time } ?? false
                if waited, !answered { unanswered.append(sighting) }
            }
        }
        guard isHearing else { return }
        row.set(.segmentUnansweredSolicitors, count: unanswered.count)
        evidence[.segmentUnansweredSolicitors] = unanswered.sorted { $0.first < $1.first }.prefix(4).map {
            context.evidence($0.first, "icmpv6.type == 133")
        }
        guard let link, observed.contains(where: { !$0.multicastIPv6Senders.isEmpty }) else { return }
        // Without the time of each RA only the ends can be told: before the first, after the last, or all the time.
        let gap: Int64
        if let firstAdvertisement, let lastAdvertisement {
            gap = max(
                firstAdvertisement.nanoseconds(since: link.firstSeen),
                link.lastSeen.nanoseconds(since: lastAdvertisement))
        } else {
            gap = link.observedNanoseconds
        }
        row.set(.segmentWithoutAdvertisementFor, seconds: max(0, gap) / 1_000_000_000)
        if let proof = observed.compactMap(\.firstMulticastIPv6).min() {
            evidence[.segmentWithoutAdvertisementFor] = [context.evidence(proof, "ipv6")]
        }
    }

    mutating func fillNeighborDiscovery() {
        set(.segmentNDWrongHopLimit, sum: observed.map(\.neighborDiscoveryWrongHopLimit), "icmpv6 && ipv6.hlim != 255")
        set(.segmentNDFragmented, sum: observed.map(\.neighborDiscoveryFragmented), "ipv6.fraghdr")
        set(.segmentRoutingHeaderType0, sum: observed.map(\.routingHeaderType0), "ipv6.routing.type == 0")
        let speakers = Set(routers.filter(\.hasPositiveLifetime).map(\.mac))
        let redirects = observed.flatMap { $0.redirects.filter { !speakers.contains($0.key) } }
        if isLongEnough || redirects.isEmpty {
            row.set(.segmentRedirectsFromNonRouters, count: redirects.reduce(0) { $0 + Int(clamping: $1.value.count) })
        }
        evidence[.segmentRedirectsFromNonRouters] = redirects.map(\.value).sorted { $0.first < $1.first }.prefix(4).map
        {
            context.evidence($0.first, "icmpv6.type == 137")
        }
        let proofs = observed.flatMap {
            [$0.neighborDiscoveryWrongHopLimit, $0.neighborDiscoveryFragmented, $0.routingHeaderType0].compactMap {
                $0?.first
            }
        }
        let frames = proofs.sorted().map { "\(context.set.captures[Int($0.capture)].path) #\($0.frame)" }
        values[.senders] = FactContext.list(redirects.map(\.key).sorted().map(\.description) + frames)
        let numbers = observedNumbers
        let conflicts = context.set.conflicts.filter { numbers.contains($0.link) }.sorted { $0.address < $1.address }
        row.set(.segmentDuplicateAddresses, count: Set(conflicts.map(\.address)).count)
        evidence[.segmentDuplicateAddresses] = conflicts.prefix(4).map { context.evidence($0.sighting.first, "icmpv6") }
        values[.duplicates] = FactContext.list(conflicts.map { "\($0.address) (\($0.first), \($0.second))" })
    }
}
