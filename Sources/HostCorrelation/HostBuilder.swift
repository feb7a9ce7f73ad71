import NetworkTypes
import SiteModel
import TrafficObservation

/// Makes host records of grouped nodes, sorted by id.
struct HostBuilder {
    let graph: BindingGraph
    let grouping: HostGrouping
    let links: [LinkRecord]
    let traffic: SourceTraffic
    let merges: HostMerges

    /// The most texts in the list of a rejected link.
    private static let mostTexts = 16

    func build() -> HostStorage {
        let roots = graph.nodes.indices.map { grouping.root(Int32($0)) }
        let members = Buckets(count: graph.nodes.count, bucketOf: roots)
        let rowsOfNode = Buckets(count: graph.nodes.count, bucketOf: graph.owner)
        let namesOfRoot = Buckets(count: graph.nodes.count, bucketOf: nameRoots())
        let ids = identifiers(roots, members, rowsOfNode)

        var hosts: [HostStorage.Entry] = []
        var nodes: [HostStorage.Node] = []
        var rows: [HostStorage.Row] = []
        var names: [Int32] = []
        var extras: [Int32: HostStorage.Extras] = [:]
        var hostOfNode = [Int32](repeating: -1, count: graph.nodes.count)
        hosts.reserveCapacity(ids.count)
        nodes.reserveCapacity(graph.nodes.count)
        rows.reserveCapacity(graph.owner.count)
        for (number, (id, root)) in ids.enumerated() {
            let own = members[Int(root)]
            hosts.append(
                entry(
                    id, root, own, firstNode: Int32(nodes.count), firstRow: Int32(rows.count),
                    firstName: Int32(names.count)))
            for node in own {
                let known = graph.nodes[Int(node)]
                nodes.append(HostStorage.Node(mac: known.mac, link: known.link, macRow: known.macRow))
                hostOfNode[Int(node)] = Int32(number)
            }
            appendRows(of: own, rowsOfNode, to: &rows)
            names += namesOfRoot[Int(root)]
            let more = extra(root, own, hosts[number].flags, hasAddresses: rows.count - Int(hosts[number].firstRow) > 1)
            if !more.isEmpty { extras[Int32(number)] = more }
        }
        return HostStorage(
            set: graph.set, links: links, hosts: hosts, nodes: nodes, rows: rows, names: names, extras: extras,
            nodeIndex: graph.nodeOf, hostOfNode: hostOfNode)
    }

    /// For each row of `hostNames` the root of the host that it names.
    private func nameRoots() -> [Int32] {
        graph.set.hostNames.map { row in
            graph.nodeOf[LinkMAC(observed: Int32(row.link), mac: row.mac)]
                .map { grouping.root(graph.node($0, at: row.sighting.first.time)) } ?? -1
        }
    }

    // MARK: Ids

    /// Ids in ascending order with the root of their host. Two hosts of one id (a random MAC on one segment at two
    /// times, which nothing joins) are told apart by the time of their first frame; the earliest keeps the plain id.
    private func identifiers(_ roots: [Int32], _ nodes: Buckets, _ rows: Buckets) -> [(HostIdentifier, Int32)] {
        var result: [(HostIdentifier, Int32)] = []
        for root in graph.nodes.indices where roots[root] == Int32(root) {
            if graph.standIns[Int32(root)] != nil, !traffic.hosts.contains(Int32(root)) { continue }
            result.append((identifier(nodes[root], rows), Int32(root)))
        }
        let started = { (root: Int32) in nodes[Int(root)].map { graph.nodes[Int($0)].firstProof }.min() }
        result.sort { a, b in
            if a.0 != b.0 { return a.0 < b.0 }
            guard let one = started(a.1), let other = started(b.1), one != other else { return a.1 < b.1 }
            return one < other
        }
        var hasTwins = false
        for index in result.indices.dropFirst().reversed() where result[index].0 == result[index - 1].0 {
            hasTwins = true
            result[index].0.add("|\(started(result[index].1)?.time.nanoseconds ?? 0)|\(index)")
        }
        if hasTwins { result.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 } }
        return result
    }

    private func identifier(_ nodes: ArraySlice<Int32>, _ rows: Buckets) -> HostIdentifier {
        var first = graph.nodes[Int(nodes[nodes.startIndex])]
        var lowest = MACAddress.zero
        for number in nodes {
            let node = graph.nodes[Int(number)]
            if (node.firstProof.time, node.link) < (first.firstProof.time, first.link) { first = node }
            guard node.mac.isUnicast else { continue }
            let (old, new) = (lowest.isLocallyAdministered, node.mac.isLocallyAdministered)
            if lowest == .zero || (old == new ? node.mac < lowest : old) { lowest = node.mac }
        }
        var id = HostIdentifier()
        id.add(links[Int(first.link)].id)
        id.add("|")
        if lowest != .zero {
            id.add(lowest)
        } else {
            let addresses =
                nodes.flatMap { rows[Int($0)] }.map { graph.binding($0).address }
                + nodes.compactMap { graph.standIns[$0] }
            id.add(addresses.min()?.description ?? "")
        }
        return id
    }

    // MARK: Records

    private func entry(
        _ id: HostIdentifier, _ root: Int32, _ nodes: ArraySlice<Int32>, firstNode: Int32, firstRow: Int32,
        firstName: Int32
    ) -> HostStorage.Entry {
        var first = graph.nodes[Int(root)]
        if first.macRow < 0 { (first.sentIPv6, first.usesDHCP) = (false, false) }
        var hasMAC = false
        var isInside = true
        for number in nodes {
            let node = graph.nodes[Int(number)]
            hasMAC = hasMAC || node.mac.isUnicast
            isInside = isInside && isInsideTunnel(node)
            if node.macRow >= 0 {
                first.sentIPv6 = first.sentIPv6 || node.sentIPv6
                first.usesDHCP = first.usesDHCP || node.usesDHCP
            }
            if node.firstProof < first.firstProof { first.firstProof = node.firstProof }
            if node.lastSeen > first.lastSeen { first.lastSeen = node.lastSeen }
            first.isRouter = first.isRouter || node.isRouter
            first.isShared = first.isShared || node.isShared
            first.isVirtual = first.isVirtual || node.isVirtual
            first.isSession = first.isSession || node.isSession
        }
        var flags: HostStorage.Flags = []
        if first.isRouter { flags.insert(.router) }
        if first.isVirtual { flags.insert(.virtual) }
        if first.isShared { flags.insert(.shared) }
        if isInside { flags.insert(.insideTunnel) }
        if first.isSession { flags.insert(.session) }
        if hasMAC, !first.isShared, !first.isVirtual { flags.insert(.joinedByMAC) }
        if first.sentIPv6 { flags.insert(.sentIPv6) }
        if first.usesDHCP { flags.insert(.dhcp) }
        if graph.hasMoved { flags.insert(.moved) }
        return HostStorage.Entry(
            id: id, firstProof: first.firstProof, lastSeen: first.lastSeen, ipv4Traffic: traffic.ipv4[Int(root)],
            ipv6Traffic: traffic.ipv6[Int(root)], firstNode: firstNode, firstRow: firstRow, firstName: firstName,
            flags: flags)
    }

    /// The binding rows of a host, sorted by address, evidence and MAC.
    private func appendRows(of nodes: ArraySlice<Int32>, _ rowsOfNode: Buckets, to rows: inout [HostStorage.Row]) {
        if nodes.count == 1, !graph.hasMoved, let node = nodes.first {
            // The claims of a node are sorted already.
            for row in graph.claimedRows(of: node) where !graph.hasGiven || graph.owner[Int(row.number)] == node {
                rows.append(row)
            }
            return
        }
        let start = rows.count
        for node in nodes {
            for row in rowsOfNode[Int(node)] {
                let binding = graph.binding(row)
                rows.append(HostStorage.Row(address: binding.address, evidence: binding.evidence, number: row))
            }
        }
        guard rows.count - start > 1 else { return }
        rows[start...].sort { a, b in
            if a.address != b.address { return a.address < b.address }
            if a.evidence != b.evidence { return a.evidence < b.evidence }
            return graph.binding(a.number).mac < graph.binding(b.number).mac
        }
    }

    private func extra(
        _ root: Int32, _ nodes: ArraySlice<Int32>, _ flags: HostStorage.Flags, hasAddresses: Bool
    ) -> HostStorage.Extras {
        var result = HostStorage.Extras()
        result.merges = merges.links[root] ?? []
        result.mergeConfidence = merges.confidence[root]
        result.rejected = rejected(root, nodes, flags, hasAddresses: hasAddresses)
        guard !graph.standIns.isEmpty else { return result }
        for number in nodes {
            guard let address = graph.standIns[number] else { continue }
            let node = graph.nodes[Int(number)]
            // The same address may have been seen on several links.
            let known = result.routed.firstIndex { $0.address == address }
            let old = known.map { result.routed.remove(at: $0) }
            result.routed.append(
                AddressBinding(
                    address: address, evidence: [],
                    firstSeen: min(old?.firstSeen ?? node.firstProof.time, node.firstProof.time),
                    lastSeen: max(old?.lastSeen ?? node.lastSeen, node.lastSeen)))
        }
        result.routed.sort { $0.address < $1.address }
        return result
    }

    private func rejected(
        _ root: Int32, _ nodes: ArraySlice<Int32>, _ flags: HostStorage.Flags, hasAddresses: Bool
    ) -> [RejectedLink] {
        var codes: [String] = []
        if flags.contains(.virtual), hasAddresses { codes.append("virtual-router-mac") }
        if flags.contains(.shared) { codes.append("shared-mac") }
        if flags.contains(.router), nodes.contains(where: { hasStrangers(graph.nodes[Int($0)]) }) {
            codes.append("router-mac")
        }
        if grouping.unjoinedRandom.contains(root) { codes.append("random-mac-across-captures") }
        var result: [RejectedLink] = []
        if !codes.isEmpty {
            let macs = Set(nodes.map { graph.nodes[Int($0)].mac }).filter(\.isUnicast).sorted().map(\.description)
            result = codes.map { RejectedLink(key: "A5", because: $0, about: macs) }
        }
        if !graph.proxied.isEmpty {
            let proxied = Set(nodes.flatMap { graph.proxied[$0] ?? [] }).sorted().prefix(Self.mostTexts)
            if !proxied.isEmpty {
                result.append(RejectedLink(key: "A5", because: "proxy-answer", about: proxied.map(\.description)))
            }
        }
        return result + (merges.rejected[root] ?? [])
    }

    /// A machine that only messages speak of has no row of its own.
    private func isInsideTunnel(_ node: MACNode) -> Bool {
        node.macRow >= 0
            ? node.isInsideTunnel
            : graph.set.links[Int(node.observed)].key.isOverlay
    }

    private func hasStrangers(_ node: MACNode) -> Bool {
        node.isRouter && node.macRow >= 0 && !graph.set.macs[Int(node.macRow)].unboundSources.isEmpty
    }
}

extension Pin.Key {
    var text: String {
        switch self {
        case .mac(let mac): mac.description
        case .address(let address): address.description
        }
    }
}

extension Sighting {
    /// Both together: the earlier proof, the later end.
    func joined(_ other: Sighting) -> Sighting {
        var result = self
        result.merge(other)
        return result
    }
}
