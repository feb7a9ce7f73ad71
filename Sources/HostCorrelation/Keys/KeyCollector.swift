import NetworkTypes
import SiteModel
import TrafficObservation

/// Nodes that a key shows to be one machine, before anything is decided.
struct KeyGroup {
    struct Member {
        let node: Int32
        let evidence: MergeEvidence?
    }

    let key: MergeKey
    let value: String?
    var members: [Member]
}

/// Looks for everything that two nodes have in common; one extension for each kind of key.
struct KeyCollector {
    var graph: BindingGraph
    let grouping: HostGrouping
    let directory: AddressDirectory
    let index: SiteIndex?
    var groups: [KeyGroup] = []
    /// The nodes that rows of files belong to.
    let declaredNodes: [DeclaredPlace: Int32]

    /// A card and an address of one file.
    struct DeclaredPlace: Hashable {
        let capture: UInt32
        let mac: MACAddress
        let address: IPAddress
    }

    var set: ObservationSet { graph.set }

    init(_ graph: BindingGraph, _ grouping: HostGrouping, index: SiteIndex?) {
        self.graph = graph
        self.grouping = grouping
        self.index = index
        var declared: [DeclaredPlace: Int32] = [:]
        if graph.set.packetCaptures != nil {
            for (row, binding) in graph.set.bindings.enumerated()
            where binding.evidence.isDeclared && graph.owner[row] >= 0 {
                let capture = graph.set.links[binding.link].key.capture
                declared[DeclaredPlace(capture: capture, mac: binding.mac, address: binding.address)] = graph.owner[row]
            }
        }
        declaredNodes = declared
        directory = AddressDirectory(graph, grouping, of: Self.wantedAddresses(graph, index))
    }

    /// The addresses that keys speak of.
    private static func wantedAddresses(_ graph: BindingGraph, _ index: SiteIndex?) -> Set<IPAddress> {
        var result: Set<IPAddress> = []
        for row in graph.set.identities where row.address.isHostUnicast { result.insert(row.address) }
        for device in graph.set.devices { result.formUnion(device.managementAddresses) }
        for name in graph.set.dnsNames where name.isMachineName {
            for address in name.a { result.insert(IPAddress(address)) }
            for address in name.aaaa { result.insert(IPAddress(address)) }
        }
        for host in index?.hosts ?? [] { result.formUnion(host.addresses) }
        if graph.set.packetCaptures != nil {
            for row in graph.set.bindings where row.evidence.isDeclared { result.insert(row.address) }
        }
        for pin in index?.site.pins ?? [] {
            for case .address(let address) in pin.keys { result.insert(address) }
        }
        return result
    }

    mutating func collect() {
        collectIdentities()
        collectUniqueIdentifiers()
        collectRelayedClients()
        collectDevices()
        collectLinkNames()
        collectDNSNames()
        collectEmbeddedMACs()
        collectForwarding()
        collectListed()
        collectImported()
        // A person may speak of an address that nothing else does.
        for pin in index?.site.pins ?? [] {
            for case .address(let address) in pin.keys { _ = directory.nodes(of: address, &graph) }
        }
    }

    /// The node of a MAC on an observed link.
    func node(of mac: MACAddress, on observed: Int) -> Int32? {
        mac.isUnicast ? graph.nodeOf[LinkMAC(observed: Int32(observed), mac: mac)] : nil
    }

    /// The node that an identity belongs to: the address's owner, else the card that showed it. Of an address that went
    /// from one card to another, the card that showed it is the owner.
    mutating func node(of row: IdentityRow) -> Int32? {
        if row.address.isHostUnicast {
            if let owner = graph.owner(of: row.address, on: row.link, claimedBy: row.mac) { return owner }
            return directory.node(of: row.address, on: row.link, &graph)
        }
        return node(of: row.mac, on: row.link)
    }

    /// Adds a group: one member for each host, in the order of their proofs.
    mutating func add(_ key: MergeKey, _ value: String?, _ members: [KeyGroup.Member]) {
        var best: [Int32: KeyGroup.Member] = [:]
        for member in members {
            let root = Int(member.node) < grouping.count ? grouping.root(member.node) : member.node
            guard let known = best[root] else {
                best[root] = member
                continue
            }
            if let new = member.evidence, known.evidence.map({ new.proof < $0.proof }) ?? true { best[root] = member }
        }
        guard best.count > 1 else { return }
        let sorted = best.sorted { a, b in
            guard let one = a.value.evidence?.proof, let other = b.value.evidence?.proof, one != other else {
                return a.key < b.key
            }
            return one < other
        }
        groups.append(KeyGroup(key: key, value: value, members: sorted.map(\.value)))
    }
}
