import AuditRules
import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// What a site adds to a host.
struct HostAdditions {
    let agency: String
    let rows: [ConfiguredHost]
    let record: HostRecord
    let set: ObservationSet
    let switchPorts: [SwitchPorts.Place]
    var held: ProvenState?

    /// By host id.
    static func all(_ snapshot: AuditSnapshot, inventory: InventoryMatch) -> [String: HostAdditions] {
        let ports = SwitchPorts(snapshot.observations)
        let pairs = snapshot.profiles.enumerated().map { index, profile in
            let owners = snapshot.agencyOfHost
            let agency = owners.indices.contains(index) ? owners[index] : AuditSnapshot.unassigned
            let additions = HostAdditions(
                agency: agency, rows: inventory.rows(of: profile.host), record: profile.host,
                set: snapshot.observations, switchPorts: ports.places(of: profile.host.macs), held: profile.held)
            return (profile.host.id, additions)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension HostDocument {
    init(seen: SeenHostDocument, additions: HostAdditions?, hidden: HiddenNames) {
        self.init(
            seen: seen, agency: additions?.agency ?? AuditSnapshot.unassigned,
            configuredAs: additions?.rows.map(ConfiguredHostDocument.init) ?? [],
            merges: additions.map { more in
                more.record.merges.map { MergeDocument($0, in: more.set, hidden: hidden) }
            } ?? [],
            mergeConfidence: additions?.record.mergeConfidence,
            rejected: additions?.record.rejected.map(RejectedMergeDocument.init) ?? [],
            held: additions?.held.map { held in
                HeldStateDocument(state: held.state.rawValue, audit: held.audit, provenAt: "\(held.provenAt)")
            }, switchPorts: additions?.switchPorts.map(SwitchPortDocument.init) ?? [])
    }
}

extension SwitchPortDocument {
    init(_ place: SwitchPorts.Place) {
        self.init(
            device: place.device, port: place.port, vlan: place.vlan, file: place.file,
            line: Int(clamping: place.line))
    }
}

extension MergeDocument {
    init(_ merge: MergeLink, in set: ObservationSet, hidden: HiddenNames) {
        self.init(
            key: merge.key.rawValue, confidence: merge.confidence, value: merge.value.map(hidden.masked),
            joins: merge.joins,
            evidence: merge.evidence.sorted { $0.proof < $1.proof }.map { evidence in
                // A filter with a hash would find nothing.
                let isShown = hidden.masked(evidence.filter) == evidence.filter
                let filter = isShown ? evidence.filter : evidence.plainFilter
                return EvidenceDocument(Evidence(evidence.proof, in: set, filter: filter), hidden: hidden)
            })
    }
}

extension RejectedMergeDocument {
    init(_ rejected: RejectedLink) { self.init(key: rejected.key, because: rejected.because, about: rejected.about) }
}
