import NetworkTypes
public import TrafficObservation

/// One step of the proof of a state: a code, the frame, and the filter that finds it.
///
/// It keeps what the texts are made of, because most of them are never read.
public struct Reason: Sendable {
    public let proof: Proof
    private let fact: Fact

    enum Fact {
        case binding(BindingEvidence, MACAddress, IPAddress)
        case flow(Flow, failed: Bool)
        /// An address behind a router.
        case routedSource(IPAddress)
        case frame(claim: String)
        case text(claim: String, filter: String)
    }

    struct Flow {
        let client: IPAddress
        let server: IPAddress
        let transport: IPProtocol
        let clientPort: UInt16
        let serverPort: UInt16
    }

    public init(claim: String, proof: Proof, filter: String) {
        self.proof = proof
        fact = .text(claim: claim, filter: filter)
    }

    init(_ fact: Fact, _ proof: Proof) {
        self.proof = proof
        self.fact = fact
    }

    /// `binding.arp-reply`, `flow.tcp.ipv6`, `visibility.ipv6` …
    public var claim: String {
        switch fact {
        case .binding(let evidence, _, _): "binding.\(evidence.rawValue)"
        case .flow(let flow, let failed):
            "flow.\(flow.transport == .tcp ? "tcp" : "udp").\(flow.client.family.name)\(failed ? ".failed" : "")"
        case .routedSource: "source.routed"
        case .frame(let claim), .text(let claim, _): claim
        }
    }

    /// A Wireshark display filter that matches the frame and no other of its capture.
    public var filter: String {
        let number = "frame.number == \(proof.frame)"
        switch fact {
        case .binding(let evidence, let mac, let address):
            return "\(evidence.displayFilter(mac: mac.description, address: address.description)) && \(number)"
        case .flow(let flow, _):
            let field = flow.client.family == .ipv4 ? "ip.addr" : "ipv6.addr"
            let port = flow.transport == .tcp ? "tcp.port" : "udp.port"
            return "\(field) == \(flow.client) && \(field) == \(flow.server)"
                + " && \(port) == \(flow.clientPort) && \(port) == \(flow.serverPort) && \(number)"
        case .routedSource(let address):
            return "\(address.family == .ipv4 ? "ip.src" : "ipv6.src") == \(address) && \(number)"
        case .frame: return number
        case .text(_, let filter): return filter
        }
    }
}

extension Reason.Flow {
    init(_ row: FlowRow) {
        self.init(
            client: row.client, server: row.server, transport: row.transport, clientPort: row.clientPort,
            serverPort: row.serverPort)
    }
}
