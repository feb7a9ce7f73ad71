public import NetworkTypes
public import TrafficObservation

/// What v6audit believes to be one machine: a place in the list of all hosts, or a record with parts of its own.
///
/// Parts are made when they are read.
public struct HostRecord: Sendable {
    let source: Source
    /// The id that an earlier audit gave.
    private var givenID: String?

    enum Source: Sendable {
        case stored(HostStorage, Int32)
        case parts(HostParts)
    }

    init(_ storage: HostStorage, _ number: Int32) { source = .stored(storage, number) }
    init(_ parts: HostParts) { source = .parts(parts) }

    /// `h-` and 16 hexadecimal digits.
    public var id: String {
        if let givenID { return givenID }
        return switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].id.text
        case .parts(let parts): parts.id
        }
    }

    /// The number that the id writes; nil where an earlier audit gave it or the record has parts of its own.
    package var idNumber: UInt64? {
        guard givenID == nil, case .stored(let storage, let number) = source else { return nil }
        return storage.hosts[Int(number)].id.value
    }

    /// The same host under another id.
    public func identified(as id: String) -> HostRecord {
        var copy = self
        copy.givenID = id
        return copy
    }

    /// Sorted, each once.
    public var macs: [MACAddress] {
        switch source {
        case .stored(let storage, let number):
            let nodes = storage.nodes(of: number)
            if nodes.count == 1, let mac = nodes.first?.mac { return mac.isUnicast ? [mac] : [] }
            return Set(nodes.map(\.mac)).filter(\.isUnicast).sorted()
        case .parts(let parts): return parts.macs
        }
    }

    /// Its MAC where it has one and no other; made without a list.
    public var onlyMAC: MACAddress? {
        switch source {
        case .stored(let storage, let number):
            let nodes = storage.nodes(of: number)
            guard nodes.count == 1, let mac = nodes.first?.mac, mac.isUnicast else { return nil }
            return mac
        case .parts(let parts): return parts.macs.count == 1 ? parts.macs.first : nil
        }
    }

    public var ipv4: [AddressBinding] { bindings(.ipv4) }
    public var ipv6: [AddressBinding] { bindings(.ipv6) }
    /// IPv4 first, each family sorted.
    public var bindings: [AddressBinding] { bindings(nil) }

    private func bindings(_ family: AddressFamily?) -> [AddressBinding] {
        var result: [AddressBinding] = []
        forEachBinding { view in
            if family == nil || view.address.family == family { result.append(view.binding) }
        }
        return result
    }

    public var names: [HostName] {
        switch source {
        case .stored(let storage, let number):
            let rows = storage.names(of: number)
            if rows.isEmpty { return [] }
            let all = rows.map { storage.set.hostNames[Int($0)] }
                .map { HostName(name: $0.name, source: $0.source, proof: $0.sighting.first) }
                .sorted { $0 < $1 || !($1 < $0) && $0.proof < $1.proof }
            var result: [HostName] = []
            for name in all where result.last.map({ $0.name != name.name || $0.source != name.source }) ?? true {
                result.append(name)
            }
            return result
        case .parts(let parts): return parts.names
        }
    }

    /// Whether `names` has any.
    package var hasNames: Bool {
        switch source {
        case .stored(let storage, let number): !storage.names(of: number).isEmpty
        case .parts(let parts): !parts.names.isEmpty
        }
    }

    /// Sorted ids of `LinkRecord`.
    public var links: [LinkIdentifier] {
        switch source {
        case .stored(let storage, _): linkNumbers.map { storage.links[Int($0)].id }
        case .parts(let parts): parts.links
        }
    }

    /// Sorted indices into `HostTable.links`; none of a record with parts of its own.
    public var linkNumbers: [Int32] {
        guard case .stored(let storage, let number) = source else { return [] }
        let nodes = storage.nodes(of: number)
        if nodes.count == 1, let link = nodes.first?.link { return [link] }
        return Set(nodes.map(\.link)).sorted()
    }

    /// Merges that something other than the MAC made.
    public var keyedMerges: [MergeLink] {
        switch source {
        case .stored(let storage, let number): storage.extras[number]?.merges ?? []
        case .parts(let parts): parts.keyedMerges
        }
    }

    /// How sure the weakest of those joins is, several keys taken together; nil: there is none.
    public var mergeConfidence: Double? {
        switch source {
        case .stored(let storage, let number): storage.extras[number]?.mergeConfidence
        case .parts(let parts): parts.mergeConfidence
        }
    }

    public var rejected: [RejectedLink] {
        switch source {
        case .stored(let storage, let number): storage.extras[number]?.rejected ?? []
        case .parts(let parts): parts.rejected
        }
    }

    public var firstSeen: CaptureTime { firstProof.time }

    public var lastSeen: CaptureTime {
        switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].lastSeen
        case .parts(let parts): parts.lastSeen
        }
    }

    /// The first frame of any of its MACs.
    public var firstProof: Proof {
        switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].firstProof
        case .parts(let parts): parts.firstProof
        }
    }

    /// Sorted indices into `ObservationSet.macs`.
    public var macRows: [Int] {
        switch source {
        case .stored(let storage, let number):
            storage.nodes(of: number).compactMap { $0.macRow < 0 ? nil : Int($0.macRow) }.sorted()
        case .parts(let parts): parts.macRows
        }
    }

    /// The same in any order, without a list.
    public func forEachMACRow(_ body: (Int) -> Void) {
        switch source {
        case .stored(let storage, let number):
            for node in storage.nodes(of: number) where node.macRow >= 0 { body(Int(node.macRow)) }
        case .parts(let parts): parts.macRows.forEach(body)
        }
    }

    /// Nothing but the cards themselves is behind it: every binding names one of its MACs, no address is routed, and
    /// nobody else had the card in turn.
    package var isPlain: Bool {
        guard case .stored(let storage, let number) = source else { return false }
        return storage.hosts[Int(number)].flags.isDisjoint(with: [.moved, .session])
            && (storage.extras.isEmpty || storage.extras[number]?.routed.isEmpty ?? true)
    }

    /// False where no card of it spoke DHCP or was spoken to; true also where that is not known.
    package var mayUseDHCP: Bool {
        if case .stored = source { return has(.dhcp) }
        return true
    }

    /// One of its cards sent IPv6; nil: to be looked for in `macRows`.
    package var hasSentIPv6: Bool? {
        if case .stored = source { return has(.sentIPv6) }
        return nil
    }

    private func has(_ flag: HostStorage.Flags) -> Bool {
        switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].flags.contains(flag)
        case .parts(let parts): parts.flags.contains(flag)
        }
    }

    public var isRouter: Bool { has(.router) }
    /// A virtual router's MAC (VRRP, HSRP, GLBP): shared by machines.
    public var isVirtualMAC: Bool { has(.virtual) }
    /// Several machines behind one MAC. Domain reference, pitfall 35.
    public var isSharedMAC: Bool { has(.shared) }
    public var isInsideTunnel: Bool { has(.insideTunnel) }
    /// One of several machines that had its card in turn.
    public var isSession: Bool { has(.session) }
    /// Key A5 joined the addresses: the same MAC on the same link.
    public var isJoinedByMAC: Bool { has(.joinedByMAC) }

    public var ipv4Traffic: TrafficCount {
        switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].ipv4Traffic
        case .parts(let parts): parts.ipv4Traffic
        }
    }

    public var ipv6Traffic: TrafficCount {
        switch source {
        case .stored(let storage, let number): storage.hosts[Int(number)].ipv6Traffic
        case .parts(let parts): parts.ipv6Traffic
        }
    }

    /// Every merge with its key.
    public var merges: [MergeLink] {
        guard isJoinedByMAC else { return keyedMerges }
        let bindings = bindings
        let byMAC = macs.compactMap { mac -> MergeLink? in
            let own = bindings.filter { binding in binding.evidence.contains { $0.mac == mac } }
            guard own.count > 1 else { return nil }
            let evidence = own.compactMap { binding in
                binding.evidence.filter { $0.mac == mac }.min { $0.sighting.first < $1.sighting.first }
                    .map { MergeEvidence(.binding($0.kind, mac, binding.address), $0.sighting.first) }
            }
            // What a router's tables alone say of one of the families was not seen on the link.
            let isFromTables = AddressFamily.allCases.contains { family in
                let rows = own.filter { $0.address.family == family }.flatMap(\.evidence).filter { $0.mac == mac }
                return !rows.isEmpty && rows.allSatisfy { $0.kind == .neighbourTable }
            }
            return MergeLink(
                key: isFromTables ? .neighbourTables : .linkLayerAddress, value: mac.description,
                joins: own.map(\.address.description),
                evidence: evidence)
        }
        return byMAC + keyedMerges
    }
}
