import NetworkTypes
import TrafficObservation

/// Finds the node that an address belongs to, for the addresses that keys speak of.
struct AddressDirectory {
    private struct CaptureAddress: Hashable {
        let capture: UInt32
        let address: IPAddress
    }

    /// −2 in both: two hosts have it.
    private var onLink: [LinkAddress: Int32] = [:]
    private var inCapture: [CaptureAddress: Int32] = [:]
    private var anywhere: [IPAddress: Set<Int32>] = [:]
    /// Sources that nothing binds, by resolved link: the first sight of each and where.
    private var unbound: [LinkAddress: (observed: Int32, sighting: Sighting)] = [:]
    /// The resolved links of `unbound` by address.
    private var unboundLinks: [IPAddress: Set<Int32>] = [:]

    private static let ambiguous: Int32 = -2

    init(_ graph: BindingGraph, _ grouping: HostGrouping, of wanted: Set<IPAddress>) {
        guard !wanted.isEmpty else { return }
        var virtual: [Int] = []
        for (row, binding) in graph.set.bindings.enumerated() where wanted.contains(binding.address) {
            let owner = graph.owner[row]
            guard owner >= 0 else { continue }
            anywhere[binding.address, default: []].insert(owner)
            if graph.nodes[Int(owner)].isVirtual { virtual.append(row) } else { note(row, owner, graph, grouping) }
        }
        // A virtual router has what no machine uses itself.
        let (ownOnLink, ownInCapture) = (onLink, inCapture)
        for row in virtual {
            let binding = graph.set.bindings[row]
            if ownOnLink[Self.place(binding)] == nil, ownInCapture[Self.place(binding, graph)] == nil {
                note(row, graph.owner[row], graph, grouping)
            }
        }
        for source in graph.set.sources where wanted.contains(source.address) && source.address.isHostUnicast {
            let observed = Int32(source.link)
            guard onLink[LinkAddress(link: observed, address: source.address)] == nil,
                inCapture[
                    CaptureAddress(
                        capture: graph.set.links[source.link].key.capture, address: source.address)] == nil
            else { continue }
            let key = LinkAddress(link: Int32(graph.linkOfObserved[source.link]), address: source.address)
            guard let known = unbound[key] else {
                unbound[key] = (observed, source.sighting)
                unboundLinks[source.address, default: []].insert(key.link)
                continue
            }
            let isEarlier = source.sighting.first < known.sighting.first
            unbound[key] = (isEarlier ? observed : known.observed, known.sighting.joined(source.sighting))
        }
    }

    private static func place(_ binding: BindingRow) -> LinkAddress {
        LinkAddress(link: Int32(binding.link), address: binding.address)
    }

    private static func place(_ binding: BindingRow, _ graph: BindingGraph) -> CaptureAddress {
        CaptureAddress(capture: graph.set.links[binding.link].key.capture, address: binding.address)
    }

    private mutating func note(_ row: Int, _ owner: Int32, _ graph: BindingGraph, _ grouping: HostGrouping) {
        let binding = graph.set.bindings[row]
        func joined(_ known: Int32?) -> Int32 {
            guard let known else { return owner }
            return known < 0 || grouping.root(known) != grouping.root(owner) ? Self.ambiguous : known
        }
        onLink[Self.place(binding)] = joined(onLink[Self.place(binding)])
        inCapture[Self.place(binding, graph)] = joined(inCapture[Self.place(binding, graph)])
    }

    /// The node of an address seen on an observed link: its owner there, else its owner elsewhere in the capture, else a
    /// node that stands for the address alone; nil where two hosts have it or nobody sent from it.
    func node(of address: IPAddress, on observed: Int, _ graph: inout BindingGraph) -> Int32? {
        if let owner = owner(of: address, on: observed, graph) { return owner < 0 ? nil : owner }
        return standIn(for: address, onResolved: Int32(graph.linkOfObserved[observed]), &graph)
    }

    /// As `node(of:on:_:)`, without making one.
    func knownNode(of address: IPAddress, on observed: Int, _ graph: BindingGraph) -> Int32? {
        if let owner = owner(of: address, on: observed, graph) { return owner < 0 ? nil : owner }
        return graph.standInOf[LinkAddress(link: Int32(graph.linkOfObserved[observed]), address: address)]
    }

    private func owner(of address: IPAddress, on observed: Int, _ graph: BindingGraph) -> Int32? {
        onLink[LinkAddress(link: Int32(observed), address: address)]
            ?? inCapture[CaptureAddress(capture: graph.set.links[observed].key.capture, address: address)]
    }

    /// Every node that has the address, on any link of any capture.
    func nodes(of address: IPAddress, _ graph: inout BindingGraph) -> [Int32] {
        var result = Array(anywhere[address] ?? [])
        for link in (unboundLinks[address] ?? []).sorted() {
            if let node = standIn(for: address, onResolved: link, &graph) { result.append(node) }
        }
        return result.sorted()
    }

    private func standIn(for address: IPAddress, onResolved link: Int32, _ graph: inout BindingGraph) -> Int32? {
        guard let seen = unbound[LinkAddress(link: link, address: address)] else { return nil }
        return graph.standIn(for: address, on: Int(seen.observed), seen.sighting)
    }
}
