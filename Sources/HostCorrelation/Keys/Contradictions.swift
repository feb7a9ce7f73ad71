import NetworkTypes
import SiteModel
import TrafficObservation

/// What speaks against two hosts being one. Domain reference §4.7.
struct Contradictions {
    /// Hosts, by the root that each had before keys joined anything, with the reason that keeps them apart.
    private var apart: [Pair: String] = [:]
    private var hostKeys: [Int32: Set<String>] = [:]

    private struct Pair: Hashable {
        let low: Int32
        let high: Int32

        init(_ a: Int32, _ b: Int32) {
            low = min(a, b)
            high = max(a, b)
        }
    }

    /// One address claimed by two hosts in so short a time is a conflict, not a move.
    private static let nanoseconds: Int64 = 60 * 1_000_000_000
    /// Claims on one address that are compared with each other.
    private static let mostClaims = 32

    /// - Parameter roots: the hosts that claims speak of; nothing is looked for between others.
    init(_ graph: BindingGraph, _ families: RootFamilies, roots: Set<Int32>, index: SiteIndex?) {
        guard !roots.isEmpty else { return }
        let engines = identities(.snmpEngine, graph, families, roots)
        noteDifferentEngines(engines)
        hostKeys = identities(.sshHostKey, graph, families, roots)
        noteAddresses(graph, families, roots)
        if let index { noteListedApart(graph, families, roots, index) }
    }

    mutating func separate(_ a: Int32, _ b: Int32, because: String) {
        if a != b, apart[Pair(a, b)] == nil { apart[Pair(a, b)] = because }
    }

    var pairs: [(a: Int32, b: Int32, because: String)] { apart.map { ($0.key.low, $0.key.high, $0.value) } }
    func reason(_ a: Int32, _ b: Int32) -> String? { apart.isEmpty ? nil : apart[Pair(a, b)] }

    /// A machine has a host key of each algorithm, so different ones do not keep apart; against a person's word they are
    /// shown. RFC 4253 §7.
    func difference(_ a: Int32, _ b: Int32) -> String? {
        guard let one = hostKeys[a], let other = hostKeys[b], one.isDisjoint(with: other) else { return nil }
        return "different-ssh-host-keys"
    }

    private func identities(
        _ kind: IdentityKind, _ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>
    ) -> [Int32: Set<String>] {
        var result: [Int32: Set<String>] = [:]
        for row in graph.set.identities where row.kind == kind {
            guard let node = graph.owner(of: row.address, on: row.link, from: row.mac) else { continue }
            let root = families.root(node)
            if roots.contains(root) { result[root, default: []].insert(row.value) }
        }
        return result
    }

    /// Two SNMP engines are two agents. RFC 3411 §3.1.1.1.
    private mutating func noteDifferentEngines(_ engines: [Int32: Set<String>]) {
        let known = engines.sorted { $0.key < $1.key }
        for (position, one) in known.enumerated() {
            for other in known[(position + 1)...] where one.value.isDisjoint(with: other.value) {
                separate(one.key, other.key, because: "different-snmp-engines")
            }
        }
    }

    /// Traffic between the two, and one address claimed by both.
    private mutating func noteAddresses(_ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>) {
        var owners: [LinkAddress: Int32] = [:]
        var claims: [LinkAddress: [(root: Int32, sighting: Sighting)]] = [:]
        for root in roots.sorted() {
            for node in families.nodes(of: root) {
                if let address = graph.standIns[node] {
                    owners[LinkAddress(link: graph.nodes[Int(node)].link, address: address)] = root
                }
                guard !graph.nodes[Int(node)].isVirtual else { continue }
                for rows in graph.claimsByAddress(of: node) {
                    for row in rows where graph.owner[Int(row)] >= 0 {
                        let binding = graph.binding(row)
                        let link = Int32(graph.linkOfObserved[binding.link])
                        let key = LinkAddress(link: link, address: binding.address)
                        owners[key] = families.root(graph.owner[Int(row)])
                        if claims[key, default: []].count < Self.mostClaims {
                            claims[key, default: []].append((root, binding.sighting))
                        }
                    }
                }
            }
        }
        for list in claims.values where list.count > 1 {
            for (position, one) in list.enumerated() {
                for other in list[(position + 1)...] where one.root != other.root {
                    let gap = max(
                        one.sighting.first.time.nanoseconds(since: other.sighting.last),
                        other.sighting.first.time.nanoseconds(since: one.sighting.last))
                    if gap <= Self.nanoseconds { separate(one.root, other.root, because: "address-claimed-by-both") }
                }
            }
        }
        for flow in graph.set.flows where !flow.isTunnelled && !flow.client.isLinkLocal {
            let link = Int32(graph.linkOfObserved[flow.link])
            guard let client = owners[LinkAddress(link: link, address: flow.client)],
                let server = owners[LinkAddress(link: link, address: flow.server)], client != server,
                flow.clientPackets > 0, flow.serverPackets > 0
            else { continue }
            separate(client, server, because: "traffic-between")
        }
    }

    /// The site's list calls them two machines. Rows that share a card or an address are one.
    private mutating func noteListedApart(
        _ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>, _ index: SiteIndex
    ) {
        var rowsOf: [Int32: Set<String>] = [:]
        for root in roots {
            for node in families.nodes(of: root) {
                let mac = graph.nodes[Int(node)].mac
                if mac.isUnicast { for row in index.hosts(at: mac) { rowsOf[root, default: []].insert(row.machine) } }
                for address in graph.ownAddresses(of: node) {
                    for row in index.hosts(at: address) { rowsOf[root, default: []].insert(row.machine) }
                }
            }
        }
        let known = rowsOf.sorted { $0.key < $1.key }
        for (position, one) in known.enumerated() {
            for other in known[(position + 1)...] where one.value.isDisjoint(with: other.value) {
                separate(one.key, other.key, because: "listed-apart")
            }
        }
    }
}

extension ConfiguredHost {
    /// Rows with the same cards and addresses speak of one machine.
    fileprivate var machine: String {
        (macs.map(\.description).sorted() + addresses.map(\.description).sorted()).joined(separator: " ")
    }
}

extension BindingGraph {
    /// The owner of an address on an observed link among the claims of a MAC; nil where nothing binds it.
    func owner(of address: IPAddress, on observed: Int, from mac: MACAddress) -> Int32? {
        if let node = nodeOf[LinkMAC(observed: Int32(observed), mac: mac)] {
            for row in claims(of: node, to: address) where owner[Int(row)] >= 0 { return owner[Int(row)] }
        }
        return standInOf[LinkAddress(link: Int32(linkOfObserved[observed]), address: address)]
    }
}
