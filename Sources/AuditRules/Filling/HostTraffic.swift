import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What each host did with names, literals and tunnels: numbers of rows, sorted by host once for all.
struct HostTraffic: Sendable {
    private let set: ObservationSet
    private let resolutions: RowBuckets
    /// Flows to global IPv6 destinations.
    private let global: RowBuckets
    /// Flows to IPv4 destinations that no name had told.
    private let literal: RowBuckets
    private let tunnels: RowBuckets

    init(_ context: FactContext) {
        let set = context.set
        self.set = set
        let (hosts, linkOf) = (context.profiles.count, context.table.linkOfObserved)
        var index = HostAddressIndex()
        for row in set.resolutions { index.want(row.client, on: linkOf[row.link]) }
        for flow in set.flows {
            let mayBeLiteral = Self.mayBeLiteral(flow, set)
            if mayBeLiteral || Self.isGlobal(flow) { index.want(flow.client, on: linkOf[flow.link]) }
            if mayBeLiteral { index.want(flow.server, on: linkOf[flow.link]) }
        }
        for tunnel in set.tunnels { index.want(tunnel.outerSource, on: linkOf[tunnel.link]) }
        index.fill(context)

        let resolutions = RowBuckets(count: hosts) { add in
            for (number, row) in set.resolutions.enumerated() {
                add(index.host(row.client, on: linkOf[row.link]), number)
            }
        }
        self.resolutions = resolutions
        tunnels = RowBuckets(count: hosts) { add in
            for (number, row) in set.tunnels.enumerated() {
                add(index.host(row.outerSource, on: linkOf[row.link]), number)
            }
        }
        let ntpServers = Set(set.dhcpServers.flatMap(\.ntpServers).map { IPAddress($0) })
        func isLiteral(_ flow: FlowRow, _ host: Int) -> Bool {
            index.host(flow.server, on: linkOf[flow.link]) < 0 && !ntpServers.contains(flow.server)
                && !resolutions[host].contains { set.resolutions[Int($0)].answered.contains(flow.server) }
        }
        var owners = (
            global: [Int32](repeating: -1, count: set.flows.count),
            literal: [Int32](repeating: -1, count: set.flows.count)
        )
        for (number, flow) in set.flows.enumerated() {
            let (isGlobal, mayBeLiteral) = (Self.isGlobal(flow), Self.mayBeLiteral(flow, set))
            guard isGlobal || mayBeLiteral else { continue }
            let host = index.host(flow.client, on: linkOf[flow.link])
            if isGlobal { owners.global[number] = Int32(host) }
            if mayBeLiteral, host >= 0, isLiteral(flow, host) { owners.literal[number] = Int32(host) }
        }
        global = RowBuckets(count: hosts) { add in
            for (number, owner) in owners.global.enumerated() { add(Int(owner), number) }
        }
        literal = RowBuckets(count: hosts) { add in
            for (number, owner) in owners.literal.enumerated() { add(Int(owner), number) }
        }
    }

    private static func isGlobal(_ flow: FlowRow) -> Bool {
        guard !flow.isTunnelled, let scope = flow.server.ipv6?.scope, flow.family == .ipv6 else { return false }
        return scope == .global || scope == .documentation
    }

    /// Names that were resolved before the capture began cannot be known: nothing of its first hour counts.
    private static func mayBeLiteral(_ flow: FlowRow, _ set: ObservationSet) -> Bool {
        !flow.isTunnelled && flow.family == .ipv4 && flow.serverPort != 53 && flow.serverPort != 67
            && flow.firstFrame.time.nanoseconds(since: set.links[flow.link].firstSeen) > 3_600_000_000_000
    }

    // MARK: Of one host

    func dnsAnswers(_ host: Int) -> Int {
        resolutions[host].reduce(0) { $0 + Int(clamping: set.resolutions[Int($1)].answers?.count ?? 0) }
    }

    /// The first frame that answered an AAAA question with an address.
    func aaaaAnswered(_ host: Int) -> Proof? {
        resolutions[host].compactMap { set.resolutions[Int($0)].aaaaAnswered }.min()
    }

    func globalDestinations(_ host: Int) -> Int { distinct(global[host]) }
    func literalDestinations(_ host: Int) -> Int { distinct(literal[host]) }
    func literalFlows(_ host: Int) -> [FlowRow] { literal[host].map { set.flows[Int($0)] } }

    /// How many servers.
    private func distinct(_ flows: ArraySlice<Int32>) -> Int {
        flows.count < 2 ? flows.count : Set(flows.map { set.flows[Int($0)].server }).count
    }

    func hasTunnels(_ host: Int) -> Bool { !tunnels[host].isEmpty }
    func tunnels(_ host: Int) -> [TunnelRow] { tunnels[host].map { set.tunnels[Int($0)] } }
}
