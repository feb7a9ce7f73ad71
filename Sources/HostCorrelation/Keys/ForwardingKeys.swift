import NetworkTypes
import TrafficObservation

extension KeyCollector {
    /// A9 and A10: cards of one machine that the traffic itself shows.
    mutating func collectForwarding() {
        collectCapturePoint()
        collectForwarded()
    }

    /// The machine that captured on all its interfaces sends with its own cards. A card that it also received from is
    /// another machine's whose frames it bridges.
    private mutating func collectCapturePoint() {
        struct Card: Hashable {
            let capture: UInt32
            let mac: MACAddress
        }
        var received: Set<Card> = []
        var sent: [UInt32: [Int32]] = [:]
        for (number, node) in graph.nodes.enumerated() where node.macRow >= 0 {
            let row = set.macs[Int(node.macRow)]
            let capture = set.links[row.link].key.capture
            if row.isReceivedByCapturePoint { received.insert(Card(capture: capture, mac: row.mac)) }
            if row.isSentByCapturePoint { sent[capture, default: []].append(Int32(number)) }
        }
        for (capture, nodes) in sent.sorted(by: { $0.key < $1.key }) {
            let own = nodes.filter { number in
                let node = graph.nodes[Int(number)]
                let isReceived = received.contains(Card(capture: capture, mac: node.mac))
                return !isReceived && (node.mac.identifiesMachine || isAlone(node, among: nodes))
            }
            add(
                .capturePoint, nil,
                own.map {
                    KeyGroup.Member(
                        node: $0,
                        evidence: MergeEvidence(.sent(graph.nodes[Int($0)].mac), graph.nodes[Int($0)].firstProof))
                })
        }
    }

    /// A random or virtual card counts only where the interface is known and no other card sent on it: containers share
    /// the interface of their host.
    private func isAlone(_ node: MACNode, among nodes: [Int32]) -> Bool {
        !node.mac.isVirtualRouter && set.links[Int(node.observed)].key.cookedInterface != 0
            && nodes.count { graph.nodes[Int($0)].observed == node.observed } == 1
    }

    private struct Conversation: Hashable {
        let capture: UInt32
        let client: IPAddress
        let server: IPAddress
        let ports: UInt32
        let transport: IPProtocol

        init(_ flow: FlowRow, capture: UInt32) {
            self.capture = capture
            client = flow.client
            server = flow.server
            ports = UInt32(flow.clientPort) << 16 | UInt32(flow.serverPort)
            transport = flow.transport
        }
    }

    private struct SourceOnLink: Hashable {
        let link: Int32
        let mac: MACAddress
        let address: IPAddress
    }

    /// One conversation on two links of one capture: what the client gave to one card left by the other with a hop limit
    /// lower by one, so that one machine stood between them. RFC 1812 §5.3.1, RFC 8200 §3.
    private mutating func collectForwarded() {
        var linksOf: [UInt32: Set<Int>] = [:]
        for (number, link) in set.links.enumerated() where !link.key.isOverlay {
            linksOf[link.key.capture, default: []].insert(graph.linkOfObserved[number])
        }
        guard linksOf.values.contains(where: { $0.count > 1 }) else { return }
        var seen: [Conversation: [Int32]] = [:]
        for (number, flow) in set.flows.enumerated()
        where !flow.isTunnelled && !set.links[flow.link].key.isOverlay
            && flow.clientMAC.isUnicast && flow.serverMAC.isUnicast
        {
            let capture = set.links[flow.link].key.capture
            guard linksOf[capture]?.count ?? 0 > 1 else { continue }
            seen[Conversation(flow, capture: capture), default: []].append(Int32(number))
        }
        let twice = seen.values.filter { (2...Self.mostLinks).contains($0.count) }
            .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        guard !twice.isEmpty else { return }
        let hopLimits = hopLimits(of: twice)
        var found: [CardPair: [KeyGroup.Member]] = [:]
        for rows in twice {
            for one in rows {
                for other in rows where one != other { noteForwarded(Int(one), Int(other), hopLimits, &found) }
            }
        }
        for (_, members) in found.sorted(by: { ($0.key.entry, $0.key.exit) < ($1.key.entry, $1.key.exit) }) {
            add(.forwarding, nil, members)
        }
    }

    /// The nodes of two cards of a router.
    private struct CardPair: Hashable {
        let entry: Int32
        let exit: Int32
    }

    private static let mostLinks = 4

    private func hopLimits(of rows: [[Int32]]) -> [SourceOnLink: UInt8] {
        var result: [SourceOnLink: UInt8] = [:]
        for number in rows.joined() {
            let flow = set.flows[Int(number)]
            result[SourceOnLink(link: Int32(flow.link), mac: flow.clientMAC, address: flow.client)] = 0
            result[SourceOnLink(link: Int32(flow.link), mac: flow.serverMAC, address: flow.server)] = 0
        }
        for source in set.sources {
            let key = SourceOnLink(link: Int32(source.link), mac: source.mac, address: source.address)
            if result[key] != nil { result[key] = source.largestHopLimit }
        }
        return result
    }

    /// Both directions, each by itself: an answer may take another way. Of many conversations the first is kept.
    private func noteForwarded(
        _ before: Int, _ after: Int, _ hopLimits: [SourceOnLink: UInt8], _ found: inout [CardPair: [KeyGroup.Member]]
    ) {
        let (one, other) = (set.flows[before], set.flows[after])
        guard graph.linkOfObserved[one.link] != graph.linkOfObserved[other.link] else { return }
        for isClient in [true, false] {
            let address = isClient ? one.client : one.server
            let card = isClient ? one.clientMAC : one.serverMAC
            let entry = isClient ? one.clientNextHop : one.serverNextHop
            let exit = isClient ? other.clientMAC : other.serverMAC
            let (old, new) = (
                hopLimits[SourceOnLink(link: Int32(one.link), mac: card, address: address)] ?? 0,
                hopLimits[SourceOnLink(link: Int32(other.link), mac: exit, address: address)] ?? 0
            )
            guard new > 0, old == new &+ 1, entry != exit, let a = node(of: entry, on: one.link),
                let b = node(of: exit, on: other.link), !graph.nodes[Int(a)].isVirtual, !graph.nodes[Int(b)].isVirtual
            else { continue }
            let pair = CardPair(entry: a, exit: b)
            if let proof = found[pair]?.first?.evidence?.proof, proof < one.firstFrame { continue }
            found[pair] = [
                KeyGroup.Member(
                    node: a, evidence: MergeEvidence(.conversation(one.client, one.server), one.firstFrame)),
                KeyGroup.Member(
                    node: b, evidence: MergeEvidence(.conversation(other.client, other.server), other.firstFrame)),
            ]
        }
    }
}
