import NetworkTypes
import SiteModel
import TrafficObservation

/// Machines of the site's list that were seen only through a router: hosts without a MAC.
struct ListedHosts {
    let index: SiteIndex
    let links: [LinkRecord]
    let linkOfObserved: [Int]

    /// Moves listed addresses from the unmerged sources into hosts. A listed machine that is already a host by one of its
    /// MACs or addresses stays that host.
    func find(among unmerged: inout [SourceTraffic.Unbound], known graph: BindingGraph) -> [HostRecord] {
        var machineOf: [IPAddress: Int] = [:]
        var machines: [Set<IPAddress>] = []
        for listed in index.hosts where !listed.addresses.isEmpty {
            // One machine may have a row in several systems.
            let number = listed.addresses.lazy.compactMap { machineOf[$0] }.first ?? machines.count
            if number == machines.count { machines.append([]) }
            for address in listed.addresses where machineOf[address] == nil {
                machineOf[address] = number
                machines[number].insert(address)
            }
        }
        guard !machines.isEmpty else { return [] }
        let seen = alreadySeen(machineOf, graph)
        var found: [Int: [SourceTraffic.Unbound]] = [:]
        unmerged.removeAll { source in
            guard let machine = machineOf[source.address.address], !seen.contains(machine) else { return false }
            found[machine, default: []].append(source)
            return true
        }
        return found.sorted { $0.key < $1.key }.compactMap { record($0.value) }
    }

    private func alreadySeen(_ machineOf: [IPAddress: Int], _ graph: BindingGraph) -> Set<Int> {
        var result: Set<Int> = []
        for (row, binding) in graph.set.bindings.enumerated() where graph.owner[row] >= 0 {
            if let machine = machineOf[binding.address] { result.insert(machine) }
        }
        let macs = Set(graph.nodes.lazy.map(\.mac))
        for listed in index.hosts where listed.macs.contains(where: { macs.contains($0) }) {
            for address in listed.addresses { if let machine = machineOf[address] { result.insert(machine) } }
        }
        return result
    }

    private func record(_ sources: [SourceTraffic.Unbound]) -> HostRecord? {
        let sorted = sources.sorted { $0.sighting.first < $1.sighting.first }
        guard let first = sorted.first else { return nil }
        var bindings: [AddressBinding] = []
        for address in Set(sorted.map(\.address.address)).sorted() {
            let own = sorted.filter { $0.address.address == address }
            bindings.append(
                AddressBinding(
                    address: address, evidence: [],
                    firstSeen: own.first?.sighting.first.time ?? first.sighting.first.time,
                    lastSeen: own.map(\.sighting.last).max() ?? first.sighting.last))
        }
        var (ipv4Traffic, ipv6Traffic) = (TrafficCount(), TrafficCount())
        for source in sorted {
            if source.address.address.family == .ipv4 {
                ipv4Traffic += source.address.traffic
            } else {
                ipv6Traffic += source.address.traffic
            }
        }
        var id = HostIdentifier()
        id.add(links[linkOfObserved[first.observed]].id + "|" + (bindings.first?.address.description ?? ""))
        return HostRecord(
            id: id.text, macs: [], ipv4: bindings.filter { $0.address.family == .ipv4 },
            ipv6: bindings.filter { $0.address.family == .ipv6 }, names: [],
            links: Set(sorted.map { links[linkOfObserved[$0.observed]].id }).sorted(),
            merges: bindings.count > 1
                ? [MergeLink(key: "A1", confidence: 0.99, joins: bindings.map(\.address.description), evidence: [])]
                : [],
            rejected: [], firstSeen: first.sighting.first.time,
            lastSeen: sorted.map(\.sighting.last).max() ?? first.sighting.last, firstProof: first.sighting.first,
            macRows: [], isRouter: false, isVirtualMAC: false, isSharedMAC: false, isInsideTunnel: false,
            ipv4Traffic: ipv4Traffic, ipv6Traffic: ipv6Traffic)
    }
}
