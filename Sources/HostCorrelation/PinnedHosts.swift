import NetworkTypes
import SiteModel
import TrafficObservation

/// A person's statement that held, for the hosts it names.
struct AppliedPin {
    let pin: Pin
    let nodes: [Int32]
    /// A code of what the traffic says against it; nil: nothing.
    var contradiction: String?
}

/// What the site's pins say about nodes. Key P of the domain reference §4.7.
struct PinnedHosts {
    private let pins: [Pin]
    private var rows: [IPAddress: [Int32]] = [:]
    private var cards: [MACAddress: [Int32]] = [:]

    init(_ pins: [Pin], _ graph: BindingGraph) {
        self.pins = pins
        guard !pins.isEmpty else { return }
        for pin in pins {
            for key in pin.keys {
                switch key {
                case .address(let address): rows[address] = []
                case .mac(let mac): cards[mac] = []
                }
            }
        }
        for (row, binding) in graph.set.bindings.enumerated()
        where graph.owner[row] >= 0 && rows[binding.address] != nil {
            rows[binding.address]?.append(Int32(row))
        }
        for (number, node) in graph.nodes.enumerated() where cards[node.mac] != nil {
            cards[node.mac]?.append(Int32(number))
        }
    }

    private func holders(_ key: Pin.Key, _ graph: BindingGraph) -> [Int32] {
        switch key {
        case .address(let address):
            (rows[address] ?? []).map { graph.owner[Int($0)] } + graph.standIns(for: address)
        case .mac(let mac): cards[mac] ?? []
        }
    }

    /// The nodes that a person says to be one with others.
    func stated(_ graph: BindingGraph) -> [Int32] {
        pins.filter { $0.relation == .same }.flatMap { $0.keys.flatMap { holders($0, graph) } }
    }

    /// Takes an address that is another machine's away from the one whose card claims it.
    func separate(_ grouping: inout HostGrouping, _ graph: inout BindingGraph) {
        for pin in pins where pin.relation == .different {
            var taken: Set<Int32> = []
            for key in pin.keys {
                let held = holders(key, graph)
                if case .address(let address) = key, held.contains(where: { taken.contains(grouping.root($0)) }) {
                    takeAway(rows[address] ?? [], from: taken, &grouping, &graph)
                }
                taken.formUnion(holders(key, graph).map(grouping.root))
            }
        }
    }

    /// What no key may join; known when every address that stands for itself has its node.
    func separated(_ grouping: HostGrouping, _ graph: BindingGraph) -> (applied: [AppliedPin], apart: [(Int32, Int32)])
    {
        var applied: [AppliedPin] = []
        var apart: [(Int32, Int32)] = []
        for pin in pins where pin.relation == .different {
            let nodes = pin.keys.map { holders($0, graph) }
            for (position, one) in nodes.enumerated() {
                for other in nodes[(position + 1)...] {
                    for a in one { for b in other where grouping.root(a) != grouping.root(b) { apart.append((a, b)) } }
                }
            }
            applied.append(AppliedPin(pin: pin, nodes: nodes.flatMap { $0 }))
        }
        return (applied, apart)
    }

    private func takeAway(
        _ rows: [Int32], from taken: Set<Int32>, _ grouping: inout HostGrouping, _ graph: inout BindingGraph
    ) {
        var alone: Int32?
        for row in rows where taken.contains(grouping.root(graph.owner[Int(row)])) {
            let node = alone ?? graph.addNode(standingFor: Int(row))
            grouping.grow(to: graph.nodes.count)
            alone = node
            graph.give(row, to: node)
        }
    }

    /// Joins what a person says to be one machine, whatever the keys say.
    func join(_ grouping: inout HostGrouping, _ graph: BindingGraph, against: (Int32, Int32) -> String?) -> [AppliedPin]
    {
        var applied: [AppliedPin] = []
        for pin in pins where pin.relation == .same {
            let all = pin.keys.flatMap { holders($0, graph) }
            guard let first = all.first else { continue }
            var contradiction: String?
            for (position, one) in all.enumerated() {
                for other in all[(position + 1)...] where contradiction == nil { contradiction = against(one, other) }
            }
            for node in all.dropFirst() { grouping.join(first, node) }
            applied.append(AppliedPin(pin: pin, nodes: all, contradiction: contradiction))
        }
        return applied
    }
}

extension BindingGraph {
    /// The nodes that stand for an address alone.
    func standIns(for address: IPAddress) -> [Int32] {
        standIns.filter { $0.value == address }.map(\.key).sorted()
    }
}
