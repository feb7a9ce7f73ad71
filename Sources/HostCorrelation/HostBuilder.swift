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

    func build() -> [HostRecord] {
        let roots = graph.nodes.indices.map { grouping.root(Int32($0)) }
        let nodes = Buckets(count: graph.nodes.count, bucketOf: roots)
        let rows = Buckets(count: graph.nodes.count, bucketOf: graph.owner)
        let names = Buckets(count: graph.nodes.count, bucketOf: nameRoots())
        let ids = identifiers(roots, nodes, rows)
        return ids.map { id, root in record(id.text, root, nodes[Int(root)], rows, names[Int(root)]) }
    }

    /// For each row of `hostNames` the root of the host that it names.
    private func nameRoots() -> [Int32] {
        graph.set.hostNames.map { row in
            graph.nodeOf[LinkMAC(observed: Int32(row.link), mac: row.mac)].map(grouping.root) ?? -1
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

    private func record(
        _ id: String, _ root: Int32, _ nodes: ArraySlice<Int32>, _ rowsOf: Buckets, _ nameRows: ArraySlice<Int32>
    ) -> HostRecord {
        var first = graph.nodes[Int(root)]
        var (macs, links, macRows): ([MACAddress], [Int32], [Int]) = ([], [], [])
        for number in nodes {
            let node = graph.nodes[Int(number)]
            if node.mac.isUnicast, !macs.contains(node.mac) { macs.append(node.mac) }
            if !links.contains(node.link) { links.append(node.link) }
            if node.macRow >= 0 { macRows.append(Int(node.macRow)) }
            if node.firstProof < first.firstProof { first.firstProof = node.firstProof }
            if node.lastSeen > first.lastSeen { first.lastSeen = node.lastSeen }
            first.isRouter = first.isRouter || node.isRouter
            first.isShared = first.isShared || node.isShared
            first.isVirtual = first.isVirtual || node.isVirtual
        }
        let (ipv4, ipv6) = addressBindings(nodes, rowsOf)
        return HostRecord(
            id: id, macs: macs.sorted(), ipv4: ipv4, ipv6: ipv6, names: names(nameRows),
            links: links.sorted().map { self.links[Int($0)].id }, merges: merges.links[root] ?? [],
            rejected: rejected(root, nodes, hasAddresses: ipv4.count + ipv6.count > 1, first),
            firstSeen: first.firstProof.time, lastSeen: first.lastSeen, firstProof: first.firstProof,
            macRows: macRows.sorted(), isRouter: first.isRouter, isVirtualMAC: first.isVirtual,
            isSharedMAC: first.isShared,
            isInsideTunnel: nodes.allSatisfy { isInsideTunnel(graph.nodes[Int($0)]) },
            ipv4Traffic: traffic.ipv4[Int(root)], ipv6Traffic: traffic.ipv6[Int(root)],
            isJoinedByMAC: !macs.isEmpty && !first.isShared && !first.isVirtual,
            mergeConfidence: merges.confidence[root])
    }

    /// One binding for each address; sightings of one kind and MAC on several links are one piece of evidence.
    private func addressBindings(
        _ nodes: ArraySlice<Int32>, _ rowsOf: Buckets
    ) -> (ipv4: [AddressBinding], ipv6: [AddressBinding]) {
        var (ipv4, ipv6) = boundAddresses(nodes, rowsOf)
        guard !graph.standIns.isEmpty else { return (ipv4, ipv6) }
        for number in nodes {
            guard let address = graph.standIns[number] else { continue }
            let node = graph.nodes[Int(number)]
            let binding = AddressBinding(
                address: address, evidence: [], firstSeen: node.firstProof.time, lastSeen: node.lastSeen)
            if address.family == .ipv4 { ipv4.append(binding) } else { ipv6.append(binding) }
        }
        return (ipv4.mergedByAddress(), ipv6.mergedByAddress())
    }

    private func boundAddresses(
        _ nodes: ArraySlice<Int32>, _ rowsOf: Buckets
    ) -> (ipv4: [AddressBinding], ipv6: [AddressBinding]) {
        var rows: [Int32] = []
        if nodes.count == 1, !graph.hasMoved, let node = nodes.first {
            // The claims of a node are sorted already.
            rows = graph.claimRows(of: node).filter { graph.owner[Int($0)] == node }
        } else {
            for node in nodes { rows += rowsOf[Int(node)] }
            rows.sort { a, b in
                let (a, b) = (graph.binding(a), graph.binding(b))
                if a.address != b.address { return a.address < b.address }
                return a.evidence != b.evidence ? a.evidence < b.evidence : a.mac < b.mac
            }
        }
        var (ipv4, ipv6): ([AddressBinding], [AddressBinding]) = ([], [])
        var start = 0
        while start < rows.count {
            let address = graph.binding(rows[start]).address
            var end = start
            var evidence: [AddressEvidence] = []
            var (firstSeen, lastSeen) = (CaptureTime(nanoseconds: .max), CaptureTime(nanoseconds: .min))
            while end < rows.count, graph.binding(rows[end]).address == address {
                let row = graph.binding(rows[end])
                end += 1
                firstSeen = min(firstSeen, row.sighting.first.time)
                lastSeen = max(lastSeen, row.sighting.last)
                if let last = evidence.last, last.kind == row.evidence, last.mac == row.mac {
                    evidence[evidence.count - 1] = AddressEvidence(
                        kind: last.kind, mac: last.mac, sighting: last.sighting.joined(row.sighting))
                } else {
                    evidence.append(AddressEvidence(kind: row.evidence, mac: row.mac, sighting: row.sighting))
                }
            }
            start = end
            let binding = AddressBinding(address: address, evidence: evidence, firstSeen: firstSeen, lastSeen: lastSeen)
            if address.family == .ipv4 { ipv4.append(binding) } else { ipv6.append(binding) }
        }
        return (ipv4, ipv6)
    }

    private func names(_ rows: ArraySlice<Int32>) -> [HostName] {
        if rows.isEmpty { return [] }
        let all = rows.map { graph.set.hostNames[Int($0)] }
            .map { HostName(name: $0.name, source: $0.source, proof: $0.sighting.first) }
            .sorted { $0 < $1 || !($1 < $0) && $0.proof < $1.proof }
        var result: [HostName] = []
        for name in all where result.last.map({ $0.name != name.name || $0.source != name.source }) ?? true {
            result.append(name)
        }
        return result
    }

    /// - Parameter host: The flags of all its nodes.
    private func rejected(
        _ root: Int32, _ nodes: ArraySlice<Int32>, hasAddresses: Bool, _ host: MACNode
    ) -> [RejectedLink] {
        var codes: [String] = []
        if host.isVirtual, hasAddresses { codes.append("virtual-router-mac") }
        if host.isShared { codes.append("shared-mac") }
        if host.isRouter, nodes.contains(where: { hasStrangers(graph.nodes[Int($0)]) }) { codes.append("router-mac") }
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
            ? graph.set.macs[Int(node.macRow)].isInsideTunnel
            : graph.set.links[Int(node.observed)].key.isOverlay
    }

    private func hasStrangers(_ node: MACNode) -> Bool {
        node.isRouter && node.macRow >= 0 && !graph.set.macs[Int(node.macRow)].unboundSources.isEmpty
    }
}

extension [AddressBinding] {
    /// Sorted, one for each address: it may be bound on one link and seen behind a router from another.
    fileprivate func mergedByAddress() -> [AddressBinding] {
        var result: [AddressBinding] = []
        for binding in sorted(by: { $0.address < $1.address }) {
            if let last = result.last, last.address == binding.address {
                result[result.count - 1] = AddressBinding(
                    address: last.address, evidence: last.evidence + binding.evidence,
                    firstSeen: Swift.min(last.firstSeen, binding.firstSeen),
                    lastSeen: Swift.max(last.lastSeen, binding.lastSeen))
            } else {
                result.append(binding)
            }
        }
        return result
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
