import HostCorrelation
import NetworkTypes
import TrafficObservation

extension DeviceDocument {
    /// One for each sender although its link was captured in several places; by MAC, then source and link.
    static func all(_ set: ObservationSet, table: HostTable, names policy: NamePolicy) -> [DeviceDocument] {
        struct Announcer: Hashable {
            let mac: MACAddress
            let source: String
            let link: String?
        }
        let groups = Dictionary(grouping: set.devices) { row in
            Announcer(
                mac: row.mac, source: row.source.rawValue, link: table.linkIdentifier(ofObserved: row.link))
        }
        let sorted = groups.sorted { a, b in
            (a.key.mac, a.key.source, a.key.link ?? "") < (b.key.mac, b.key.source, b.key.link ?? "")
        }
        return sorted.compactMap { announcer, rows in
            DeviceDocument(
                rows.sorted { $0.sighting.first < $1.sighting.first }, link: announcer.link, names: policy)
        }
    }

    /// From the rows of one sender, the earliest first; nil without rows.
    private init?(_ rows: [DeviceRow], link: String?, names policy: NamePolicy) {
        guard let first = rows.first else { return nil }
        let sighting = rows.dropFirst().reduce(first.sighting) { $0.merged(with: $1.sighting) }
        let name = rows.lazy.compactMap(\.name).first
        let isShown = name.map(policy.shows) ?? true
        let roles: [(String, KeyPath<DeviceRow, Bool>)] = [
            ("access-point", \.isAccessPoint), ("bridge", \.isBridge), ("router", \.isRouter),
            ("telephone", \.isTelephone),
        ]
        self.init(
            mac: "\(first.mac)", source: first.source.rawValue, name: isShown ? name : nil,
            hash: isShown ? nil : name.map(policy.hash),
            managementAddresses: Set(rows.flatMap(\.managementAddresses)).sorted().map { "\($0)" },
            roles: roles.filter { role in rows.contains { $0[keyPath: role.1] } }.map(\.0), link: link,
            capture: Int(sighting.first.capture), frame: sighting.first.frame, firstSeen: "\(sighting.first.time)",
            lastSeen: "\(sighting.last)", count: sighting.count)
    }
}
