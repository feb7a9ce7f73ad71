import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// What facts are made from, with the look-ups that several kinds of subject need.
struct FactContext {
    let set: ObservationSet
    let table: HostTable
    let profiles: [HostProfile]
    let index: SiteIndex
    let date: CalendarDate
    /// In the order of `profiles`.
    let agencyOfHost: [String]
    private let linkByID: [LinkIdentifier: LinkRecord]
    /// Which profile has a MAC on a link of `table`.
    let hostByAddress: [LinkedAddress: Int]

    struct LinkedAddress: Hashable {
        let link: LinkIdentifier
        let address: IPAddress
    }

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
        linkByID = Dictionary(table.links.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var hosts: [LinkedAddress: Int] = [:]
        for (number, profile) in profiles.enumerated() {
            for binding in profile.host.ipv4 + profile.host.ipv6 {
                for link in profile.host.links {
                    hosts[LinkedAddress(link: link, address: binding.address)] = number
                }
            }
        }
        hostByAddress = hosts
    }

    var site: Site { index.site }
    func link(_ id: LinkIdentifier) -> LinkRecord? { linkByID[id] }
    func links(of host: HostRecord) -> [LinkRecord] { host.links.compactMap { linkByID[$0] } }

    /// How long a link was watched, in seconds; zero until a working day is in it where the policy asks for one.
    func observedSeconds(_ link: LinkRecord) -> Int64 {
        if site.policy.workingDay {
            let first = link.firstSeen.date(offsetMinutes: site.utcOffsetMinutes).dayNumber
            let last = link.lastSeen.date(offsetMinutes: site.utcOffsetMinutes).dayNumber
            // 1970-01-01 was a Thursday; 0 is Monday here.
            let hasWorkingDay = last - first >= 2 || (first...max(first, last)).contains { ($0 + 3) % 7 < 5 }
            if !hasWorkingDay { return 0 }
        }
        return link.observedNanoseconds / 1_000_000_000
    }

    var minimumSeconds: Int64 { site.policy.minimumObservation.components.seconds }

    /// Watched long enough that nothing seen means something.
    func isLongEnough(_ link: LinkRecord) -> Bool { observedSeconds(link) >= minimumSeconds }

    /// Whether an address may not be used in operation. Catalogue ADDR-05; documentation prefixes as the site says.
    func isReserved(_ address: IPv6Address) -> Bool {
        switch address.scope {
        case .ipv4Mapped, .ipv4Compatible, .discard, .orchid, .sixBone, .segmentRouting, .siteLocal: true
        case .documentation: site.policy.documentationPrefixes == .error
        default: false
        }
    }

    /// A frame with a filter that finds it.
    func evidence(_ proof: Proof, _ filter: String) -> Evidence {
        .packet(
            capture: Int(proof.capture), frame: proof.frame, time: proof.time,
            filter: "frame.number == \(proof.frame) && \(filter)")
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
