import NetworkTypes
import TrafficObservation

extension ServerNameDocument {
    /// By address, then name; hidden names at the end, by hash.
    static func all(_ set: ObservationSet, names policy: NamePolicy) -> [ServerNameDocument] {
        var seen: [Request: Sighting] = [:]
        for row in set.serverNames {
            let request = Request(row, names: policy)
            seen[request] = seen[request]?.merged(with: row.sighting) ?? row.sighting
        }
        return seen.sorted { $0.key < $1.key }.map { ServerNameDocument($0.key, $0.value) }
    }

    private init(_ request: Request, _ sighting: Sighting) {
        self.init(
            name: request.name, hash: request.hash, address: request.address.map { "\($0)" },
            family: request.family.name, port: request.port, transport: request.transport.name,
            source: request.source.rawValue, capture: Int(sighting.first.capture), frame: sighting.first.frame,
            firstSeen: "\(sighting.first.time)", lastSeen: "\(sighting.last)", count: sighting.count)
    }
}

/// What is told apart: with a hidden name not the servers of that name.
private struct Request: Hashable, Comparable {
    let name: String?
    let hash: String?
    let address: IPAddress?
    let family: AddressFamily
    let port: UInt16
    let transport: IPProtocol
    let source: ServerNameSource

    init(_ row: ServerNameRow, names policy: NamePolicy) {
        // An address in the place of a name names nobody.
        let isShown = policy.shows(row.name) || IPAddress(row.name) != nil
        name = isShown ? row.name : nil
        hash = isShown ? nil : policy.hash(row.name)
        address = isShown ? row.server : nil
        family = row.server.family
        port = row.port
        transport = row.transport
        source = row.source
    }

    static func < (a: Request, b: Request) -> Bool {
        if a.address != b.address {
            guard let first = a.address, let second = b.address else { return a.address != nil }
            return first < second
        }
        return (a.name ?? "", a.hash ?? "", a.family, a.port, a.transport.rawValue, a.source.rawValue)
            < (b.name ?? "", b.hash ?? "", b.family, b.port, b.transport.rawValue, b.source.rawValue)
    }
}
