public import NetworkTypes
import TrafficObservation

/// Hosts and links of an observation set, sorted by id; a pure function of the set and the site.
public struct HostTable: Sendable {
    public let hosts: [HostRecord]
    public let links: [LinkRecord]
    /// For each index of `ObservationSet.links`, its index in `links`.
    public let linkOfObserved: [Int]
    public let unmerged: [UnmergedAddress]
    /// Dotted name to count: limits that bit, ambiguous links.
    public let anomalies: [String: UInt64]
    private let storage: HostStorage?
    /// The place in `hosts` of each host of `storage`; empty: the same.
    private let places: [Int32]

    public init(
        hosts: [HostRecord], links: [LinkRecord], linkOfObserved: [Int], unmerged: [UnmergedAddress],
        anomalies: [String: UInt64]
    ) {
        self.init(
            hosts: hosts, links: links, linkOfObserved: linkOfObserved, unmerged: unmerged, anomalies: anomalies,
            storage: nil, places: [])
    }

    init(
        hosts: [HostRecord], links: [LinkRecord], linkOfObserved: [Int], unmerged: [UnmergedAddress],
        anomalies: [String: UInt64], storage: HostStorage?, places: [Int32] = []
    ) {
        self.hosts = hosts
        self.links = links
        self.linkOfObserved = linkOfObserved
        self.unmerged = unmerged
        self.anomalies = anomalies
        self.storage = storage
        self.places = places
    }

    /// The place in `hosts` of the host whose card sent on an observed link, whatever address its frames carry.
    public func host(of mac: MACAddress, on observed: Int) -> Int? {
        guard let number = storage?.host(of: mac, on: observed) else { return nil }
        return places.isEmpty ? Int(number) : Int(places[Int(number)])
    }

    /// The same of a card that sent from an address that the host has.
    package func host(of mac: MACAddress, on observed: Int, with address: IPAddress) -> Int? {
        guard let number = storage?.host(of: mac, on: observed), storage?.has(address, number) == true else {
            return nil
        }
        return places.isEmpty ? Int(number) : Int(places[Int(number)])
    }

    /// The same hosts under ids that were given earlier; sorted by id again. Two hosts never get one id.
    public func identified(by identifier: (HostRecord) -> String?) -> HostTable {
        var renamed: [(record: HostRecord, id: String, number: Int)] = []
        var isChanged = false
        var taken: Set<String>?
        for (number, host) in hosts.enumerated() {
            guard let id = identifier(host), id != host.id else { continue }
            var known = taken ?? Set(hosts.map(\.id))
            if !known.contains(id) {
                if !isChanged { renamed = hosts.enumerated().map { ($1, $1.id, $0) } }
                isChanged = true
                known.remove(host.id)
                known.insert(id)
                renamed[number] = (host.identified(as: id), id, number)
            }
            taken = known
        }
        guard isChanged else { return self }
        renamed.sort { $0.id < $1.id }
        var newPlaces = [Int32](repeating: 0, count: hosts.count)
        for (place, entry) in renamed.enumerated() { newPlaces[entry.number] = Int32(place) }
        let old = places
        return HostTable(
            hosts: renamed.map(\.record), links: links, linkOfObserved: linkOfObserved, unmerged: unmerged,
            anomalies: anomalies, storage: storage,
            places: old.isEmpty ? newPlaces : old.map { newPlaces[Int($0)] })
    }
}
