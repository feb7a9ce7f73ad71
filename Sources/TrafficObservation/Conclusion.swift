import NetworkTypes

extension ObservationSet {
    /// Draws what follows from the rows as a whole: roles, names by name, unreachable conversations. What was concluded
    /// before from fewer rows is replaced.
    ///
    /// - Parameter isBound: whether anything binds the address to the MAC on the link.
    mutating func conclude(_ isBound: (UInt32, MACAddress, IPAddress) -> Bool) {
        settleClaims(isBound)
        inferRoles(isBound)
        markUnreachable()
        joinNames()
    }

    private mutating func settleClaims(_ isBound: (UInt32, MACAddress, IPAddress) -> Bool) {
        guard !claims.isEmpty else { return }
        var settled: [ClaimRow] = []
        var open: [ClaimRow] = []
        for claim in claims {
            if isBound(claim.linkNumber, claim.mac, claim.address) { settled.append(claim) } else { open.append(claim) }
        }
        guard !settled.isEmpty else { return }
        claims = open
        var roles = RowIndex(statedRoles)
        var names = RowIndex(hostNames, where: Set(settled.map(\.mac)))
        for claim in settled {
            let link = Int(claim.linkNumber)
            switch claim.subject {
            case .role(let role):
                roles.add(RoleHintRow(link: link, mac: claim.mac, role: role, sighting: claim.sighting), &statedRoles)
            case .name(let name, let source):
                names.add(
                    HostNameRow(link: link, mac: claim.mac, name: name, source: source, sighting: claim.sighting),
                    &hostNames)
            }
        }
    }

    /// Ports that tell what a machine is for, when it answered there. IANA service names.
    private mutating func inferRoles(_ isBound: (UInt32, MACAddress, IPAddress) -> Bool) {
        roleHints = statedRoles
        var places: [RoleOfMachine: Int] = [:]
        for (place, row) in roleHints.enumerated() {
            places[RoleOfMachine(link: row.link, mac: row.mac, role: row.role)] = place
        }
        for flow in flows where flow.isEstablished && !flow.isTunnelled && flow.serverMAC.isUnicast {
            let role: RoleHint?
            switch (flow.transport, flow.serverPort) {
            case (.tcp, 9100), (.tcp, 631), (.tcp, 515): role = .printer
            case (.tcp, 554): role = .camera
            case (.tcp, 25), (.tcp, 80), (.tcp, 389), (.tcp, 443), (.tcp, 1433), (.tcp, 1521), (.tcp, 3306),
                (.tcp, 5432), (.tcp, 8080):
                role = .server
            default: role = nil
            }
            guard let role, let proof = flow.establishingProof else { continue }
            // Only the machine itself: behind a router's MAC the server is someone else.
            guard isBound(flow.linkNumber, flow.serverMAC, flow.server) else { continue }
            let machine = RoleOfMachine(link: flow.link, mac: flow.serverMAC, role: role)
            if let place = places[machine] {
                roleHints[place].sighting.add(proof)
            } else {
                places[machine] = roleHints.count
                roleHints.append(
                    RoleHintRow(link: flow.link, mac: flow.serverMAC, role: role, sighting: Sighting(proof)))
            }
        }
    }

    /// An error speaks of a conversation when its client sent the quoted packet.
    private mutating func markUnreachable() {
        guard !unreachables.isEmpty else { return }
        let index = RowIndex(unreachables)
        for number in flows.indices where !flows[number].isTunnelled {
            let flow = flows[number]
            let key = UnreachableRow(
                link: flow.linkNumber, source: flow.client, destination: flow.server, sourcePort: flow.clientPort,
                destinationPort: flow.serverPort, transport: flow.transport, proof: .none
            ).key
            flows[number].forgetUnreachable()
            if let row = index.place(of: key) { flows[number].noteUnreachable(unreachables[row].proof) }
        }
    }

    mutating func joinNames() {
        guard chainNames.contains(where: { $0.chain != chainNames[0].chain }) else {
            dnsNames = chainNames
            return
        }
        dnsNames = []
        var index = RowIndex(dnsNames)
        for row in chainNames {
            var name = row
            name.chain = 0
            index.add(name, &dnsNames)
        }
    }

    /// `conclude` where no observer has an index of the bindings.
    mutating func conclude() {
        let bound = Set(bindings.map { SourceKey(link: $0.linkNumber, mac: $0.mac, address: $0.address) })
        for number in macs.indices {
            let (link, mac) = (macs[number].linkNumber, macs[number].mac)
            macs[number].keepUnboundSources { !bound.contains(SourceKey(link: link, mac: mac, address: $0)) }
        }
        conclude { bound.contains(SourceKey(link: $0, mac: $1, address: $2)) }
    }
}

private struct RoleOfMachine: Hashable {
    let link: Int
    let mac: MACAddress
    let role: RoleHint
}

/// Finds rows of an array by their keys.
struct RowIndex<Row: MergeableRow> {
    private var places: [RowKey: Int] = [:]

    init(_ rows: [Row]) {
        places.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() { places[row.key] = place }
    }

    func place(of key: RowKey) -> Int? { places[key] }

    /// Joins the row with the one of its key, or appends it.
    mutating func add(_ row: Row, _ rows: inout [Row]) {
        let key = row.key
        if let place = places[key] {
            rows[place].merge(row)
        } else {
            places[key] = rows.count
            rows.append(row)
        }
    }
}

extension RowIndex where Row == HostNameRow {
    /// Only the rows of some MACs: the table may be large.
    init(_ rows: [HostNameRow], where macs: Set<MACAddress>) {
        for (place, row) in rows.enumerated() where macs.contains(row.mac) { places[row.key] = place }
    }
}
