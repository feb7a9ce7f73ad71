import AuditRules
import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel

/// Which rows of `systems.csv` a host is: by a MAC, by an address on the row's segment, or as the component of a system.
struct InventoryMatch {
    private let index: SiteIndex
    private let date: CalendarDate
    private let segmentOfLink: [LinkIdentifier: String]
    /// Ids of rows by host, as the states of systems were made.
    private let components: [String: [String]]

    init(_ snapshot: AuditSnapshot, index: SiteIndex, date: CalendarDate) {
        self.index = index
        self.date = date
        segmentOfLink = Dictionary(
            snapshot.table.links.compactMap { link in link.segment.map { (link.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        var components: [String: [String]] = [:]
        for system in snapshot.systems {
            for component in system.components {
                guard let host = component.host else { continue }
                components[host, default: []].append("system/\(system.id)/\(component.name)")
            }
        }
        self.components = components
    }

    /// By id, each once.
    func rows(of host: HostRecord) -> [ConfiguredHost] {
        if index.hosts.isEmpty { return [] }
        let segments = Set(host.links.compactMap { segmentOfLink[$0] })
        var found = host.macs.flatMap { index.hosts(at: $0) }
        for binding in host.ipv4 + host.ipv6 where !binding.address.isLinkLocal {
            found += index.hosts(at: binding.address).filter { row in
                guard let segment = row.segment, !segments.isEmpty else { return true }
                return segments.contains(segment)
            }
        }
        found += (components[host.id] ?? []).compactMap { index.host($0) }
        var seen: Set<String> = []
        return found.filter { $0.validity.contains(date) && seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    }
}

extension ConfiguredHostDocument {
    init(_ row: ConfiguredHost) {
        self.init(
            id: row.id, name: row.name, kind: row.kind.rawValue, system: row.system, location: row.location,
            responsible: row.responsible, readiness: row.readiness.rawValue)
    }
}
