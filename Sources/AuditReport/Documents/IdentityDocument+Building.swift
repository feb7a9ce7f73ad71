import HostCorrelation
import NetworkTypes
import TrafficObservation

extension IdentityDocument {
    /// Each once although its link was captured in several places; by address, then kind and value.
    static func all(_ set: ObservationSet, table: HostTable, names policy: NamePolicy) -> [IdentityDocument] {
        var seen: [Shown: Sighting] = [:]
        for row in set.identities {
            let shown = Shown(row, link: table.linkIdentifier(ofObserved: row.link), names: policy)
            seen[shown] = seen[shown]?.merged(with: row.sighting) ?? row.sighting
        }
        return seen.sorted { $0.key < $1.key }.map { IdentityDocument($0.key, $0.value) }
    }

    private init(_ shown: Shown, _ sighting: Sighting) {
        self.init(
            kind: shown.kind.rawValue, value: shown.hash == nil ? shown.value : nil, hash: shown.hash,
            address: shown.address.map { "\($0)" }, mac: shown.mac.map { "\($0)" }, link: shown.link,
            capture: Int(sighting.first.capture), frame: sighting.first.frame, firstSeen: "\(sighting.first.time)",
            lastSeen: "\(sighting.last)", count: sighting.count)
    }
}

extension IdentityRow {
    /// The name with a domain that the value is or has; nil for other kinds of identities.
    var domainName: Substring? {
        switch kind {
        case .dhcpName, .mdnsHost, .dnsPointer: value[...]
        case .computerName: value.split(separator: "|", maxSplits: 1).last
        case .sshHostKey, .snmpEngine, .upnpDevice, .wsDiscoveryEndpoint, .tlsKey, .uniqueIdentifier, .hardwareAddress,
            .accountingSession, .chassis:
            nil
        }
    }
}

private struct Shown: Hashable, Comparable {
    /// Nil where there is none, and with a hidden name.
    let address: IPAddress?
    let kind: IdentityKind
    /// Empty where it is hidden.
    let value: String
    let hash: String?
    let mac: MACAddress?
    let link: String?

    init(_ row: IdentityRow, link: String?, names policy: NamePolicy) {
        let hidden = row.domainName.map { String($0) }.flatMap { policy.shows($0) ? nil : $0 }
        let isUnspecified = row.address.high == 0 && row.address.low == 0
        address = isUnspecified || hidden != nil ? nil : row.address
        kind = row.kind
        value = hidden == nil ? row.value : ""
        hash = hidden.map { policy.hash($0) }
        mac = row.mac.known
        self.link = link
    }

    /// Those without an address at the end.
    static func < (a: Shown, b: Shown) -> Bool {
        if a.address != b.address {
            guard let first = a.address, let second = b.address else { return a.address != nil }
            return first < second
        }
        return (a.kind.rawValue, a.value, a.hash ?? "", a.mac?.value ?? 0, a.link ?? "")
            < (b.kind.rawValue, b.value, b.hash ?? "", b.mac?.value ?? 0, b.link ?? "")
    }
}
