import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What the links of one host say together. Only links whose capture point is on them count.
struct LinkView {
    private(set) var isOnOwnLink = false
    private(set) var watchedSeconds: Int64 = 0
    private(set) var isLongEnough = false
    /// Another host's IPv6 could be seen.
    private(set) var showsIPv6 = false
    /// Another machine offers IPv6.
    private(set) var hasOffer = false
    private(set) var hasAuthorisedList = false
    private(set) var hasAuthorisedOffer = false

    init(_ host: HostRecord, _ context: FactContext) {
        var view = (own: 0, seconds: Int64(0), long: false, shows: false, offer: false, list: false, authorised: false)
        context.forEachLink(of: host) { number in
            guard !context.links[number].isRouted else { return }
            view.own += 1
            view.seconds = max(view.seconds, context.links[number].observedSeconds)
            if context.links[number].isLongEnough { view.long = true }
            if !view.shows { view.shows = context.links[number].showsIPv6(besides: host) }
            if !context.links[number].authorised.isEmpty { view.list = true }
            for offer in context.links[number].offers where !host.has(offer.mac) {
                view.offer = true
                if offer.isAuthorised { view.authorised = true }
            }
        }
        isOnOwnLink = view.own > 0 && host.hasMAC
        (watchedSeconds, isLongEnough, showsIPv6) = (view.seconds, view.long, view.shows)
        (hasOffer, hasAuthorisedList) = (view.offer, view.list)
        // On several links a router may be in the list of another one.
        hasAuthorisedOffer =
            view.authorised || (view.own > 1 && view.offer && view.list && Self.isListedElsewhere(host, context))
    }

    private static func isListedElsewhere(_ host: HostRecord, _ context: FactContext) -> Bool {
        let own = ownLinks(host, context)
        let authorised = own.flatMap { context.links[$0].authorised }
        return own.contains { link in
            context.links[link].offers.contains { offer in
                !host.has(offer.mac) && authorised.contains { $0.matches(context.set.routers[offer.row]) }
            }
        }
    }

    /// Numbers of its links with a capture point on them.
    static func ownLinks(_ host: HostRecord, _ context: FactContext) -> [Int] {
        var numbers: [Int] = []
        context.forEachLink(of: host) { if !context.links[$0].isRouted { numbers.append($0) } }
        return numbers
    }
}
