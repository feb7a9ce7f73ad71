import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What each host did with names, literals and tunnels; made once for all hosts.
struct HostTraffic {
    struct Use {
        var dnsAnswers = 0
        var aaaaAnswered: Proof?
        var globalDestinations: Set<IPAddress> = []
        var literalDestinations: Set<IPAddress> = []
        var literalRepeats = 0
        var literalProofs: [Proof] = []
        var tunnels: [TunnelRow] = []
        var isatapAnswers = 0
    }

    private let uses: [Use]

    subscript(number: Int) -> Use { uses[number] }

    init(_ context: FactContext) {
        var uses = [Use](repeating: Use(), count: context.profiles.count)
        let set = context.set
        func host(_ link: Int, _ address: IPAddress) -> Int? {
            let id = context.table.links[context.table.linkOfObserved[link]].id
            return context.hostByAddress[FactContext.LinkedAddress(link: id, address: address)]
        }
        var answered: [Int: Set<IPAddress>] = [:]
        for row in set.resolutions {
            guard let number = host(row.link, row.client) else { continue }
            uses[number].dnsAnswers += Int(clamping: row.answers?.count ?? 0)
            answered[number, default: []].formUnion(row.answered)
            if let proof = row.aaaaAnswered, uses[number].aaaaAnswered.map({ proof < $0 }) ?? true {
                uses[number].aaaaAnswered = proof
            }
        }
        let ntpServers = Set(set.dhcpServers.flatMap(\.ntpServers).map { IPAddress($0) })
        for flow in set.flows where !flow.isTunnelled {
            guard let number = host(flow.link, flow.client) else { continue }
            if flow.family == .ipv6 {
                if flow.server.ipv6?.scope == .global || flow.server.ipv6?.scope == .documentation {
                    uses[number].globalDestinations.insert(flow.server)
                }
                continue
            }
            guard host(flow.link, flow.server) == nil, !(answered[number]?.contains(flow.server) ?? false),
                !ntpServers.contains(flow.server), flow.serverPort != 53, flow.serverPort != 67
            else { continue }
            let linkStart = set.links[flow.link].firstSeen
            // Names that were resolved before the capture began cannot be known.
            guard flow.firstFrame.time.nanoseconds(since: linkStart) > 3_600_000_000_000 else { continue }
            uses[number].literalDestinations.insert(flow.server)
            uses[number].literalProofs.append(flow.firstFrame)
        }
        for tunnel in set.tunnels {
            if let number = host(tunnel.link, tunnel.outerSource) { uses[number].tunnels.append(tunnel) }
        }
        self.uses = uses
    }
}
