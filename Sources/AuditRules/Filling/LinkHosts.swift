import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// What the hosts of every link amount to. Hosts are added one by one while their facts are at hand: reading a million
/// hosts costs more than adding them up.
struct LinkHosts {
    private let context: FactContext
    /// The outer sources of all tunnels.
    private let tunnelEnds: Set<IPAddress>
    /// In the order of `table.links`.
    private var links: [SegmentHosts]
    /// Hosts that can be added only when all are known: on several links, or with an address that no evidence binds.
    private var deferred: [Int] = []
    /// The links that bindings of their addresses come from.
    private var doubtful: [IPAddress: Set<Int>] = [:]

    init(_ context: FactContext) {
        self.context = context
        tunnelEnds = Set(context.set.tunnels.map(\.outerSource))
        links = context.links.map { _ in SegmentHosts() }
    }

    subscript(link: Int) -> SegmentHosts { links[link] }

    /// Adds the host of a profile, in the order of their numbers.
    mutating func add(_ number: Int) {
        var (first, count) = (-1, 0)
        context.forEachLink(of: context.profiles[number].host) { link in
            if first < 0 { first = link }
            count += 1
            links[link].note(number)
        }
        guard count == 1, gather(number, first, isOnOneLink: true) else {
            if count > 0 { deferred.append(number) }
            return
        }
    }

    /// Adds the hosts that had to wait.
    mutating func settle() {
        guard !deferred.isEmpty else { return }
        for number in deferred {
            context.profiles[number].host.forEachAddress { if $0.family == .ipv6 { doubtful[$0] = [] } }
        }
        let linkOf = context.table.linkOfObserved
        for row in context.set.bindings where row.address.family == .ipv6 && doubtful[row.address] != nil {
            doubtful[row.address]?.insert(linkOf[row.link])
        }
        for number in deferred {
            let links = links(of: number)
            for link in links { _ = gather(number, link, isOnOneLink: links.count == 1, isSettled: true) }
        }
    }

    /// The IPv6 addresses of a host that evidence of this very link binds: a router has others elsewhere.
    func forEachIPv6(of number: Int, on link: Int, _ body: (IPv6Address) -> Void) {
        let isOnOneLink = links(of: number).count == 1
        context.profiles[number].host.forEachAddressWithProof { any, isProven in
            guard let address = any.ipv6 else { return }
            if isProven && isOnOneLink || doubtful[any]?.contains(link) ?? false { body(address) }
        }
    }

    private func links(of number: Int) -> [Int] {
        var links: [Int] = []
        context.forEachLink(of: context.profiles[number].host) { links.append($0) }
        return links
    }

    /// False, and not added: an address of the host is doubtful and the doubt not settled.
    private mutating func gather(_ number: Int, _ link: Int, isOnOneLink: Bool, isSettled: Bool = false) -> Bool {
        let isRouter = context.profiles[number].host.isRouter
        var (host, isDoubtful) = (SegmentHosts.Member(), false)
        context.profiles[number].host.forEachAddressWithProof { any, isProven in
            if !tunnelEnds.isEmpty, tunnelEnds.contains(any) { host.mayBeTunnelled = true }
            guard let address = any.ipv6 else { return }
            if address.isTunnelAddress { host.mayBeTunnelled = true }
            if !(isProven && isOnOneLink) {
                isDoubtful = true
                guard doubtful[any]?.contains(link) ?? false else { return }
            }
            host.hasAny = true
            if !address.isLinkLocal { host.isAllLinkLocal = false }
            guard address.isConfiguredUnicast else { return }
            host.isRoutable = true
            // A router may ask on one link from its address on another: that one is in use there.
            if !context.isReserved(address), !isRouter || isOwn(any, link) { links[link].use(any, address, number) }
        }
        if isDoubtful, !isSettled { return false }
        // Flags are made when they are read, so few hosts are asked for them.
        host.mayBeTunnelled = host.mayBeTunnelled && context.profiles[number].flags.contains(.tunnelled)
        host.isIPv4Only = context.profiles[number].state == .ipv4Only
        links[link].add(number, host)
        return true
    }

    /// Not of another segment of the site.
    private func isOwn(_ address: IPAddress, _ link: Int) -> Bool {
        guard let owner = context.index.segment(containing: address).segment else { return true }
        return owner.id == context.table.links[link].segment
    }
}
