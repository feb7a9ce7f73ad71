import HostCorrelation
import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

/// What a link tells about each of its hosts; looked up once, since a link may have a million.
struct LinkFacts: Sendable {
    /// A router that says that IPv6 can be had.
    struct Offer: Sendable {
        /// The index into `ObservationSet.routers`.
        let row: Int
        let mac: MACAddress
        /// In the list of the link's own segment.
        let isAuthorised: Bool
    }

    let isRouted: Bool
    let ipv6Visible: Bool
    let observedSeconds: Int64
    let isLongEnough: Bool
    /// Who sent multicast IPv6.
    let senders: Set<MACAddress>
    let offers: [Offer]
    /// The site's list of its segment.
    let authorised: [Segment.Router]

    /// Somebody else's IPv6 was seen, or what proves its visibility is nobody's frame.
    func showsIPv6(besides host: HostRecord) -> Bool {
        guard ipv6Visible else { return false }
        if senders.isEmpty || senders.count > host.macCount { return true }
        return senders.contains { !host.has($0) }
    }
}

extension RouterRow {
    /// A default router with an autonomous prefix or with the M flag.
    var offersIPv6: Bool {
        hasPositiveLifetime
            && (latest.isManaged || prefixes.values.contains { $0.isAutonomous && $0.validSeconds > 0 })
    }
}

extension Segment.Router {
    /// The entry allows this sender: address and MAC both, where both are given.
    func matches(_ router: RouterRow) -> Bool {
        if let mac, mac != router.mac, router.mac != .zero { return false }
        if let address, address != IPAddress(router.source) { return false }
        return mac != nil || address != nil
    }
}
