import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

/// What facts are made from, with the look-ups that several kinds of subject need; a class, because it is large and
/// read for each of them.
final class FactContext: Sendable {
    let set: ObservationSet
    let table: HostTable
    let profiles: [HostProfile]
    let index: SiteIndex
    let date: CalendarDate
    /// In the order of `profiles`.
    let agencyOfHost: [String]
    /// In the order of `table.links`.
    let links: [LinkFacts]
    private let linkNumbers: [LinkIdentifier: Int]
    /// How long a link has to be watched before nothing seen means something.
    let minimumSeconds: Int64
    private let isDocumentationReserved: Bool

    init(
        set: ObservationSet, table: HostTable, profiles: [HostProfile], index: SiteIndex, date: CalendarDate,
        agencyOfHost: [String]
    ) {
        self.set = set
        self.table = table
        self.profiles = profiles
        self.index = index
        self.date = date
        self.agencyOfHost = agencyOfHost
        let policy = index.site.policy
        let minimum = policy.minimumObservation.components.seconds
        minimumSeconds = minimum
        isDocumentationReserved = policy.documentationPrefixes == .error
        linkNumbers = Dictionary(
            table.links.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let offering = set.routers.indices.filter { set.routers[$0].offersIPv6 }
        links = table.links.map { link in
            let authorised = link.segment.flatMap { index.segment($0) }?.routers ?? []
            let observed = Set(link.observed)
            let offers = offering.filter { observed.contains(set.routers[$0].link) }.map { row in
                LinkFacts.Offer(
                    row: row, mac: set.routers[row].mac,
                    isAuthorised: authorised.contains { $0.matches(set.routers[row]) })
            }
            let seconds = Self.observedSeconds(link, index.site)
            return LinkFacts(
                isRouted: link.isRouted, ipv6Visible: link.ipv6Visible, observedSeconds: seconds,
                isLongEnough: seconds >= minimum, senders: link.multicastIPv6Senders, offers: offers,
                authorised: authorised)
        }
    }

    var site: Site { index.site }
    func link(_ id: LinkIdentifier) -> LinkRecord? { linkNumbers[id].map { table.links[$0] } }

    /// Numbers of its links.
    @inline(__always)
    func forEachLink(of host: HostRecord, _ body: (Int) -> Void) { host.forEachLink(linkNumbers, body) }

    func observedSeconds(_ link: LinkRecord) -> Int64 { Self.observedSeconds(link, site) }

    /// How long a link was watched, in seconds; zero until a working day is in it where the policy asks for one.
    private static func observedSeconds(_ link: LinkRecord, _ site: Site) -> Int64 {
        if site.policy.workingDay {
            let first = link.firstSeen.date(offsetMinutes: site.utcOffsetMinutes).dayNumber
            let last = link.lastSeen.date(offsetMinutes: site.utcOffsetMinutes).dayNumber
            if !CalendarDate.hasWorkingDay(from: first, to: last) { return 0 }
        }
        return link.observedNanoseconds / 1_000_000_000
    }

    /// What a finding calls an agency.
    func name(ofAgency id: String) -> String { index.history.name(of: id, on: date)?.vietnamese ?? id }

    /// Watched long enough that nothing seen means something.
    func isLongEnough(_ link: LinkRecord) -> Bool { observedSeconds(link) >= minimumSeconds }

    /// Whether an address may not be used in operation. Catalogue ADDR-05; documentation prefixes as the site says.
    func isReserved(_ address: IPv6Address) -> Bool { isReserved(address.scope) }

    func isReserved(_ scope: IPv6Scope) -> Bool {
        switch scope {
        case .ipv4Mapped, .ipv4Compatible, .discard, .orchid, .sixBone, .segmentRouting, .siteLocal: true
        case .documentation: isDocumentationReserved
        default: false
        }
    }

    /// A frame with a filter that finds it.
    func evidence(_ proof: Proof, _ filter: String) -> Evidence {
        Evidence(proof, in: set, filter: "frame.number == \(proof.frame) && \(filter)")
    }

    /// The earliest binding of an address.
    func evidence(of binding: AddressBinding) -> [Evidence] {
        guard let first = binding.evidence.min(by: { $0.sighting.first < $1.sighting.first }) else { return [] }
        let filter = first.kind.displayFilter(mac: first.mac.description, address: binding.address.description)
        return [evidence(first.sighting.first, filter)]
    }

    func evidence(of sighting: Sighting?, _ filter: String) -> [Evidence] {
        sighting.map { [evidence($0.first, filter)] } ?? []
    }

    static func list(_ texts: some Sequence<String>, limit: Int = 8) -> String {
        let all = Array(texts)
        let shown = all.prefix(limit).joined(separator: ", ")
        return all.count > limit ? shown + " … (\(all.count))" : shown
    }
}
