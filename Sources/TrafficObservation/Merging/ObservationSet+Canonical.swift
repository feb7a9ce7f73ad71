extension ObservationSet: Equatable {
    /// The same observations with links and rows in the order of their keys, and without what only an observer at work
    /// needs: two sets are equal when their canonical forms are.
    public func canonical() -> ObservationSet {
        var set = closed()
        let order = set.links.indices.sorted { set.links[$0].key < set.links[$1].key }
        var numbers = [UInt32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { numbers[old] = UInt32(truncatingIfNeeded: new) }
        set.links = order.map { set.links[$0] }
        set.renumber(Renumbering(captures: [], chains: [], links: numbers))
        var sorting = RowSorting()
        set.changeTables(&sorting)
        set.conclude()
        sorting.change(&set.roleHints)
        sorting.change(&set.dnsNames)
        return set
    }

    public static func == (a: ObservationSet, b: ObservationSet) -> Bool {
        let (a, b) = (a.canonical(), b.canonical())
        return a.captures == b.captures && a.links == b.links && a.macs == b.macs && a.bindings == b.bindings
            && a.sources == b.sources && a.flows == b.flows && a.routers == b.routers
            && a.dhcpServers == b.dhcpServers && a.hostNames == b.hostNames && a.dnsNames == b.dnsNames
            && a.resolutions == b.resolutions && a.tunnels == b.tunnels && a.conflicts == b.conflicts
            && a.roleHints == b.roleHints && a.serverNames == b.serverNames && a.identities == b.identities
            && a.routing == b.routing && a.devices == b.devices && a.statedRoles == b.statedRoles
            && a.chainNames == b.chainNames && a.claims == b.claims && a.unreachables == b.unreachables
            && a.imports == b.imports && a.probes == b.probes
    }
}
