import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

/// Rows by link, gathered in one pass for all segments.
struct SegmentRows {
    /// Numbers of flows by index into `ObservationSet.links`.
    let flows: RowBuckets
    /// Rows of `ObservationSet.macs` that asked for an IPv4 lease.
    let dhcpClients: [Int]
    /// Rows of `ObservationSet.bindings` that a DHCPv6 reply made.
    let leases: [Int]

    init(_ context: FactContext) {
        let set = context.set
        flows = RowBuckets(count: set.links.count) { add in
            for number in set.flows.indices { add(set.flows[number].link, number) }
        }
        dhcpClients = set.macs.indices.filter { set.macs[$0].firstDHCPRequest != nil }
        leases = set.bindings.indices.filter { set.bindings[$0].evidence == .dhcpv6Reply }
    }
}

extension SegmentFacts {
    /// The IPv6 addresses of a host that evidence of this very link binds.
    func forEachIPv6Here(_ number: Int, _ body: (IPv6Address) -> Void) {
        if let linkNumber { linkHosts.forEachIPv6(of: number, on: linkNumber, body) }
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
