import NetworkTypes
import SiteModel
import TrafficObservation

extension TunnelDocument {
    /// By kind, then outer addresses.
    ///
    /// Nothing in a packet tells 6rd from 6in4: where the site declares an end as one of 6rd, it is. RFC 5969 §3.
    static func all(_ set: ObservationSet, site: Site?) -> [TunnelDocument] {
        struct Ends: Hashable {
            let kind: String
            let low: IPAddress
            let high: IPAddress
        }
        let declared = Set(
            (site?.tunnels ?? []).filter { $0.kind == .sixRapidDeployment }.flatMap(\.ends))
        let groups = Dictionary(grouping: set.tunnels) { row in
            let isDeclared = declared.contains(row.outerSource) || declared.contains(row.outerDestination)
            let kind =
                row.kind == .sixInFour && isDeclared ? Tunnel.Kind.sixRapidDeployment.rawValue : row.kind.rawValue
            return Ends(
                kind: kind, low: min(row.outerSource, row.outerDestination),
                high: max(row.outerSource, row.outerDestination))
        }
        let keys = groups.keys.sorted { a, b in
            a.kind != b.kind ? a.kind < b.kind : (a.low, a.high) < (b.low, b.high)
        }
        return keys.map { ends in
            let rows = groups[ends] ?? []
            let inner = rows.reduce(into: Set<IPAddress>()) { inner, row in
                inner.formUnion(row.innerSources)
                inner.formUnion(row.innerDestinations)
            }
            let first = rows.map(\.sighting.first.time).min() ?? CaptureTime(nanoseconds: 0)
            let last = rows.map(\.sighting.last).max() ?? first
            let hasEnds = ends.high != IPAddress(IPv4Address.unspecified)
            return TunnelDocument(
                kind: ends.kind, outer: hasEnds ? ["\(ends.low)", "\(ends.high)"] : [],
                inner: inner.sorted().map { "\($0)" }, packets: rows.reduce(0) { $0 &+ $1.sighting.count },
                firstSeen: "\(first)", lastSeen: "\(last)")
        }
    }
}
