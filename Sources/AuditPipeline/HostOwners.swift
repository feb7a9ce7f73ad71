import AuditRules
import HostCorrelation
import NetworkTypes
import SiteModel

/// Which agency answers for a host on a day; what links say is looked up once for all hosts.
struct HostOwners {
    private let index: SiteIndex
    private let date: CalendarDate
    /// The owners of links by id, with the place of the link.
    private let ofLink: [LinkIdentifier: (place: Int, agency: String)]

    init(_ index: SiteIndex, _ table: HostTable, _ date: CalendarDate) {
        self.index = index
        self.date = date
        var owners: [LinkIdentifier: (place: Int, agency: String)] = [:]
        for (place, link) in table.links.enumerated() where owners[link.id] == nil {
            guard let segment = link.segment.flatMap({ index.segment($0) }),
                let owner = index.history.currentOwner(of: segment.owner, on: date).responsible
            else { continue }
            owners[link.id] = (place, owner)
        }
        ofLink = owners
    }

    /// Its row in `systems.csv`, else the owner of its segment.
    func agency(of host: HostRecord) -> String {
        if !index.hosts.isEmpty, let owner = listedOwner(of: host) { return owner }
        guard !ofLink.isEmpty else { return AuditSnapshot.unassigned }
        var first: (place: Int, agency: String)?
        for link in host.links {
            if let owner = ofLink[link], first.map({ owner.place < $0.place }) ?? true { first = owner }
        }
        return first?.agency ?? AuditSnapshot.unassigned
    }

    private func listedOwner(of host: HostRecord) -> String? {
        for mac in host.macs { if let owner = owner(of: index.hosts(at: mac)) { return owner } }
        var rows: [ConfiguredHost] = []
        host.forEachBinding { rows += index.hosts(at: $0.address) }
        return owner(of: rows)
    }

    private func owner(of rows: [ConfiguredHost]) -> String? {
        for row in rows { if let owner = index.currentOwner(of: row, on: date).responsible { return owner } }
        return nil
    }
}
