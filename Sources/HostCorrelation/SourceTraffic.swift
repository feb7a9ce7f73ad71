import NetworkTypes
import TrafficObservation

/// Traffic of hosts by their own addresses, and the sources that belong to no host.
struct SourceTraffic {
    /// By the root of a host.
    private(set) var ipv4: [TrafficCount]
    private(set) var ipv6: [TrafficCount]
    private(set) var unmerged: [UnmergedAddress] = []

    /// - Parameter listed: nodes of addresses that the site lists: hosts, even where nothing else joins them.
    init(_ graph: BindingGraph, _ grouping: HostGrouping, listed: Set<Int32>) {
        hosts = Self.hosts(graph, grouping, listed)
        ipv4 = [TrafficCount](repeating: TrafficCount(), count: graph.nodes.count)
        ipv6 = ipv4
        let translated = Set(graph.set.routers.flatMap(\.nat64Prefixes))
        for row in graph.set.sources where row.address.isHostUnicast {
            // Behind a translator stands IPv4. RFC 6052 §2.1.
            if row.address.ipv6?.scope == .nat64 || translated.contains(where: { $0.contains(row.address) }) { continue }
            let node = graph.nodeOf[LinkMAC(observed: Int32(row.link), mac: row.mac)] ?? -1
            if let claim = graph.claims(of: node, to: row.address).first(where: { graph.owner[Int($0)] >= 0 }) {
                let root = Int(grouping.root(graph.owner[Int(claim)]))
                if row.address.family == .ipv4 { ipv4[root] += row.traffic } else { ipv6[root] += row.traffic }
            } else if let root = standIn(for: row, graph, grouping) {
                if row.address.family == .ipv4 { ipv4[root] += row.traffic } else { ipv6[root] += row.traffic }
            } else {
                unmerged.append(
                    UnmergedAddress(
                        address: row.address, behind: row.mac.isUnicast ? row.mac : nil,
                        capture: Int(graph.set.links[row.link].key.capture), traffic: row.traffic))
            }
        }
        dropKnownElsewhere(graph)
    }

    /// Nodes that stand for an address, are alone and not listed are no hosts: nobody knows whose address it is.
    private static func hosts(_ graph: BindingGraph, _ grouping: HostGrouping, _ listed: Set<Int32>) -> Set<Int32> {
        guard !graph.standIns.isEmpty else { return [] }
        var result = Set(listed.map(grouping.root))
        var alone: [Int32: Int] = [:]
        for node in graph.standIns.keys { alone[grouping.root(node), default: 0] += 1 }
        for (root, count) in alone where count > 1 || graph.standIns[root] == nil { result.insert(root) }
        return result
    }

    /// Roots of hosts with an address that a node of its own stands for.
    let hosts: Set<Int32>

    private func standIn(for row: SourceRow, _ graph: BindingGraph, _ grouping: HostGrouping) -> Int? {
        guard !hosts.isEmpty,
            let node = graph.standInOf[LinkAddress(link: Int32(graph.linkOfObserved[row.link]), address: row.address)]
        else { return nil }
        let root = grouping.root(node)
        return hosts.contains(root) ? Int(root) : nil
    }

    /// A source behind a router whose owner was seen on another link of the same capture is not a stranger.
    private mutating func dropKnownElsewhere(_ graph: BindingGraph) {
        guard !unmerged.isEmpty else { return }
        var known: [CaptureAddress: Bool] = [:]
        for source in unmerged { known[CaptureAddress(source)] = false }
        for (row, binding) in graph.set.bindings.enumerated() where graph.owner[row] >= 0 {
            let key = CaptureAddress(
                capture: Int(graph.set.links[binding.link].key.capture), address: binding.address)
            if known[key] != nil { known[key] = true }
        }
        unmerged.removeAll { known[CaptureAddress($0)] == true }
    }

    private struct CaptureAddress: Hashable {
        let capture: Int
        let address: IPAddress

        init(capture: Int, address: IPAddress) {
            self.capture = capture
            self.address = address
        }

        init(_ unmerged: UnmergedAddress) { self.init(capture: unmerged.capture, address: unmerged.address) }
    }
}

extension [UnmergedAddress] {
    /// One row for each address, capture and MAC in front of it, sorted.
    func merged() -> [UnmergedAddress] {
        let sorted = sorted { a, b in
            if a.address != b.address { return a.address < b.address }
            if a.capture != b.capture { return a.capture < b.capture }
            return (a.behind?.value ?? 0) < (b.behind?.value ?? 0)
        }
        var result: [UnmergedAddress] = []
        for row in sorted {
            if let last = result.last, last.address == row.address, last.capture == row.capture,
                last.behind == row.behind
            {
                var traffic = last.traffic
                traffic += row.traffic
                result[result.count - 1] = UnmergedAddress(
                    address: row.address, behind: row.behind, capture: row.capture, traffic: traffic)
            } else {
                result.append(row)
            }
        }
        return result
    }
}
