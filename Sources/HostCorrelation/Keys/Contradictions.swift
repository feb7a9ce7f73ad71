import NetworkTypes
import SiteModel
import TrafficObservation

/// What speaks against two hosts being one. Domain reference §4.7.
struct Contradictions {
    /// Hosts, by the root that each had before keys joined anything, with the reason that keeps them apart.
    private var apart: [Pair: String] = [:]
    /// What each host shows or is listed as; two of a kind that have nothing in common are two machines.
    private var engines: [Int32: Set<String>] = [:]
    private var listed: [Int32: Set<String>] = [:]
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
    init(
        _ graph: BindingGraph, _ families: RootFamilies, _ directory: AddressDirectory, roots: Set<Int32>,
        index: SiteIndex?
    ) {
        guard !roots.isEmpty else { return }
        engines = identities(.snmpEngine, graph, families, directory, roots)
        hostKeys = identities(.sshHostKey, graph, families, directory, roots)
        noteAddresses(graph, families, roots)
        noteConflicts(graph, families, roots)
        if let index { noteListed(graph, families, roots, index) }
    }

    mutating func separate(_ a: Int32, _ b: Int32, because: String) {
        if a != b, apart[Pair(a, b)] == nil { apart[Pair(a, b)] = because }
    }

    /// Two SNMP engines are two agents: RFC 3411 §3.1.1.1. Two rows of the site's list are two machines.
    func reason(_ a: Int32, _ b: Int32) -> String? {
        if let known = apart[Pair(a, b)] { return known }
        if Self.differ(engines, a, b) { return "different-snmp-engines" }
        return Self.differ(listed, a, b) ? "listed-apart" : nil
    }

    private static func differ(_ values: [Int32: Set<String>], _ a: Int32, _ b: Int32) -> Bool {
        guard let one = values[a], let other = values[b] else { return false }
        return one.isDisjoint(with: other)
    }

    /// A machine has a host key of each algorithm, so different ones do not keep apart; against a person's word they are
    /// shown. RFC 4253 §7.
    func difference(_ a: Int32, _ b: Int32) -> String? {
        Self.differ(hostKeys, a, b) ? "different-ssh-host-keys" : nil
    }

    private func identities(
        _ kind: IdentityKind, _ graph: BindingGraph, _ families: RootFamilies, _ directory: AddressDirectory,
        _ roots: Set<Int32>
    ) -> [Int32: Set<String>] {
        var result: [Int32: Set<String>] = [:]
        for row in graph.set.identities where row.kind == kind {
            guard
                let node = graph.owner(of: row.address, on: row.link, claimedBy: row.mac)
                    ?? directory.knownNode(of: row.address, on: row.link, graph)
            else { continue }
            let root = families.root(node)
            if roots.contains(root) { result[root, default: []].insert(row.value) }
        }
        return result
    }

    /// Traffic between the two, and one address claimed by both.
    private mutating func noteAddresses(_ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>) {
        var owners = Owners(graph)
        var claims: [LinkAddress: [(root: Int32, sighting: Sighting)]] = [:]
        for root in roots.sorted() {
            for node in families.nodes(of: root) {
                if let address = graph.standIns[node] {
                    owners.note(address, on: Int(graph.nodes[Int(node)].observed), root)
                }
                guard !graph.nodes[Int(node)].isVirtual else { continue }
                for rows in graph.claimsByAddress(of: node) {
                    for row in rows where graph.owner[Int(row)] >= 0 {
                        let binding = graph.binding(row)
                        let link = Int32(graph.linkOfObserved[binding.link])
                        let key = LinkAddress(link: link, address: binding.address)
                        owners.note(binding.address, on: binding.link, families.root(graph.owner[Int(row)]))
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
            guard let client = owners.root(of: flow.client, on: flow.link),
                let server = owners.root(of: flow.server, on: flow.link), client != server,
                flow.clientPackets > 0, flow.serverPackets > 0
            else { continue }
            separate(client, server, because: "traffic-between")
        }
    }

    /// One asked for an address and the other had it: the claim of the first is dropped, but they are two.
    private mutating func noteConflicts(_ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>) {
        for conflict in graph.set.conflicts {
            let cards = [conflict.first, conflict.second].compactMap {
                graph.nodeOf[LinkMAC(observed: Int32(conflict.link), mac: $0)].map(families.root)
            }
            if cards.count == 2, roots.isSuperset(of: cards) {
                separate(cards[0], cards[1], because: "address-claimed-by-both")
            }
        }
    }

    /// The rows of the site's list that each is recognised as. Rows of the same cards and addresses are one machine.
    private mutating func noteListed(
        _ graph: BindingGraph, _ families: RootFamilies, _ roots: Set<Int32>, _ index: SiteIndex
    ) {
        for root in roots {
            for node in families.nodes(of: root) {
                let mac = graph.nodes[Int(node)].mac
                if mac.isUnicast { for row in index.hosts(at: mac) { listed[root, default: []].insert(row.machine) } }
                for address in graph.ownAddresses(of: node) {
                    for row in index.hosts(at: address) { listed[root, default: []].insert(row.machine) }
                }
            }
        }
    }
}

/// Whose an address is on a link, or elsewhere in the capture where only one host has it there.
private struct Owners {
    private struct CaptureAddress: Hashable {
        let capture: UInt32
        let address: IPAddress
    }

    private let graph: BindingGraph
    private var onLink: [LinkAddress: Int32] = [:]
    /// −1: several.
    private var inCapture: [CaptureAddress: Int32] = [:]

    init(_ graph: BindingGraph) { self.graph = graph }

    private func link(_ address: IPAddress, _ observed: Int) -> LinkAddress {
        LinkAddress(link: Int32(graph.linkOfObserved[observed]), address: address)
    }

    private func capture(_ address: IPAddress, _ observed: Int) -> CaptureAddress {
        CaptureAddress(capture: graph.set.links[observed].key.capture, address: address)
    }

    mutating func note(_ address: IPAddress, on observed: Int, _ root: Int32) {
        onLink[link(address, observed)] = root
        // Every link has fe80::/10.
        if address.isLinkLocal { return }
        let known = inCapture[capture(address, observed)]
        inCapture[capture(address, observed)] = known == nil || known == root ? root : -1
    }

    func root(of address: IPAddress, on observed: Int) -> Int32? {
        (onLink[link(address, observed)] ?? inCapture[capture(address, observed)]).flatMap { $0 < 0 ? nil : $0 }
    }
}

extension ConfiguredHost {
    /// Rows with the same cards and addresses speak of one machine.
    fileprivate var machine: String {
        (macs.map(\.description).sorted() + addresses.map(\.description).sorted()).joined(separator: " ")
    }
}

extension BindingGraph {
    /// The owner of an address on an observed link among the claims of a MAC; nil where it claims nothing.
    func owner(of address: IPAddress, on observed: Int, claimedBy mac: MACAddress) -> Int32? {
        guard let node = nodeOf[LinkMAC(observed: Int32(observed), mac: mac)] else { return nil }
        return claims(of: node, to: address).first { owner[Int($0)] >= 0 }.map { owner[Int($0)] }
    }
}
