import NetworkTypes
import SiteModel

extension SiteDocument {
    init(_ site: Site) {
        self.init(
            id: site.id, name: LocalizedTextDocument(site.name), utcOffsetMinutes: site.utcOffsetMinutes,
            profiles: site.profiles)
    }
}

extension PolicyDocument {
    init(_ site: Site) {
        let policy = site.policy
        self.init(
            minimumObservationSeconds: policy.minimumObservation.wholeSeconds, workingDay: policy.workingDay,
            ipv6OnlyObservationSeconds: policy.ipv6OnlyObservation.wholeSeconds,
            windowSeconds: policy.window.wholeSeconds, demonstration: policy.demonstration,
            documentationPrefixes: policy.documentationPrefixes.rawValue,
            outsideNames: site.privacy.outsideNames.rawValue)
    }
}

extension Duration {
    fileprivate var wholeSeconds: Int { Int(clamping: components.seconds) }
}

extension AuthorisationDocument {
    init(_ authorisation: Authorisation) {
        self.init(
            id: authorisation.id, document: authorisation.document, date: "\(authorisation.date)",
            signer: authorisation.signer, actions: authorisation.actions.map(\.rawValue),
            segments: authorisation.segments, from: authorisation.validity.from.map { "\($0)" },
            to: authorisation.validity.to.map { "\($0)" })
    }
}

extension AgencyDocument {
    init(_ agency: Agency, history: AgencyHistory, date: CalendarDate, phase: String, phaseBlockedBy: [String]) {
        self.init(
            id: agency.id, name: LocalizedTextDocument(agency.name(on: date)), level: agency.level.rawValue,
            kind: agency.kind.rawValue, parent: agency.parent(on: date), phase: phase, phaseBlockedBy: phaseBlockedBy,
            duties: agency.duties, verified: agency.verified,
            predecessors: history.predecessors(of: agency.id, on: date).sorted(),
            from: agency.validity.from.map { "\($0)" }, to: agency.validity.to.map { "\($0)" })
    }
}
