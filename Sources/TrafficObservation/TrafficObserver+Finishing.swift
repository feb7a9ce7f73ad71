import NetworkTypes

extension TrafficObserver {
    /// The finished set. Limits that bit are anomalies of the last capture.
    ///
    /// With `isPiecewise` it waits for the other parts: `ObservationSet.closed` draws the conclusions.
    public consuming func finish() -> ObservationSet {
        endChain()
        if !isPiecewise { collectSources() }
        set.macs = macs.rows
        set.bindings = bindings
        set.sources = sources.rows
        set.flows = flows.rows
        set.routers = routers.rows
        set.dhcpServers = dhcpServers.rows
        set.hostNames = hostNames.rows
        set.chainNames = dnsNames.rows
        set.resolutions = resolutions.rows
        set.tunnels = tunnels.rows
        set.conflicts = conflicts.rows
        set.statedRoles = roles.rows
        set.serverNames = serverNames.rows
        set.identities = identities.rows
        set.routing = routing.rows
        set.devices = devices.rows
        set.claims = claims.rows
        set.unreachables = unreachables.rows
        noteLimits()
        if !isPiecewise {
            set.removeRepeatedCaptures()
            set.orderCaptures()
            let bound = bound
            set.conclude { link, mac, address in
                bound.find(address.hash(bound.seed, link, mac)) {
                    $0.address == address && $0.mac == mac && $0.link == link
                } != nil
            }
        }
        return set
    }

    private mutating func noteLimits() {
        guard let last = set.captures.indices.last else { return }
        let refused: [(String, UInt64)] =
            [
                (.links, linksRefused), (.macs, macs.refused), (.bindings, bindingsRefused &+ bound.refused),
                (.sources, sources.refused), (.flows, flows.refused), (.routers, routers.refused),
                (.dhcpServers, dhcpServers.refused), (.hostNames, hostNames.refused), (.dnsNames, dnsNames.refused),
                (.resolutions, resolutions.refused), (.tunnels, tunnels.refused), (.conflicts, conflicts.refused),
                (.roleHints, roles.refused), (.serverNames, serverNames.refused), (.identities, identities.refused),
                (.routing, routing.refused), (.devices, devices.refused), (.claims, claims.refused),
                (.unreachables, unreachables.refused), (.setMembers, membersRefused), (.keptBytes, kept.refused),
            ].map { (limit: ObservationLimit, count) in (limit.rawValue, count) } + [
                ("fragments", evicted.fragments), ("streams", evicted.streams), ("handshakes", evicted.handshakes),
            ]
        for (name, count) in refused where count > 0 {
            set.captures[last].anomalies["limit.\(name)", default: 0] += count
        }
    }

    /// What the sources counted belongs to their MACs; those that nothing binds are kept there too, up to a limit.
    private mutating func collectSources() {
        for row in sources.rows where row.mac != .zero {
            if let openChains, !openChains.contains(set.links[row.link].key.capture) { continue }
            if let openChains, !openChains.contains(set.links[row.link].key.capture) { continue }
            let hash = row.mac.hash(macs.seed, row.linkNumber)
            guard let place = macs.find(hash, { $0.mac == row.mac && $0.linkNumber == row.linkNumber }) else {
                continue
            }
            macs[place].add(row)
            if !isBound(row.address, to: row.mac, onLink: row.link) {
                macs[place].unboundSources.insert(row.address, upTo: limits.setMembers)
            }
        }
        guard set.links.contains(where: \.key.isOverlay) else { return }
        for number in macs.rows.indices where set.links[macs[number].link].key.isOverlay {
            macs[number].isInsideTunnel = true
        }
    }
}
