import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What the conversations of a host prove.
struct FlowTally {
    var establishedIPv4 = 0
    /// With a peer beyond the link.
    var establishedIPv6 = 0
    /// Indices into `ObservationSet.flows`; −1: none.
    var firstIPv4: Int32 = -1
    var firstIPv6: Int32 = -1
    var hasBothDirections: (ipv4: Bool, ipv6: Bool) = (false, false)
    var hasOneDirection: (ipv4: Bool, ipv6: Bool) = (false, false)
    /// An IPv6 SYN that nobody answered within a second.
    var firstFailure: Int32 = -1
    var destinations = DestinationTally()
}

/// Connection attempts by distinct destination.
struct DestinationTally {
    var failedIPv6 = 0
    var succeededIPv6 = 0
    var failedIPv4 = 0
    var succeededIPv4 = 0

    /// Fewer than one of five IPv6 destinations answers, of five at least, while four of five do over IPv4.
    /// Domain reference §4.3.
    var isIPv6Broken: Bool {
        let (ipv6, ipv4) = (failedIPv6 + succeededIPv6, failedIPv4 + succeededIPv4)
        return failedIPv6 >= 5 && succeededIPv6 * 5 < ipv6 && succeededIPv4 > 0 && succeededIPv4 * 5 >= ipv4 * 4
    }
}

/// One pass over the flows for all hosts.
struct FlowTallies {
    struct HostAddress: Hashable {
        let host: Int32
        let address: IPAddress
    }

    struct ServiceKey: Hashable {
        let host: Int32
        let transport: IPProtocol
        let port: UInt16
    }

    struct Service {
        var ipv4 = false
        var ipv6 = false
        var proof: Proof
    }

    private(set) var hosts: [FlowTally]
    private(set) var services: [ServiceKey: Service] = [:]
    /// IPv6 addresses that a host opened conversations from.
    private(set) var clientSources: Set<HostAddress> = []
    private let set: ObservationSet
    private let onLinkPrefixes: [Int: [IPPrefix]]
    /// Observed links on which both directions of some conversation were heard.
    private let linksWithAnswers: Set<Int>

    /// Ports from which the system takes its own: never a service. RFC 6335 §6.
    private static let firstEphemeralPort = 49152
    private static let answerNanoseconds: Int64 = 1_000_000_000

    init(_ table: HostTable, _ set: ObservationSet, _ lookup: HostLookup) {
        self.set = set
        hosts = [FlowTally](repeating: FlowTally(), count: table.hosts.count)
        var prefixes: [Int: Set<IPPrefix>] = [:]
        for router in set.routers {
            for prefix in router.onLinkPrefixes {
                prefixes[table.linkOfObserved[router.link], default: []].insert(prefix)
            }
        }
        onLinkPrefixes = prefixes.mapValues { $0.sorted() }
        var answered: Set<Int> = []
        for flow in set.flows where flow.clientPackets > 0 && flow.serverPackets > 0 { answered.insert(flow.link) }
        linksWithAnswers = answered
        for (number, flow) in set.flows.enumerated() where !flow.isTunnelled {
            let client = lookup.host(at: flow.client, from: flow.clientMAC, on: flow.link)
            let server = lookup.host(at: flow.server, from: flow.serverMAC, on: flow.link)
            let link = table.linkOfObserved[flow.link]
            if let client {
                add(
                    flow, number, host: client, own: flow.client, peer: flow.server,
                    isOnLink: server.map { lookup.isOnLink($0, flow.server) } ?? false, link)
                noteAttempt(flow, number, client)
                if flow.family == .ipv6 {
                    clientSources.insert(HostAddress(host: Int32(client), address: flow.client))
                }
            }
            if let server {
                add(
                    flow, number, host: server, own: flow.server, peer: flow.client,
                    isOnLink: client.map { lookup.isOnLink($0, flow.client) } ?? false, link)
                noteService(flow, server)
            }
        }
        countDestinations(lookup)
    }

    private mutating func add(
        _ flow: FlowRow, _ number: Int, host: Int, own: IPAddress, peer: IPAddress, isOnLink: Bool, _ link: Int
    ) {
        let isIPv4 = flow.family == .ipv4
        let hasBoth = flow.clientPackets > 0 && flow.serverPackets > 0
        // Unanswered SYNs and datagrams say nothing about the capture; half a conversation does.
        let isHalf =
            !hasBoth && flow.transport == .tcp
            && (flow.clientData != nil || flow.serverData != nil || flow.synAck != nil)
        if isIPv4 {
            if hasBoth { hosts[host].hasBothDirections.ipv4 = true }
            if isHalf { hosts[host].hasOneDirection.ipv4 = true }
        } else {
            if hasBoth { hosts[host].hasBothDirections.ipv6 = true }
            if isHalf { hosts[host].hasOneDirection.ipv6 = true }
        }
        guard flow.isEstablished, !flow.isConfiguration else { return }
        if isIPv4 {
            guard let address = own.ipv4, !address.isLinkLocal, !address.isServiceContinuity else { return }
            hosts[host].establishedIPv4 += 1
            if isEarlier(flow, than: hosts[host].firstIPv4) { hosts[host].firstIPv4 = Int32(number) }
        } else {
            guard own.ipv6?.isConfiguredUnicast == true, !isOnLink, isBeyondLink(own, peer, link) else { return }
            hosts[host].establishedIPv6 += 1
            if isEarlier(flow, than: hosts[host].firstIPv6) { hosts[host].firstIPv6 = Int32(number) }
        }
    }

    private func isEarlier(_ flow: FlowRow, than other: Int32) -> Bool {
        guard other >= 0, let known = set.flows[Int(other)].establishingProof else { return true }
        return flow.establishingProof.map { $0 < known } ?? false
    }

    /// Not link-local and of no subnet of the link.
    private func isBeyondLink(_ own: IPAddress, _ peer: IPAddress, _ link: Int) -> Bool {
        if peer.isLinkLocal || IPPrefix(own, length: 64).contains(peer) { return false }
        return !(onLinkPrefixes[link] ?? []).contains { $0.contains(peer) }
    }

    private mutating func noteService(_ flow: FlowRow, _ host: Int) {
        guard flow.isEstablished, flow.serverPort < Self.firstEphemeralPort, let proof = flow.establishingProof else {
            return
        }
        let key = ServiceKey(host: Int32(host), transport: flow.transport, port: flow.serverPort)
        var service = services[key] ?? Service(proof: proof)
        if flow.family == .ipv4 { service.ipv4 = true } else { service.ipv6 = true }
        service.proof = min(service.proof, proof)
        services[key] = service
    }

    // MARK: Attempts

    /// When a SYN failed: nothing came back although the capture went on for a second. A refusal is an answer.
    private func failure(_ flow: FlowRow) -> CaptureTime? {
        // Data behind a SYN means that the answer passed where the capture could not hear it.
        guard flow.transport == .tcp, let syn = flow.syn, flow.synAck == nil, flow.reset == nil,
            flow.serverPackets == 0, flow.clientData == nil, flow.fin == nil, !flow.client.isLinkLocal
        else { return nil }
        if flow.unreachable != nil { return syn.time }
        guard linksWithAnswers.contains(flow.link) else { return nil }
        let capture = Int(syn.capture)
        let end =
            (set.captures.indices.contains(capture) ? set.captures[capture].lastSeen : nil)
            ?? set.links[flow.link].lastSeen
        return end.nanoseconds(since: syn.time) >= Self.answerNanoseconds ? syn.time : nil
    }

    private mutating func noteAttempt(_ flow: FlowRow, _ number: Int, _ host: Int) {
        guard flow.family == .ipv6, let syn = flow.syn, failure(flow) != nil else { return }
        let known = hosts[host].firstFailure
        if known < 0 || (set.flows[Int(known)].syn.map { syn < $0 } ?? false) {
            hosts[host].firstFailure = Int32(number)
        }
    }

    /// Distinct destinations of the hosts whose IPv6 failed at least once; the later outcome counts.
    private mutating func countDestinations(_ lookup: HostLookup) {
        guard hosts.contains(where: { $0.firstFailure >= 0 }) else { return }
        var outcome: [HostAddress: (failed: CaptureTime?, succeeded: CaptureTime?)] = [:]
        for flow in set.flows where flow.transport == .tcp && !flow.isTunnelled {
            guard let host = lookup.host(at: flow.client, from: flow.clientMAC, on: flow.link),
                hosts[host].firstFailure >= 0
            else { continue }
            let key = HostAddress(host: Int32(host), address: flow.server)
            var known = outcome[key] ?? (nil, nil)
            if let success = flow.synAck?.time { known.succeeded = max(known.succeeded ?? success, success) }
            if let failed = failure(flow) { known.failed = max(known.failed ?? failed, failed) }
            if known != (nil, nil) { outcome[key] = known }
        }
        func hasFailed(_ value: (failed: CaptureTime?, succeeded: CaptureTime?)) -> Bool {
            value.failed.map { failed in value.succeeded.map { $0 < failed } ?? true } ?? false
        }
        // IPv4 counts for the names whose IPv6 failed: other destinations say nothing of them.
        var wanted: Set<HostAddress> = []
        let names = AddressNames(set)
        for (key, value) in outcome where key.address.family == .ipv6 {
            if hasFailed(value) {
                hosts[Int(key.host)].destinations.failedIPv6 += 1
                for address in names.ipv4(beside: key.address) {
                    wanted.insert(HostAddress(host: key.host, address: address))
                }
            } else {
                hosts[Int(key.host)].destinations.succeededIPv6 += 1
            }
        }
        for key in wanted {
            guard let value = outcome[key] else { continue }
            if hasFailed(value) {
                hosts[Int(key.host)].destinations.failedIPv4 += 1
            } else {
                hosts[Int(key.host)].destinations.succeededIPv4 += 1
            }
        }
    }
}

/// Which IPv4 addresses stand beside an IPv6 address under one name.
private struct AddressNames {
    private var besides: [IPAddress: Set<IPAddress>] = [:]

    init(_ set: ObservationSet) {
        for row in set.dnsNames where !row.a.isEmpty && !row.aaaa.isEmpty {
            for address in row.aaaa { besides[IPAddress(address), default: []].formUnion(row.a.map { IPAddress($0) }) }
        }
        // A client says the name, whatever resolver told it the address.
        var servers: [String: Set<IPAddress>] = [:]
        for row in set.serverNames { servers[row.name, default: []].insert(row.server) }
        for addresses in servers.values {
            for address in addresses where address.family == .ipv6 {
                besides[address, default: []].formUnion(addresses.filter { $0.family == .ipv4 })
            }
        }
    }

    func ipv4(beside address: IPAddress) -> Set<IPAddress> { besides[address] ?? [] }
}

extension FlowRow {
    /// Address configuration and name services of the link: no use of a network.
    var isConfiguration: Bool {
        guard transport == .udp else { return false }
        return [67, 68, 137, 138, 546, 547, 5353, 5355].contains { serverPort == $0 || clientPort == $0 }
    }
}
