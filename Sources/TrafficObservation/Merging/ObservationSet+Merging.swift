extension ObservationSet {
    /// Takes up what another set saw. The result does not depend on the order in which sets are merged, and is that of
    /// one observer of all captures, as long as no limit bites.
    ///
    /// A capture that both have counts once. Parts of one capture that touch become one; as long as both were observed
    /// piece by piece, so do the connections that are open at the cut.
    public mutating func merge(
        _ other: ObservationSet, limits: ObservationLimits = ObservationLimits()
    ) throws(ObservationMergeError) {
        try take(other, limits: limits)
        complete()
    }

    /// Takes up another set, one of several, without conclusions: `complete` draws them when all are there.
    public mutating func take(
        _ other: ObservationSet, limits: ObservationLimits = ObservationLimits()
    ) throws(ObservationMergeError) {
        var other = other
        try checkOverlap(with: other)
        append(&other)
        removeRepeatedCaptures()
        while let pair = adjacentPieces() { join(pair.earlier, pair.later) }
        cut(to: limits)
    }

    /// Orders the captures and draws the conclusions from all that was taken up.
    public mutating func complete() {
        orderCaptures()
        conclude()
    }

    /// Both sets as one.
    public func merged(
        with other: ObservationSet, limits: ObservationLimits = ObservationLimits()
    ) throws(ObservationMergeError) -> ObservationSet {
        var both = self
        try both.merge(other, limits: limits)
        return both
    }

    /// With the conclusions of captures that were observed piece by piece; what is open at their ends is closed.
    public func closed(limits: ObservationLimits = ObservationLimits()) -> ObservationSet {
        guard !kept.isEmpty else { return self }
        var observer = TrafficObserver(resuming: self, limits: limits)
        observer.replay(kept)
        return observer.finish()
    }

    private mutating func append(_ other: inout ObservationSet) {
        let captures = UInt32(truncatingIfNeeded: self.captures.count)
        let links = UInt32(truncatingIfNeeded: self.links.count)
        let numbers = Renumbering(
            captures: other.captures.indices.map { UInt32($0) &+ captures },
            chains: other.captures.indices.map { UInt32($0) &+ captures },
            links: other.links.indices.map { UInt32($0) &+ links })
        other.renumber(numbers)
        for var capture in other.captures {
            capture.chain = numbers.chain(capture.chain)
            self.captures.append(capture)
        }
        self.links += other.links
        macs += other.macs
        bindings += other.bindings
        sources += other.sources
        flows += other.flows
        routers += other.routers
        dhcpServers += other.dhcpServers
        hostNames += other.hostNames
        chainNames += other.chainNames
        resolutions += other.resolutions
        tunnels += other.tunnels
        conflicts += other.conflicts
        statedRoles += other.statedRoles
        serverNames += other.serverNames
        identities += other.identities
        routing += other.routing
        devices += other.devices
        claims += other.claims
        unreachables += other.unreachables
        kept += other.kept
        takeImports(of: other)
    }

    /// Links beyond the limit go with their rows.
    private mutating func cut(to limits: ObservationLimits) {
        var refused: [(limit: ObservationLimit, count: UInt64)] = []
        if links.count > limits.links {
            refused.append((.links, UInt64(links.count - limits.links)))
            removeRows(ofLinks: Set(limits.links..<links.count), chains: [])
        }
        var change = RowCut(limits)
        changeTables(&change)
        guard let last = captures.indices.last else { return }
        for (limit, count) in refused + change.refused {
            captures[last].anomalies["limit.\(limit.rawValue)", default: 0] += count
        }
    }

    /// The links themselves go, too; those left get new numbers.
    mutating func removeRows(ofLinks removed: Set<Int>, chains: Set<UInt32>) {
        var change = RowRemoval(links: Set(removed.map { UInt32($0) }), chains: chains)
        changeTables(&change)
        var numbers: [UInt32] = []
        var left: [LinkObservation] = []
        for (place, link) in links.enumerated() {
            numbers.append(UInt32(left.count))
            if !removed.contains(place) { left.append(link) }
        }
        links = left
        renumber(Renumbering(captures: [], chains: [], links: numbers))
    }
}
