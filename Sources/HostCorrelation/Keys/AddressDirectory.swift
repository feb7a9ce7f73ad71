import NetworkTypes
import TrafficObservation

/// Finds the node that an address belongs to, for the addresses that keys speak of.
struct AddressDirectory {
    private struct CaptureAddress: Hashable {
        let capture: UInt32
        let address: IPAddress
    }

    private var onLink: [LinkAddress: Int32] = [:]
    /// −2: two hosts of one capture have it.
    private var inCapture: [CaptureAddress: Int32] = [:]
    private var anywhere: [IPAddress: Set<Int32>] = [:]
    /// Sources that nothing binds, by resolved link: the first sight of each and where.
    private var unbound: [LinkAddress: (observed: Int32, sighting: Sighting)] = [:]

    private static let ambiguous: Int32 = -2

    init(_ graph: BindingGraph, _ grouping: HostGrouping, of wanted: Set<IPAddress>) {
        guard !wanted.isEmpty else { return }
        for (row, binding) in graph.set.bindings.enumerated() where wanted.contains(binding.address) {
            let owner = graph.owner[row]
            guard owner >= 0 else { continue }
            onLink[LinkAddress(link: Int32(binding.link), address: binding.address)] = owner
            anywhere[binding.address, default: []].insert(owner)
            let key = CaptureAddress(capture: graph.set.links[binding.link].key.capture, address: binding.address)
            if let known = inCapture[key], known < 0 || grouping.root(known) != grouping.root(owner) {
                inCapture[key] = Self.ambiguous
            } else {
                inCapture[key] = owner
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
                continue
            }
            let isEarlier = source.sighting.first < known.sighting.first
            unbound[key] = (isEarlier ? observed : known.observed, known.sighting.joined(source.sighting))
        }
    }

    /// The node of an address seen on an observed link: its owner there, else its owner elsewhere in the capture, else a
    /// node that stands for the address alone; nil where two hosts have it or nobody sent from it.
    func node(of address: IPAddress, on observed: Int, _ graph: inout BindingGraph) -> Int32? {
        if let owner = onLink[LinkAddress(link: Int32(observed), address: address)] { return owner }
        let capture = graph.set.links[observed].key.capture
        if let owner = inCapture[CaptureAddress(capture: capture, address: address)] { return owner < 0 ? nil : owner }
        return standIn(for: address, onResolved: Int32(graph.linkOfObserved[observed]), &graph)
    }

    /// Every node that has the address, on any link of any capture.
    func nodes(of address: IPAddress, _ graph: inout BindingGraph) -> [Int32] {
        var result = Array(anywhere[address] ?? [])
        for link in Set(graph.linkOfObserved).sorted() {
            if let node = standIn(for: address, onResolved: Int32(link), &graph) { result.append(node) }
        }
        return result.sorted()
    }

    private func standIn(for address: IPAddress, onResolved link: Int32, _ graph: inout BindingGraph) -> Int32? {
        guard let seen = unbound[LinkAddress(link: link, address: address)] else { return nil }
        return graph.standIn(for: address, on: Int(seen.observed), seen.sighting)
    }
}
