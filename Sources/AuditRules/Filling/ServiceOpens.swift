import NetworkTypes
import SiteModel
import TrafficObservation

/// TCP connections to the addresses of the site's services, gathered in one pass over all flows.
struct ServiceOpens {
    /// The listed machines by their names in lower case.
    let hosts: [String: [ConfiguredHost]]
    private let context: FactContext
    /// Numbers of flows by server.
    private let numbers: [IPAddress: [Int]]

    init(_ names: Set<String>, _ seen: [String: DNSNameRow], _ context: FactContext) {
        self.context = context
        var hosts: [String: [ConfiguredHost]] = [:]
        for host in context.index.hosts {
            for name in Set(host.names.map { $0.lowercased() }) { hosts[name, default: []].append(host) }
        }
        self.hosts = hosts
        let wanted = names.reduce(into: Set<IPAddress>()) { $0.formUnion(Self.addresses(hosts[$1] ?? [], seen[$1])) }
        var numbers: [IPAddress: [Int]] = [:]
        if !wanted.isEmpty {
            for (number, flow) in context.set.flows.enumerated()
            where flow.transport == .tcp && !flow.isTunnelled && flow.syn != nil && wanted.contains(flow.server) {
                numbers[flow.server, default: []].append(number)
            }
        }
        self.numbers = numbers
    }

    /// In the order of the set; nil: no address of the name is known.
    func flows(to name: String, _ seen: DNSNameRow?) -> [FlowRow]? {
        let addresses = Self.addresses(hosts[name] ?? [], seen)
        if addresses.isEmpty { return nil }
        return addresses.flatMap { numbers[$0] ?? [] }.sorted().map { context.set.flows[$0] }
    }

    private static func addresses(_ hosts: [ConfiguredHost], _ seen: DNSNameRow?) -> Set<IPAddress> {
        Set(hosts.flatMap(\.addresses)).union((seen?.aaaa ?? []).map { IPAddress($0) })
            .union((seen?.a ?? []).map { IPAddress($0) })
    }
}
