import NetworkTypes
import TrafficObservation

extension IdentityKind {
    /// The key by which equal values join, where nothing else is asked.
    fileprivate var mergeKey: MergeKey? {
        switch self {
        case .accountingSession: .accountingSession
        case .mdnsHost: .mdnsHost
        case .sshHostKey: .sshHostKey
        case .snmpEngine: .snmpEngine
        case .computerName: .computerName
        case .dhcpName: .dhcpName
        case .tlsKey: .tlsKey
        case .chassis: .linkDiscovery
        // A device that is plugged in elsewhere keeps its UUID, but so does a copied image; the others are looked at
        // together with more.
        case .upnpDevice, .wsDiscoveryEndpoint, .uniqueIdentifier, .hardwareAddress, .dnsPointer: nil
        }
    }

    /// A name that is unique on its link only.
    fileprivate var isOfLink: Bool { self == .mdnsHost }
}

extension KeyCollector {
    /// A4, A8, B1, B2, B4, B5, C1, and the chassis of A3: the same value shown by two hosts.
    mutating func collectIdentities() {
        struct Value: Hashable {
            let kind: IdentityKind
            let text: String
            /// The resolved link of a name that is unique there; −1: everywhere.
            let link: Int32
        }
        var found: [Value: [KeyGroup.Member]] = [:]
        var order: [Value] = []
        let own = ownAnnouncements()
        for row in graph.set.identities {
            guard let key = row.kind.mergeKey,
                key != .mdnsHost || row.mac == .zero || own.contains(Announcement(row)), let node = node(of: row)
            else { continue }
            let value = Value(
                kind: row.kind, text: row.value,
                link: row.kind.isOfLink ? Int32(graph.linkOfObserved[row.link]) : -1)
            if found[value] == nil { order.append(value) }
            found[value, default: []].append(
                KeyGroup.Member(
                    node: node,
                    evidence: MergeEvidence(.identity(row.kind, row.mac, row.address), row.sighting.first)))
        }
        for value in order {
            if let key = value.kind.mergeKey { add(key, value.text, found[value] ?? []) }
        }
    }

    /// A name that a card announced by mDNS.
    private struct Announcement: Hashable {
        let link: Int
        let mac: MACAddress
        let name: String

        init(_ row: IdentityRow) {
            link = row.link
            mac = row.mac
            name = row.value
        }
    }

    /// Reflectors repeat what others announce: only a card that owns one of the addresses speaks of itself.
    private func ownAnnouncements() -> Set<Announcement> {
        var result: Set<Announcement> = []
        for row in set.identities where row.kind == .mdnsHost {
            guard let sender = node(of: row.mac, on: row.link),
                graph.claims(of: sender, to: row.address).contains(where: { graph.owner[Int($0)] == sender })
            else { continue }
            result.insert(Announcement(row))
        }
        return result
    }
}
