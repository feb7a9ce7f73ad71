import NetworkTypes
import TrafficObservation

/// Which families the hosts have on which links, to tell the two halves of one machine from two machines.
struct RootFamilies {
    enum Conflict {
        case none
        /// Each is a whole machine; nothing says that they are two.
        case mayBeClones
        /// Two of them live side by side on one link with the same family, or there are too many.
        case cannotBeOne
    }

    private struct Presence {
        /// Links with an IPv4 address, and with a configured IPv6 address.
        var ipv4: Set<Int32> = []
        var ipv6: Set<Int32> = []
        /// Behind a router or without a link layer: one address each.
        var isStandIn = false
    }

    private let graph: BindingGraph
    private let grouping: HostGrouping
    private let members: Buckets
    /// By root, looked up once: a card may have any number of addresses and of keys.
    private var presences: [Int32: Presence] = [:]

    /// The most cards that one machine is believed to have.
    private static let mostCards = 8

    init(_ graph: BindingGraph, _ grouping: HostGrouping) {
        self.graph = graph
        self.grouping = grouping
        members = Buckets(count: graph.nodes.count, bucketOf: graph.nodes.indices.map { grouping.root(Int32($0)) })
    }

    func root(_ node: Int32) -> Int32 { grouping.root(node) }
    func nodes(of root: Int32) -> ArraySlice<Int32> { members[Int(root)] }

    private mutating func presence(_ node: Int32) -> Presence {
        let root = grouping.root(node)
        if let known = presences[root] { return known }
        let result = lookUp(root)
        presences[root] = result
        return result
    }

    private func lookUp(_ root: Int32) -> Presence {
        var result = Presence()
        for member in members[Int(root)] {
            let link = graph.nodes[Int(member)].link
            if let address = graph.standIns[member] {
                result.isStandIn = true
                if address.family == .ipv4 { result.ipv4.insert(link) } else { result.ipv6.insert(link) }
                continue
            }
            for address in graph.ownAddresses(of: member) {
                if let address = address.ipv4 {
                    if !address.isLinkLocal { result.ipv4.insert(link) }
                } else if address.ipv6?.isConfiguredUnicast == true {
                    result.ipv6.insert(link)
                }
            }
        }
        return result
    }

    mutating func conflict(_ nodes: [Int32]) -> Conflict {
        if nodes.count > Self.mostCards { return .cannotBeOne }
        var all: [Presence] = []
        for node in nodes { all.append(presence(node)) }
        var mayBeClones = false
        for (position, one) in all.enumerated() {
            for other in all[(position + 1)...] {
                if !one.ipv4.isDisjoint(with: other.ipv4) { return .cannotBeOne }
                // A machine behind a router may show several IPv6 addresses, each a node of its own.
                if !one.ipv6.isDisjoint(with: other.ipv6), !(one.isStandIn && other.isStandIn) { return .cannotBeOne }
                if !one.ipv4.isEmpty && !other.ipv4.isEmpty || !one.ipv6.isEmpty && !other.ipv6.isEmpty {
                    mayBeClones = true
                }
            }
        }
        // Several addresses of one family without the other are one machine or a row of clones.
        if all.allSatisfy({ $0.ipv4.isEmpty }), all.count > 1, all.contains(where: { !$0.ipv6.isEmpty }) {
            mayBeClones = true
        }
        return mayBeClones ? .mayBeClones : .none
    }
}
