import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

/// Rows by link, gathered in one pass for all segments.
struct SegmentRows {
    /// Numbers of profiles by number of the link.
    let hosts: RowBuckets
    /// Numbers of flows by index into `ObservationSet.links`.
    let flows: RowBuckets
    /// Rows of `ObservationSet.macs` that asked for an IPv4 lease.
    let dhcpClients: [Int]
    /// Rows of `ObservationSet.bindings` that a DHCPv6 reply made.
    let leases: [Int]
    /// The outer sources of all tunnels.
    let tunnelEnds: Set<IPAddress>
    /// Links by address, where a host alone does not tell: it is on several links, or no evidence binds the address.
    private let doubtful: [IPAddress: Set<Int>]

    init(_ context: FactContext) {
        let set = context.set
        hosts = RowBuckets(count: context.table.links.count) { add in
            for number in context.profiles.indices {
                context.forEachLink(of: context.profiles[number].host) { add($0, number) }
            }
        }
        flows = RowBuckets(count: set.links.count) { add in
            for number in set.flows.indices { add(set.flows[number].link, number) }
        }
        dhcpClients = set.macs.indices.filter { set.macs[$0].firstDHCPRequest != nil }
        leases = set.bindings.indices.filter { set.bindings[$0].evidence == .dhcpv6Reply }
        tunnelEnds = Set(set.tunnels.map(\.outerSource))
        doubtful = Self.doubtful(context)
    }

    private static func doubtful(_ context: FactContext) -> [IPAddress: Set<Int>] {
        var links: [IPAddress: Set<Int>] = [:]
        for number in context.profiles.indices {
            let isOnOne = isOnOneLink(context.profiles[number].host, context)
            context.profiles[number].host.forEachAddressWithProof { address, isProven in
                if !isOnOne || !isProven, address.family == .ipv6 { links[address] = [] }
            }
        }
        guard !links.isEmpty else { return [:] }
        let linkOf = context.table.linkOfObserved
        for row in context.set.bindings where links[row.address] != nil {
            links[row.address]?.insert(linkOf[row.link])
        }
        return links
    }

    /// Whether evidence of this very link binds an address of one of its hosts: a router has others elsewhere.
    func isBound(_ address: IPAddress, isProven: Bool, isOnOneLink: Bool, _ link: Int) -> Bool {
        isProven && isOnOneLink || doubtful[address]?.contains(link) ?? false
    }

    static func isOnOneLink(_ host: HostRecord, _ context: FactContext) -> Bool {
        var count = 0
        context.forEachLink(of: host) { _ in count += 1 }
        return count == 1
    }
}

extension SegmentFacts {
    /// The IPv6 addresses of a host that evidence of this very link binds.
    func forEachIPv6Here(_ number: Int, _ body: (IPv6Address) -> Void) {
        guard let linkNumber else { return }
        let isOnOne = SegmentRows.isOnOneLink(context.profiles[number].host, context)
        context.profiles[number].host.forEachAddressWithProof { any, isProven in
            guard let address = any.ipv6 else { return }
            if rows.isBound(any, isProven: isProven, isOnOneLink: isOnOne, linkNumber) { body(address) }
        }
    }

    func forEachFlow(_ body: (FlowRow) -> Void) {
        for link in self.link?.observed ?? [] {
            for number in rows.flows[link] { body(context.set.flows[Int(number)]) }
        }
    }

    /// What binds an address of a host.
    func evidence(of address: IPv6Address, _ number: Int) -> [Evidence] {
        let address = IPAddress(address)
        return context.profiles[number].host.ipv6.first { $0.address == address }.map { context.evidence(of: $0) } ?? []
    }
}
