import HostCorrelation
import NetworkTypes
import TrafficObservation

extension RoutingDocument {
    /// One for each speaker although its link was captured in several places; by address of the sender, those without
    /// one at the end, then protocol.
    static func all(_ set: ObservationSet, table: HostTable) -> [RoutingDocument] {
        var seen: [Speaker: (sighting: Sighting, addresses: Set<IPAddress>)] = [:]
        for row in set.routing {
            let speaker = Speaker(row, link: table.linkIdentifier(ofObserved: row.link))
            let known = seen[speaker]
            seen[speaker] = (
                known?.sighting.merged(with: row.sighting) ?? row.sighting,
                row.addresses.union(known?.addresses ?? [])
            )
        }
        return seen.sorted { $0.key < $1.key }.map { RoutingDocument($0.key, $0.value.sighting, $0.value.addresses) }
    }

    private init(_ speaker: Speaker, _ sighting: Sighting, _ addresses: Set<IPAddress>) {
        self.init(
            protocol: speaker.protocol.rawValue, family: speaker.family.name, source: speaker.source.map { "\($0)" },
            mac: speaker.mac.map { "\($0)" }, group: speaker.group, addresses: addresses.sorted().map { "\($0)" },
            link: speaker.link, capture: Int(sighting.first.capture), frame: sighting.first.frame,
            firstSeen: "\(sighting.first.time)", lastSeen: "\(sighting.last)", count: sighting.count)
    }
}

private struct Speaker: Hashable, Comparable {
    let source: IPAddress?
    let `protocol`: RoutingProtocol
    let family: AddressFamily
    let group: UInt32
    let mac: MACAddress?
    let link: String?

    init(_ row: RoutingRow, link: String?) {
        source = row.source
        `protocol` = row.protocol
        family = row.family
        group = row.group
        mac = row.mac.known
        self.link = link
    }

    static func < (a: Speaker, b: Speaker) -> Bool {
        if a.source != b.source {
            guard let first = a.source, let second = b.source else { return a.source != nil }
            return first < second
        }
        return (a.protocol.rawValue, a.family, a.group, a.mac?.value ?? 0, a.link ?? "")
            < (b.protocol.rawValue, b.family, b.group, b.mac?.value ?? 0, b.link ?? "")
    }
}
