import HostClassification
import HostCorrelation
import NetworkTypes

/// What the hosts of one segment amount to, gathered in one walk over their addresses.
struct SegmentHosts {
    /// With an address beyond fe80::/10 that evidence of this very link binds.
    private(set) var routable = ShownHosts()
    /// With none but those of fe80::/10.
    private(set) var linkLocal = ShownHosts()
    private(set) var tunnelled = ShownHosts()
    private(set) var ipv4Only = ShownHosts()
    /// The first that uses each /64.
    private(set) var prefixes: [IPPrefix: PrefixUse] = [:]
    private var lastPrefix: IPPrefix?

    /// - Parameter isOwn: Whether an address does not belong to another segment of the site.
    init(_ facts: SegmentFacts, isOwn: (IPAddress) -> Bool) {
        for host in facts.hosts { add(Int(host), facts, isOwn) }
    }

    private mutating func add(_ number: Int, _ facts: SegmentFacts, _ isOwn: (IPAddress) -> Bool) {
        let (context, rows) = (facts.context, facts.rows)
        guard let link = facts.linkNumber else { return }
        let isOnOne = SegmentRows.isOnOneLink(context.profiles[number].host, context)
        let isRouter = context.profiles[number].host.isRouter
        var (hasAny, hasRoutable, isAllLinkLocal, mayBeTunnelled) = (false, false, true, false)
        context.profiles[number].host.forEachAddressWithProof { any, isProven in
            if !rows.tunnelEnds.isEmpty, rows.tunnelEnds.contains(any) { mayBeTunnelled = true }
            guard let address = any.ipv6 else { return }
            if address.isTunnelAddress { mayBeTunnelled = true }
            guard rows.isBound(any, isProven: isProven, isOnOneLink: isOnOne, link) else { return }
            hasAny = true
            if !address.isLinkLocal { isAllLinkLocal = false }
            guard address.isConfiguredUnicast else { return }
            hasRoutable = true
            // A router may ask on one link from its address on another: that one is in use there.
            if !context.isReserved(address), !isRouter || isOwn(any) { use(any, address, number) }
        }
        if hasRoutable { routable.add(number) }
        if hasAny, isAllLinkLocal { linkLocal.add(number) }
        // Flags are made when they are read, so few hosts are asked for them.
        if mayBeTunnelled, context.profiles[number].flags.contains(.tunnelled) { tunnelled.add(number) }
        if context.profiles[number].state == .ipv4Only { ipv4Only.add(number) }
    }

    private mutating func use(_ any: IPAddress, _ address: IPv6Address, _ number: Int) {
        let prefix = IPPrefix(any, length: 64)
        if prefix == lastPrefix { return }
        lastPrefix = prefix
        if prefixes[prefix] == nil { prefixes[prefix] = .host(number, address) }
    }
}

/// Hosts that a fact counts, the first few by number.
struct ShownHosts {
    private static let limit = 8
    private(set) var count = 0
    private(set) var numbers: [Int] = []

    mutating func add(_ number: Int) {
        count += 1
        if numbers.count < Self.limit { numbers.append(number) }
    }

    /// As `FactContext.list` writes them.
    func list(_ profiles: [HostProfile]) -> String {
        let shown = numbers.map { profiles[$0].host.names.first?.name ?? profiles[$0].host.id }.joined(separator: ", ")
        return count > Self.limit ? shown + " … (\(count))" : shown
    }
}

/// Who uses a prefix.
enum PrefixUse {
    case host(Int, IPv6Address)
    /// The place among the routers of the segment.
    case router(Int)
}
