import HostCorrelation
import NetworkTypes
import TrafficObservation

extension IdentityDocument {
    /// Each once although its link was captured in several places; by address, then kind and value.
    static func all(_ set: ObservationSet, table: HostTable) -> [IdentityDocument] {
        var seen: [Shown: Sighting] = [:]
        for row in set.identities {
            let shown = Shown(row, link: table.linkIdentifier(ofObserved: row.link))
            seen[shown] = seen[shown]?.merged(with: row.sighting) ?? row.sighting
        }
        return seen.sorted { $0.key < $1.key }.map { IdentityDocument($0.key, $0.value) }
    }

    private init(_ shown: Shown, _ sighting: Sighting) {
        self.init(
            kind: shown.kind.rawValue, value: shown.value, address: "\(shown.address)",
            mac: shown.mac.map { "\($0)" }, link: shown.link, capture: Int(sighting.first.capture),
            frame: sighting.first.frame, firstSeen: "\(sighting.first.time)", lastSeen: "\(sighting.last)",
            count: sighting.count)
    }
}

private struct Shown: Hashable, Comparable {
    let address: IPAddress
    let kind: IdentityKind
    let value: String
    let mac: MACAddress?
    let link: String?

    init(_ row: IdentityRow, link: String?) {
        address = row.address
        kind = row.kind
        value = row.value
        mac = row.mac.known
        self.link = link
    }

    static func < (a: Shown, b: Shown) -> Bool {
        (a.address, a.kind.rawValue, a.value, a.mac?.value ?? 0, a.link ?? "")
            < (b.address, b.kind.rawValue, b.value, b.mac?.value ?? 0, b.link ?? "")
    }
}
