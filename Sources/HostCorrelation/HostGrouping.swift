import NetworkTypes
import SiteModel
import TrafficObservation

/// Which nodes are one host.
struct HostGrouping {
    private var parent: [Int32]
    /// Hosts with a random MAC that was seen in another capture too, without a key that joins them.
    private(set) var unjoinedRandom: Set<Int32> = []

    /// Random MACs that stay for so long are not renewed for each session. Domain reference §4.8.
    private static let stableNanoseconds: Int64 = 30 * 86_400 * 1_000_000_000

    init(_ graph: BindingGraph) {
        parent = (0..<Int32(graph.nodes.count)).map { $0 }
        // By sorting, not by a table, because nearly every MAC occurs once.
        var cards: [(mac: MACAddress, node: Int32)] = []
        cards.reserveCapacity(graph.nodes.count)
        for (number, node) in graph.nodes.enumerated() where node.mac.isUnicast && !node.isSession {
            cards.append((node.mac, Int32(number)))
        }
        cards.sort { $0.mac != $1.mac ? $0.mac < $1.mac : $0.node < $1.node }
        var start = 0
        while start < cards.count {
            var end = start + 1
            while end < cards.count, cards[end].mac == cards[start].mac { end += 1 }
            if end - start > 1 { joinNodes(cards[start..<end].map(\.node), graph) }
            start = end
        }
    }

    /// Joins the nodes of one MAC: a real card over all links, a virtual router on one link, a random MAC on one link of
    /// one capture.
    private mutating func joinNodes(_ nodes: [Int32], _ graph: BindingGraph) {
        guard let mac = nodes.first.map({ graph.nodes[Int($0)].mac }) else { return }
        if mac.identifiesMachine {
            for node in nodes.dropFirst() { join(nodes[0], node) }
            return
        }
        var known: [Place: Int32] = [:]
        for node in nodes {
            let place = Place(
                link: graph.nodes[Int(node)].link, capture: mac.isVirtualRouter ? 0 : Self.capture(node, graph))
            if let first = known[place] { join(first, node) } else { known[place] = node }
        }
        if !mac.isVirtualRouter, known.count > 1 { joinRandom(known.values.sorted(), graph) }
    }

    private struct Place: Hashable {
        let link: Int32
        let capture: UInt32
    }

    private static func capture(_ node: Int32, _ graph: BindingGraph) -> UInt32 {
        graph.set.links[Int(graph.nodes[Int(node)].observed)].key.capture
    }

    /// The nodes that are known to the grouping.
    var count: Int { parent.count }

    /// Nodes that were made since stand alone.
    mutating func grow(to count: Int) {
        while parent.count < count { parent.append(Int32(parent.count)) }
    }

    func root(_ node: Int32) -> Int32 {
        var node = node
        while parent[Int(node)] != node { node = parent[Int(node)] }
        return node
    }

    /// The lower number becomes the root, whatever the order of the calls.
    mutating func join(_ a: Int32, _ b: Int32) {
        let root = min(root(a), root(b))
        hang(a, on: root)
        hang(b, on: root)
    }

    /// Every node on the way becomes a child of the root, so that no chain grows long.
    private mutating func hang(_ node: Int32, on root: Int32) {
        var node = node
        while true {
            let next = parent[Int(node)]
            parent[Int(node)] = root
            if next == node || next == root { return }
            node = next
        }
    }

    /// A random MAC of several captures: joined on one link by a name, a DUID or an opaque IPv6 address, or when it was
    /// stable for 30 days.
    private mutating func joinRandom(_ nodes: [Int32], _ graph: BindingGraph) {
        for (index, a) in nodes.enumerated() {
            for b in nodes[(index + 1)...] where graph.nodes[Int(a)].link == graph.nodes[Int(b)].link {
                let (one, other) = (graph.nodes[Int(a)], graph.nodes[Int(b)])
                let span = max(one.lastSeen, other.lastSeen)
                    .nanoseconds(since: min(one.firstProof.time, other.firstProof.time))
                if span >= Self.stableNanoseconds || Self.shareKey(a, b, graph) { join(a, b) }
            }
        }
        for a in nodes where nodes.contains(where: { isElsewhere($0, a, graph) }) {
            unjoinedRandom.insert(root(a))
        }
    }

    private func isElsewhere(_ a: Int32, _ b: Int32, _ graph: BindingGraph) -> Bool {
        Self.capture(a, graph) != Self.capture(b, graph) && root(a) != root(b)
    }

    private static func shareKey(_ a: Int32, _ b: Int32, _ graph: BindingGraph) -> Bool {
        let rows = [a, b].map { graph.nodes[Int($0)].macRow }.filter { $0 >= 0 }.map { graph.set.macs[Int($0)] }
        if rows.count == 2 {
            if !rows[0].dhcpHostNames.isDisjoint(with: rows[1].dhcpHostNames) { return true }
            if !rows[0].dhcpv6DUIDs.isDisjoint(with: rows[1].dhcpv6DUIDs) { return true }
        }
        let opaque = [a, b].map { node in
            Set(
                graph.claimsByAddress(of: node).compactMap { $0.first }.filter { graph.owner[Int($0)] == node }
                    .compactMap { graph.binding($0).address.ipv6 }
                    .filter { $0.isConfiguredUnicast && $0.embeddedMAC == nil && $0.low >> 32 != 0 })
        }
        return !opaque[0].isDisjoint(with: opaque[1])
    }
}
