import NetworkTypes
import SiteModel
import TrafficObservation

/// Makes host records of grouped nodes, sorted by id.
struct HostBuilder {
    let graph: BindingGraph
    let grouping: HostGrouping
    let links: [LinkRecord]
    let traffic: SourceTraffic
    let pins: [HostGrouping.AppliedPin]

    /// Key A5, the same MAC on the same link. Domain reference §4.7.
    private static let sameMAC = 0.95
    /// The most texts in the list of a rejected link.
    private static let mostTexts = 16

    func build() -> [HostRecord] {
        let roots = graph.nodes.indices.map { grouping.root(Int32($0)) }
        let nodes = Buckets(count: graph.nodes.count, bucketOf: roots)
        let rows = Buckets(count: graph.nodes.count, bucketOf: graph.owner)
        let names = Buckets(count: graph.nodes.count, bucketOf: nameRoots())
        let ids = identifiers(roots, nodes, rows)
        var pinsOf: [Int32: [Pin]] = [:]
        for applied in pins {
            for root in Set(applied.nodes.map(grouping.root)) { pinsOf[root, default: []].append(applied.pin) }
        }
        return ids.map { id, root in
            record(id, root, nodes[Int(root)], rows, names[Int(root)], pinsOf[root] ?? [])
        }
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
    private func identifiers(_ roots: [Int32], _ nodes: Buckets, _ rows: Buckets) -> [(String, Int32)] {
        var result: [(HostIdentifier, Int32)] = []
        for root in graph.nodes.indices where roots[root] == Int32(root) {
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
        return result.map { ($0.0.text, $0.1) }
    }

    private func identifier(_ nodes: ArraySlice<Int32>, _ rows: Buckets) -> HostIdentifier {
        let members = nodes.map { graph.nodes[Int($0)] }
        let first = members.min {
            $0.firstProof.time != $1.firstProof.time ? $0.firstProof.time < $1.firstProof.time : $0.link < $1.link
        }
        let macs = members.map(\.mac).filter(\.isUnicast)
        var id = HostIdentifier()
        id.add(first.map { links[Int($0.link)].id } ?? "")
        id.add("|")
        if let mac = macs.filter({ !$0.isLocallyAdministered }).min() ?? macs.min() {
            id.add(mac.description)
        } else {
            let addresses = nodes.flatMap { rows[Int($0)] }.map { graph.binding($0).address }
            id.add(addresses.min()?.description ?? "")
        }
        return id
    }

    // MARK: Records

    private func record(
        _ id: String, _ root: Int32, _ nodes: ArraySlice<Int32>, _ rowsOf: Buckets, _ nameRows: ArraySlice<Int32>,
        _ pins: [Pin]
    ) -> HostRecord {
        let members = nodes.map { graph.nodes[Int($0)] }
        let macs =
            members.count == 1
            ? members.map(\.mac).filter(\.isUnicast) : Set(members.map(\.mac)).filter(\.isUnicast).sorted()
        let bindings = addressBindings(nodes.flatMap { rowsOf[Int($0)] })
        let ipv4 = bindings.filter { $0.address.family == .ipv4 }
        let ipv6 = bindings.filter { $0.address.family == .ipv6 }
        let isShared = members.contains { $0.isShared }
        let isVirtual = members.contains { $0.isVirtual }
        let macRows = members.map { Int($0.macRow) }.filter { $0 >= 0 }.sorted()
        let first = members.map(\.firstProof).min() ?? Proof(capture: 0, frame: 0, time: CaptureTime(nanoseconds: 0))
        return HostRecord(
            id: id, macs: macs, ipv4: ipv4, ipv6: ipv6, names: names(nameRows),
            links: Set(members.map(\.link)).sorted().map { links[Int($0)].id },
            merges: merges(bindings, macs, isApart: isShared || isVirtual, pins),
            rejected: rejected(root, nodes, bindings, isShared: isShared, isVirtual: isVirtual, pins),
            firstSeen: first.time,
            lastSeen: members.map(\.lastSeen).max() ?? first.time, firstProof: first, macRows: macRows,
            isRouter: members.contains { $0.isRouter }, isVirtualMAC: isVirtual, isSharedMAC: isShared,
            isInsideTunnel: !macRows.isEmpty && macRows.allSatisfy { graph.set.macs[$0].isInsideTunnel },
            ipv4Traffic: traffic.ipv4[root] ?? TrafficCount(), ipv6Traffic: traffic.ipv6[root] ?? TrafficCount())
    }

    /// One binding for each address; sightings of one kind and MAC on several links are one piece of evidence.
    private func addressBindings(_ rows: [Int32]) -> [AddressBinding] {
        let sorted = rows.map { graph.binding($0) }.sorted { a, b in
            if a.address != b.address { return a.address < b.address }
            return a.evidence != b.evidence ? a.evidence < b.evidence : a.mac < b.mac
        }
        var result: [AddressBinding] = []
        var evidence: [AddressEvidence] = []
        for (index, row) in sorted.enumerated() {
            if let last = evidence.last, last.kind == row.evidence, last.mac == row.mac {
                evidence[evidence.count - 1] = AddressEvidence(
                    kind: last.kind, mac: last.mac, sighting: last.sighting.joined(row.sighting))
            } else {
                evidence.append(AddressEvidence(kind: row.evidence, mac: row.mac, sighting: row.sighting))
            }
            guard index + 1 == sorted.count || sorted[index + 1].address != row.address else { continue }
            result.append(
                AddressBinding(
                    address: row.address, evidence: evidence,
                    firstSeen: evidence.map(\.sighting.first.time).min() ?? row.sighting.first.time,
                    lastSeen: evidence.map(\.sighting.last).max() ?? row.sighting.last))
            evidence = []
        }
        return result
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

    private func merges(_ bindings: [AddressBinding], _ macs: [MACAddress], isApart: Bool, _ pins: [Pin]) -> [MergeLink]
    {
        var result: [MergeLink] = []
        if bindings.count > 1, !isApart, !macs.isEmpty {
            result.append(
                MergeLink(
                    key: "A5", confidence: Self.sameMAC, joins: bindings.map(\.address.description),
                    evidence: bindings.compactMap { $0.evidence.map(\.sighting.first).min() }))
        }
        for pin in pins where pin.relation == .same {
            result.append(MergeLink(key: "P", confidence: 1, joins: pin.keys.map(\.text).sorted(), evidence: []))
        }
        return result
    }

    private func rejected(
        _ root: Int32, _ nodes: ArraySlice<Int32>, _ bindings: [AddressBinding], isShared: Bool, isVirtual: Bool,
        _ pins: [Pin]
    ) -> [RejectedLink] {
        var result: [RejectedLink] = []
        let macs = { Set(nodes.map { graph.nodes[Int($0)].mac }).filter(\.isUnicast).sorted().map(\.description) }
        if isVirtual, bindings.count > 1 {
            result.append(RejectedLink(key: "A5", because: "virtual-router-mac", about: macs()))
        }
        if isShared { result.append(RejectedLink(key: "A5", because: "shared-mac", about: macs())) }
        if nodes.contains(where: { hasStrangers(graph.nodes[Int($0)]) }) {
            result.append(RejectedLink(key: "A5", because: "router-mac", about: macs()))
        }
        let proxied = Set(nodes.flatMap { graph.proxied[$0] ?? [] }).sorted().prefix(Self.mostTexts)
        if !proxied.isEmpty {
            result.append(RejectedLink(key: "A5", because: "proxy-answer", about: proxied.map(\.description)))
        }
        if grouping.unjoinedRandom.contains(root) {
            result.append(RejectedLink(key: "A5", because: "random-mac-across-captures", about: macs()))
        }
        for pin in pins where pin.relation == .different {
            result.append(RejectedLink(key: "P", because: "pin", about: pin.keys.map(\.text).sorted()))
        }
        return result
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
        var result = first < other.first ? self : other
        result.add(Proof(capture: result.first.capture, frame: .max, time: max(last, other.last)))
        return result
    }
}
