import HostClassification
import HostCorrelation
import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

/// The facts of hosts. A row is filled without allocating for an ordinary host; what a finding shows is made on demand.
struct HostFacts: Sendable {
    let context: FactContext
    let traffic: HostTraffic
    private let kinds: ListedKinds
    /// Reserved prefixes and resolvers that a MAC hands out by RA, where there are any.
    let reservedOffers: [MACAddress: [IPv6Address]]

    init(_ context: FactContext) {
        self.context = context
        traffic = HostTraffic(context)
        kinds = ListedKinds(context.index)
        var reserved: [MACAddress: [IPv6Address]] = [:]
        for router in context.set.routers {
            let own =
                router.prefixes.keys.compactMap(\.address.ipv6).filter(context.isReserved)
                + router.resolvers.filter(context.isReserved)
            if !own.isEmpty { reserved[router.mac, default: []] += own }
        }
        reservedOffers = reserved
    }

    /// A virtual router's MAC is no machine.
    func isSubject(_ number: Int) -> Bool { !context.profiles[number].host.isVirtualMAC }

    func row(of number: Int) -> FactRow {
        var row = FactRow(.host)
        fill(&row, number)
        return row
    }

    /// Fills an empty row with the facts of the host of a profile.
    func fill(_ row: inout FactRow, _ number: Int) {
        fill(&row, context.profiles[number], number)
    }

    private func fill(_ row: inout FactRow, _ profile: HostProfile, _ number: Int) {
        let view = LinkView(profile.host, context)
        row.set(.hostOnOwnLink, view.isOnOwnLink)
        if view.isOnOwnLink {
            row.set(.hostObservedFor, seconds: view.watchedSeconds)
            row.set(.hostIPv6Visible, view.showsIPv6)
        }
        fillAddresses(&row, profile.host, view)
        if view.hasOffer {
            row.set(.hostLinkOffersIPv6, true)
            if view.hasAuthorisedList { row.set(.hostLinkRoutersAuthorised, view.hasAuthorisedOffer) }
        } else if view.isLongEnough {
            row.set(.hostLinkOffersIPv6, false)
        }
        fillUse(&row, profile, view)
        fillNames(&row, number, view)
        fillTunnels(&row, number)
        row.set(.hostState, stored: HostWords.number(of: profile.state))
        row.set(.hostStateFinal, !profile.isProvisional)
        if let kind = kinds.kind(of: profile) { row.set(.hostKind, stored: kind) }
    }

    private func fillAddresses(_ row: inout FactRow, _ host: HostRecord, _ view: LinkView) {
        var (ipv4, linkLocal, routable, unique, global) = (0, 0, 0, 0, 0)
        var (eui64, reserved, sixToFour, isatap) = (0, 0, 0, 0)
        host.forEachAddress { any in
            guard let address = any.ipv6 else { return ipv4 += 1 }
            let scope = address.scope
            if scope == .linkLocal { linkLocal += 1 }
            if scope == .uniqueLocal { unique += 1 }
            if scope == .sixToFour { sixToFour += 1 }
            if address.isISATAP { isatap += 1 }
            let isReserved = context.isReserved(scope)
            if isReserved { reserved += 1 }
            if scope == .global || (scope == .documentation && !isReserved) { global += 1 }
            if address.isConfiguredUnicast {
                routable += 1
                if let mac = address.embeddedMAC, host.has(mac) { eui64 += 1 }
            }
        }
        row.set(.hostIPv4Addresses, count: ipv4)
        row.set(.hostLinkLocalAddresses, count: linkLocal)
        row.set(.hostReservedAddresses, count: reserved)
        row.set(.hostSixToFourAddresses, count: sixToFour)
        row.set(.hostISATAPAddresses, count: isatap)
        // Nothing seen means something only where it would have been seen.
        if routable > 0 || (view.isOnOwnLink && view.watchedSeconds >= context.minimumSeconds) {
            row.set(.hostRoutableIPv6Addresses, count: routable)
            row.set(.hostGlobalAddresses, count: global)
            row.set(.hostUniqueLocalAddresses, count: unique)
        }
        if view.isOnOwnLink { row.set(.hostEUI64Addresses, count: eui64) }
        var advertised = 0
        if !reservedOffers.isEmpty { host.forEachMAC { advertised += reservedOffers[$0]?.count ?? 0 } }
        row.set(.hostReservedPrefixesAdvertised, count: advertised)
    }

    private func fillUse(_ row: inout FactRow, _ profile: HostProfile, _ view: LinkView) {
        row.set(.hostIPv4Frames, count: Int(clamping: profile.host.ipv4Traffic.packets))
        row.set(.hostIPv6Frames, count: Int(clamping: profile.host.ipv6Traffic.packets))
        row.set(.hostEstablishedIPv4Flows, count: profile.establishedIPv4Flows)
        if !profile.isOneDirection { row.set(.hostEstablishedIPv6Flows, count: profile.establishedIPv6Flows) }
        var (requests, hasAsked) = (false, view.watchedSeconds >= context.minimumSeconds)
        if profile.host.mayUseDHCP {
            profile.host.forEachMACRow { number in
                if context.set.macs[number].requestsIPv6Only != nil { requests = true }
                if !hasAsked, context.set.macs[number].firstDHCPRequest != nil { hasAsked = true }
            }
        }
        if requests || hasAsked { row.set(.hostRequestsIPv6OnlyMode, requests) }
    }

    private func fillNames(_ row: inout FactRow, _ number: Int, _ view: LinkView) {
        let answers = traffic.dnsAnswers(number)
        row.set(.hostDNSAnswers, count: answers)
        row.set(.hostGlobalDestinations, count: traffic.globalDestinations(number))
        guard answers > 0 else { return }
        row.set(.hostAAAAAnswered, count: traffic.aaaaAnswered(number) == nil ? 0 : 1)
        if view.watchedSeconds >= 3600 {
            row.set(.hostIPv4LiteralDestinations, count: traffic.literalDestinations(number))
            row.set(.hostIPv4LiteralRepeats, count: 0)
        }
    }

    private func fillTunnels(_ row: inout FactRow, _ number: Int) {
        var packets = (sixToFour: 0, teredo: 0, isatap: 0)
        var teredo: Set<IPAddress> = []
        if traffic.hasTunnels(number) {
            for tunnel in traffic.tunnels(number) {
                switch tunnel.kind {
                case .sixToFour: packets.sixToFour += Int(clamping: tunnel.sighting.count)
                case .isatap: packets.isatap += Int(clamping: tunnel.sighting.count)
                case .teredo:
                    packets.teredo += Int(clamping: tunnel.sighting.count)
                    teredo.formUnion(tunnel.innerSources.filter { $0.ipv6?.scope == .teredo })
                default: break
                }
            }
        }
        row.set(.hostSixToFourPackets, count: packets.sixToFour)
        row.set(.hostTeredoPackets, count: packets.teredo)
        row.set(.hostISATAPPackets, count: packets.isatap)
        row.set(.hostTeredoAddresses, count: teredo.count)
        row.set(.hostISATAPNameAnswers, count: 0)
    }
}
