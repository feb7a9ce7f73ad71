import TrafficObservation

/// The first difference between two observation sets in canonical form, as a sentence; nil: they are equal.
func difference(_ a: ObservationSet, _ b: ObservationSet) -> String? {
    let (a, b) = (a.canonical(), b.canonical())
    let found: [String?] = [
        rows("captures", a.captures, b.captures),
        rows("links", a.links, b.links),
        rows("macs", a.macs, b.macs),
        rows("bindings", a.bindings, b.bindings),
        rows("sources", a.sources, b.sources),
        rows("flows", a.flows, b.flows),
        rows("routers", a.routers, b.routers),
        rows("dhcpServers", a.dhcpServers, b.dhcpServers),
        rows("hostNames", a.hostNames, b.hostNames),
        rows("chainNames", a.chainNames, b.chainNames),
        rows("dnsNames", a.dnsNames, b.dnsNames),
        rows("resolutions", a.resolutions, b.resolutions),
        rows("tunnels", a.tunnels, b.tunnels),
        rows("conflicts", a.conflicts, b.conflicts),
        rows("roleHints", a.roleHints, b.roleHints),
        rows("serverNames", a.serverNames, b.serverNames),
        rows("identities", a.identities, b.identities),
        rows("routing", a.routing, b.routing),
        rows("devices", a.devices, b.devices),
        rows("claims", a.claims, b.claims),
        rows("unreachables", a.unreachables, b.unreachables),
    ]
    return found.lazy.compactMap { $0 }.first
}

private func rows<Row: Equatable>(_ name: String, _ a: [Row], _ b: [Row]) -> String? {
    guard a != b else { return nil }
    for place in 0..<max(a.count, b.count) {
        guard place < a.count else { return "\(name)[\(place)]: only in the second: \(b[place])" }
        guard place < b.count else { return "\(name)[\(place)]: only in the first: \(a[place])" }
        if a[place] != b[place] { return "\(name)[\(place)] of \(a.count), \(b.count):\n  \(a[place])\n  \(b[place])" }
    }
    return nil
}
