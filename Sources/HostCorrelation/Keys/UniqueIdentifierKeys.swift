import NetworkTypes
import TrafficObservation

extension KeyCollector {
    /// A6: one DUID in DHCPv4 and DHCPv6 on one link. B7: the MAC inside a DUID is a card of the link.
    mutating func collectUniqueIdentifiers() {
        struct Place: Hashable {
            let value: String
            let link: Int32
        }
        var clients: [Place: (ipv4: [KeyGroup.Member], ipv6: [KeyGroup.Member])] = [:]
        var order: [Place] = []
        let names = clientNames()
        for row in graph.set.identities where row.kind == .uniqueIdentifier && row.mac != .zero {
            guard let node = node(of: row.mac, on: row.link) else { continue }
            let place = Place(value: row.value, link: Int32(graph.linkOfObserved[row.link]))
            if clients[place] == nil {
                order.append(place)
                clients[place] = ([], [])
            }
            let member = KeyGroup.Member(
                node: node, evidence: MergeEvidence(.identity(row.kind, row.mac, row.address), row.sighting.first))
            if row.address.family == .ipv4 {
                clients[place]?.ipv4.append(member)
            } else {
                clients[place]?.ipv6.append(member)
            }
            if row.address.family == .ipv6, let mac = MACAddress(inUniqueIdentifier: row.value), mac != row.mac,
                let card = self.node(of: mac, on: row.link), !graph.nodes[Int(card)].isRouter,
                !areClones([node, card], names)
            {
                add(.uniqueIdentifierMAC, row.value, [member, cardMember(card)])
            }
        }
        for place in order {
            guard let found = clients[place], !found.ipv4.isEmpty, !found.ipv6.isEmpty else { continue }
            let members = found.ipv4 + found.ipv6
            if !areClones(members.map(\.node), names) { add(.uniqueIdentifier, place.value, members) }
        }
    }

    /// What the clients of DHCP call themselves, by node.
    private func clientNames() -> [Int32: Set<String>] {
        var result: [Int32: Set<String>] = [:]
        for row in graph.set.hostNames where row.source == .dhcp || row.source == .dhcpv6 {
            if let node = node(of: row.mac, on: row.link) { result[node, default: []].insert(row.name.hostLabel) }
        }
        return result
    }

    /// Cards that give themselves different names are copies of one image, whose DUID says nothing.
    private func areClones(_ nodes: [Int32], _ names: [Int32: Set<String>]) -> Bool {
        let known = nodes.compactMap { names[$0] }
        return known.indices.contains { one in
            known[(one + 1)...].contains { $0.isDisjoint(with: known[one]) }
        }
    }

    /// A card by the first address that it owns.
    private func cardMember(_ card: Int32) -> KeyGroup.Member {
        let evidence = graph.firstOwnRow(of: card).map { row -> MergeEvidence in
            let binding = graph.binding(row)
            return MergeEvidence(.binding(binding.evidence, binding.mac, binding.address), binding.sighting.first)
        }
        return KeyGroup.Member(node: card, evidence: evidence)
    }

    /// A7: relays of both families name the client's MAC. RFC 2131 §2, RFC 6939.
    mutating func collectRelayedClients() {
        var cards: [String: Set<MACAddress>] = [:]
        for row in graph.set.identities where row.kind == .uniqueIdentifier && row.mac.isUnicast {
            cards[row.value, default: []].insert(row.mac)
        }
        var members: [String: [KeyGroup.Member]] = [:]
        var order: [String] = []
        func note(_ mac: String, _ row: IdentityRow) {
            guard row.address.isHostUnicast, let node = node(of: row) else { return }
            if members[mac] == nil { order.append(mac) }
            members[mac, default: []].append(
                KeyGroup.Member(
                    node: node, evidence: MergeEvidence(.identity(row.kind, .zero, row.address), row.sighting.first)))
        }
        for row in graph.set.identities {
            switch row.kind {
            case .hardwareAddress: note(row.value, row)
            case .uniqueIdentifier where row.address.family == .ipv6:
                // A cloned DUID stands for several cards and for none.
                if row.mac.isUnicast {
                    note(row.mac.description, row)
                } else if let card = cards[row.value], card.count == 1, let mac = card.first {
                    note(mac.description, row)
                }
            default: break
            }
        }
        for mac in order { add(.relayedLinkLayerAddress, mac, members[mac] ?? []) }
    }
}

extension MACAddress {
    /// The Ethernet address inside a DUID-LLT or DUID-LL, nil for others. RFC 9915 §11.2, §11.4.
    init?(inUniqueIdentifier text: String) {
        let digits = Array(text.utf8)
        let offset: Int
        switch (digits.count, text.prefix(8)) {
        case (28, "00010001"): offset = 16
        case (20, "00030001"): offset = 8
        default: return nil
        }
        guard let value = UInt64(text.dropFirst(offset), radix: 16) else { return nil }
        self.init(value: value)
    }
}
