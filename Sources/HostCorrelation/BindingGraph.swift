import NetworkTypes
import TrafficObservation

/// A MAC on an observed link, the smallest thing that can be a host.
struct MACNode {
    /// Index into `ObservationSet.links`.
    let observed: Int32
    /// Index of the `LinkRecord`.
    let link: Int32
    /// Zero where an address stands for itself, because a person said that it is another machine.
    let mac: MACAddress
    /// Index into `ObservationSet.macs`; −1: never a frame's source.
    var macRow: Int32 = -1
    var isRouter = false
    var isVirtual = false
    var isShared = false
    /// One of several machines that had the card in turn.
    var isSession = false
    /// What its row among the MACs says: read here once, in the order of the rows.
    var isInsideTunnel = false
    var sentIPv6 = false
    var usesDHCP = false
    var firstProof: Proof
    var lastSeen: CaptureTime

    mutating func widen(_ sighting: Sighting) {
        if sighting.first < firstProof { firstProof = sighting.first }
        if sighting.last > lastSeen { lastSeen = sighting.last }
    }
}

struct LinkMAC: Hashable {
    let observed: Int32
    let mac: MACAddress

    /// One word: a MAC has 48 bits.
    func hash(into hasher: inout Hasher) { hasher.combine(mac.value ^ UInt64(truncatingIfNeeded: observed) << 48) }
}

/// The MACs of all links with the addresses bound to them, before anything is joined.
struct BindingGraph {
    let set: ObservationSet
    let linkOfObserved: [Int]
    var nodes: [MACNode] = []
    private(set) var nodeOf = NodeIndex()
    /// For each row of `set.bindings` the node that owns the address; −1: the claim of a proxy, which nobody owns.
    private(set) var owner: [Int32] = []
    /// Rows of `set.bindings` by the node that claims, sorted by address.
    private(set) var claims: Buckets
    /// In the places of `claims`.
    private(set) var claimed: [HostStorage.Row] = []
    /// Addresses that answers of a node claimed for somebody else.
    var proxied: [Int32: [IPAddress]] = [:]
    /// Nodes that stand for an address alone: seen only behind a router or without a link layer.
    private(set) var standIns: [Int32: IPAddress] = [:]
    private(set) var standInOf: [LinkAddress: Int32] = [:]
    /// The machines that had a shared card in turn.
    var sessions: [Int32: [Session]] = [:]
    /// Some claims do not belong to the node that made them.
    private(set) var hasMoved = false
    /// The same, or some claims are nobody's.
    private(set) var hasGiven = false

    init(_ set: ObservationSet, linkOfObserved: [Int]) {
        self.set = set
        self.linkOfObserved = linkOfObserved
        claims = Buckets(count: 0, bucketOf: [])
        nodeOf.reserve(set.macs.count)
        nodes.reserveCapacity(set.macs.count)
        for (number, row) in set.macs.enumerated() where row.mac.isUnicast {
            let node = Int(node(row.mac, on: row.link, row.sighting))
            nodes[node].macRow = Int32(number)
            nodes[node].isInsideTunnel = row.isInsideTunnel
            nodes[node].sentIPv6 = row.firstIPv6Frame != nil
            nodes[node].usesDHCP = row.usesDHCP
        }
        owner.reserveCapacity(set.bindings.count)
        for row in set.bindings {
            guard row.address.isHostUnicast else {
                owner.append(-1)
                continue
            }
            owner.append(row.mac.isUnicast ? node(row.mac, on: row.link, row.sighting) : -1)
        }
        if set.packetCaptures != nil { placeDeclared() }
        claims = Buckets(count: nodes.count, bucketOf: owner)
        let bindings = set.bindings
        claims.sortEach { a, b in
            let (a, b) = (bindings[Int(a)], bindings[Int(b)])
            return a.address != b.address ? a.address < b.address : a.evidence < b.evidence
        }
        claimed = claims.items.map { row in
            let binding = bindings[Int(row)]
            return HostStorage.Row(address: binding.address, evidence: binding.evidence, number: row)
        }
    }

    /// Files and probes may know an address alone: it belongs to the machine that has it on the link, else it stands for
    /// itself.
    private mutating func placeDeclared() {
        var wanted: [LinkAddress: Int32] = [:]
        let open = set.bindings.indices.filter { row in
            let binding = set.bindings[row]
            return owner[row] < 0 && binding.evidence.isDeclared && binding.address.isHostUnicast
        }
        for row in open { wanted[place(of: row)] = -1 }
        for row in set.bindings.indices where owner[row] >= 0 {
            let place = place(of: row)
            guard let known = wanted[place] else { continue }
            wanted[place] = known == -1 || known == owner[row] ? owner[row] : Self.severalOwners
        }
        for row in open {
            let binding = set.bindings[row]
            if let node = wanted[place(of: row)], node >= 0 {
                owner[row] = node
                hasMoved = true
            } else {
                owner[row] = standIn(for: binding.address, on: binding.link, binding.sighting)
            }
        }
    }

    private static let severalOwners: Int32 = -2

    private func place(of row: Int) -> LinkAddress {
        LinkAddress(link: Int32(linkOfObserved[set.bindings[row].link]), address: set.bindings[row].address)
    }

    /// The node of a MAC on an observed link, made when it is new.
    mutating func node(_ mac: MACAddress, on observed: Int, _ sighting: Sighting) -> Int32 {
        let key = LinkMAC(observed: Int32(observed), mac: mac)
        if let node = nodeOf[key] {
            nodes[Int(node)].widen(sighting)
            return node
        }
        let node = Int32(nodes.count)
        append(
            MACNode(
                observed: key.observed, link: Int32(linkOfObserved[observed]), mac: mac, isVirtual: mac.isVirtualRouter,
                firstProof: sighting.first, lastSeen: sighting.last))
        return node
    }

    private mutating func append(_ node: MACNode) {
        nodeOf.add(LinkMAC(observed: node.observed, mac: node.mac))
        nodes.append(node)
    }

    /// A further machine with the card of a node; look-ups find the first one.
    mutating func appendSession(of node: Int32, _ start: Proof) -> Int32 {
        var copy = nodes[Int(node)]
        copy.macRow = -1
        copy.firstProof = start
        copy.isSession = true
        nodes[Int(node)].isSession = true
        nodeOf.add(LinkMAC(observed: copy.observed, mac: .zero))
        nodes.append(copy)
        return Int32(nodes.count - 1)
    }

    /// A node without a MAC for an address that a person takes from its machine.
    mutating func addNode(standingFor row: Int) -> Int32 {
        let binding = set.bindings[row]
        let node = Int32(nodes.count)
        append(
            MACNode(
                observed: Int32(binding.link), link: Int32(linkOfObserved[binding.link]), mac: .zero,
                firstProof: binding.sighting.first, lastSeen: binding.sighting.last))
        return node
    }

    /// The node that stands for an address on a resolved link, made when it is new.
    mutating func standIn(for address: IPAddress, on observed: Int, _ sighting: Sighting) -> Int32 {
        let key = LinkAddress(link: Int32(linkOfObserved[observed]), address: address)
        if let node = standInOf[key] {
            nodes[Int(node)].widen(sighting)
            return node
        }
        let node = Int32(nodes.count)
        append(
            MACNode(
                observed: Int32(observed), link: key.link, mac: .zero, firstProof: sighting.first,
                lastSeen: sighting.last))
        standIns[node] = address
        standInOf[key] = node
        return node
    }

    /// The addresses that a node owns among those it claims, each once.
    func ownAddresses(of node: Int32) -> [IPAddress] {
        if let address = standIns[node] { return [address] }
        return claimsByAddress(of: node).compactMap { rows in
            rows.contains { owner[Int($0)] == node } ? rows.first.map { binding($0).address } : nil
        }
    }

    mutating func update(_ node: Int32, _ change: (inout MACNode) -> Void) { change(&nodes[Int(node)]) }

    mutating func give(_ row: Int32, to node: Int32) {
        owner[Int(row)] = node
        hasGiven = true
        hasMoved = hasMoved || node >= 0
        if node >= 0 { nodes[Int(node)].widen(set.bindings[Int(row)].sighting) }
    }

    func binding(_ row: Int32) -> BindingRow { set.bindings[Int(row)] }

    /// Whether a node claims an address by answers alone as a proxy does: an IPv4 address beside another one, an IPv6
    /// address without override, any as a router.
    func mayBeProxy(_ node: Int32) -> Bool {
        guard Int(node) < claims.count else { return false }
        let places = claims.range(Int(node))
        var (hasIPv4Answer, ipv4Count) = (false, 0)
        var start = places.lowerBound
        while start < places.upperBound {
            let address = claimed[start].address
            var isAnswersOnly = true
            var end = start
            while end < places.upperBound, claimed[end].address == address {
                let evidence = claimed[end].evidence
                isAnswersOnly = isAnswersOnly && (evidence == .arpReply || evidence == .advertisementTarget)
                end += 1
            }
            if isAnswersOnly,
                nodes[Int(node)].isRouter || claimed[start..<end].allSatisfy({ binding($0.number).withoutOverride })
            {
                return true
            }
            if address.family == .ipv4 {
                ipv4Count += 1
                hasIPv4Answer = hasIPv4Answer || isAnswersOnly
            }
            start = end
        }
        return hasIPv4Answer && ipv4Count > 1
    }

    /// The claims of a node, sorted; none for one that was made later.
    func claimRows(of node: Int32) -> ArraySlice<Int32> { Int(node) < claims.count ? claims[Int(node)] : [] }

    /// The same with what they claim.
    func claimedRows(of node: Int32) -> ArraySlice<HostStorage.Row> {
        Int(node) < claims.count ? claimed[claims.range(Int(node))] : []
    }

    /// The first address that a node owns, by the row that claims it; of a family where one is named.
    func firstOwnRow(of node: Int32, _ family: AddressFamily? = nil) -> Int32? {
        for row in claimRows(of: node) {
            if let family, binding(row).address.family != family {
                // IPv4 stands before IPv6.
                if family < binding(row).address.family { return nil }
                continue
            }
            if owner[Int(row)] == node { return row }
        }
        return nil
    }

    /// The claims of a node, one slice for each address, in the order of addresses.
    func claimsByAddress(of node: Int32) -> [ArraySlice<Int32>] {
        guard Int(node) < claims.count else { return [] }
        let rows = claims[Int(node)]
        var result: [ArraySlice<Int32>] = []
        var start = rows.startIndex
        while start < rows.endIndex {
            let end = rows[start...].firstIndex { binding($0).address != binding(rows[start]).address } ?? rows.endIndex
            result.append(rows[start..<end])
            start = end
        }
        return result
    }

    /// The rows with which a node claims an address.
    func claims(of node: Int32, to address: IPAddress) -> ArraySlice<Int32> {
        guard node >= 0, Int(node) < claims.count else { return [] }
        let places = claims.range(Int(node))
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if claimed[middle].address < address { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < places.upperBound, claimed[end].address == address { end += 1 }
        return claims.items[low..<end]
    }
}

extension MACRow {
    /// Anything at all is known of it by DHCP.
    fileprivate var usesDHCP: Bool {
        firstDHCPRequest != nil || grantedIPv6Only != nil || requestsIPv6Only != nil || !dhcpParameterLists.isEmpty
            || !dhcpVendorClasses.isEmpty || !dhcpHardwareAddresses.isEmpty || !dhcpClientIdentifiers.isEmpty
            || !dhcpHostNames.isEmpty || !dhcpv6DUIDs.isEmpty
    }
}

extension BindingEvidence {
    /// The machine used the address itself; answers may be a proxy's, and a probe is only a claim.
    var isOwnUse: Bool {
        switch self {
        case .arpReply, .advertisementTarget, .duplicateAddressDetection, .neighbourTable, .leaseFile, .record: false
        default: true
        }
    }

    /// The address was assigned to this hardware address by DHCP.
    var isLease: Bool {
        switch self {
        case .dhcpAcknowledgement, .dhcpClientAddress, .dhcpv6Reply, .dhcpv6Client, .leaseFile: true
        default: false
        }
    }
}
