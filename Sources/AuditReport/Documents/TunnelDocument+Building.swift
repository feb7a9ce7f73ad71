import NetworkTypes
import TrafficObservation

extension TunnelDocument {
    /// By kind, then outer addresses.
    static func all(_ set: ObservationSet) -> [TunnelDocument] {
        struct Ends: Hashable {
            let kind: TunnelKind
            let low: IPAddress
            let high: IPAddress
        }
        let groups = Dictionary(grouping: set.tunnels) { row in
            Ends(
                kind: row.kind, low: min(row.outerSource, row.outerDestination),
                high: max(row.outerSource, row.outerDestination))
        }
        let keys = groups.keys.sorted { a, b in
            a.kind != b.kind ? a.kind.rawValue < b.kind.rawValue : (a.low, a.high) < (b.low, b.high)
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
                kind: ends.kind.rawValue, outer: hasEnds ? ["\(ends.low)", "\(ends.high)"] : [],
                inner: inner.sorted().map { "\($0)" }, packets: rows.reduce(0) { $0 &+ $1.sighting.count },
                firstSeen: "\(first)", lastSeen: "\(last)")
        }
    }
}
