import AuditRules
import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel

extension SegmentDocument {
    init(_ profile: SegmentProfile, links: [LinkRecord], index: SiteIndex, date: CalendarDate) {
        let segment = profile.segment.flatMap { index.segment($0) }
        let owner = segment.map { index.history.currentOwner(of: $0.owner, on: date) }
        let counts = profile.hostCounts.filter { $0.value > 0 }.map { ($0.key.rawValue, $0.value) }
        self.init(
            id: profile.id, agency: owner?.responsible ?? AuditSnapshot.unassigned, state: profile.state.rawValue,
            prefixes: profile.prefixes, name: segment.map { LocalizedTextDocument($0.name) },
            kind: segment?.kind.rawValue, vlan: segment?.vlan.map(Int.init),
            plan: segment?.plan.map { PlanDocument(ipv6: $0.ipv6, target: $0.target?.rawValue) },
            tslcdLevel: segment?.tslcdLevel, hostCounts: Dictionary(uniqueKeysWithValues: counts),
            link: profile.link.flatMap { links.indices.contains($0) ? links[$0].id : nil },
            stateSecret: segment?.stateSecret ?? false, provisional: profile.isProvisional,
            hostShares: Dictionary(uniqueKeysWithValues: profile.hostShares.map { ($0.key.rawValue, $0.value) }))
    }
}

extension SystemDocument {
    init(_ profile: SystemProfile, index: SiteIndex, date: CalendarDate) {
        let system = index.system(profile.id)
        let owner = index.history.currentOwner(of: (system?.owner).map { [Ownership(agency: $0)] } ?? [], on: date)
        self.init(
            id: profile.id, agency: owner.responsible ?? AuditSnapshot.unassigned, state: profile.state.rawValue,
            components: profile.components.map { component in
                let row = index.host("system/\(profile.id)/\(component.name)")
                return ComponentDocument(
                    name: component.name, state: component.state.rawValue, host: component.host,
                    mandatory: row?.mandatory ?? false)
            },
            name: system.map { LocalizedTextDocument($0.name) }, category: system?.category?.rawValue,
            owner: system?.owner, operatorAgency: system?.operatorAgency, level: system?.level,
            dependsOn: system?.dependsOn ?? [], verified: system?.verified ?? false, known: profile.known?.rawValue)
    }
}
