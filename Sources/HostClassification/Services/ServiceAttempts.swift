import NetworkTypes
import TrafficObservation

/// Where a service can be asked.
struct Endpoint: Hashable {
    let address: IPAddress
    let transport: IPProtocol
    let port: UInt16
}

/// What came of the attempts to use one endpoint; the first proof of each outcome.
struct EndpointOutcome {
    private(set) var works: Proof?
    private(set) var hangs: Proof?
    private(set) var refused: Proof?
    private(set) var silent: Proof?
    /// SYNs without an answer.
    private var silentSYNs: UInt64 = 0
    private var isUnreachable = false

    /// One lost packet proves nothing: a client whose IPv4 connection won gives the other one up after one SYN.
    /// RFC 8305 §5.
    private static let leastSilentSYNs = 3

    /// On another link nobody got through: it works from inside only, or the path from there is broken.
    private var failsElsewhere = false

    /// A success outweighs every failure on its link: the endpoint works.
    var answer: FamilyAnswer {
        if works != nil { return failsElsewhere ? .partial : .works }
        if hangs != nil { return .hangs }
        if refused != nil { return .refused }
        return isUnreachable || silentSYNs >= Self.leastSilentSYNs ? .silent : .notTested
    }

    var proof: (ServiceProof.Code, Proof)? {
        switch answer {
        case .works: works.map { (.works, $0) }
        case .hangs: hangs.map { (.hangs, $0) }
        case .refused: refused.map { (.refused, $0) }
        case .silent: silent.map { (.silent, $0) }
        case .partial: silent.map { (.silent, $0) } ?? hangs.map { (.hangs, $0) } ?? refused.map { (.refused, $0) }
        case .worksSoFar, .none, .notTested: nil
        }
    }

    /// What the links saw, each judged by itself.
    init(joining outcomes: [EndpointOutcome]) {
        let answers = outcomes.map(\.answer)
        failsElsewhere =
            answers.contains(.works) && answers.contains { $0 == .silent || $0 == .hangs || $0 == .refused }
        for outcome in outcomes {
            works = [works, outcome.works].compactMap { $0 }.min()
            hangs = [hangs, outcome.hangs].compactMap { $0 }.min()
            refused = [refused, outcome.refused].compactMap { $0 }.min()
            silent = [silent, outcome.silent].compactMap { $0 }.min()
            silentSYNs &+= outcome.silentSYNs
            isUnreachable = isUnreachable || outcome.isUnreachable
        }
    }

    init() {}

    mutating func add(_ outcome: ProbedServices.Outcome, _ proof: Proof) {
        switch outcome {
        case .works: works = min(works ?? proof, proof)
        case .hangs: hangs = min(hangs ?? proof, proof)
        case .refused: refused = min(refused ?? proof, proof)
        case .silent:
            // A check tries often enough before it says so.
            isUnreachable = true
            silent = min(silent ?? proof, proof)
        }
    }

    mutating func add(_ flow: FlowRow, end: CaptureTime) {
        switch AttemptOutcome(flow, end: end) {
        case .works(let proof): works = min(works ?? proof, proof)
        case .hangs(let proof): hangs = min(hangs ?? proof, proof)
        case .refused(let proof): refused = min(refused ?? proof, proof)
        case .unreachable(let proof):
            isUnreachable = true
            silent = min(silent ?? proof, proof)
        case .silent(let proof):
            silentSYNs &+= max(1, flow.clientPackets)
            silent = min(silent ?? proof, proof)
        case .undecided: break
        }
    }
}

/// What one conversation says about its server.
enum AttemptOutcome: Equatable {
    case works(Proof)
    /// Opened and asked, then ten seconds without a byte.
    case hangs(Proof)
    case refused(Proof)
    /// An ICMP error answers for the server.
    case unreachable(Proof)
    /// A SYN that nobody answered within a second.
    case silent(Proof)
    case undecided

    private static let answerNanoseconds: Int64 = 1_000_000_000
    private static let dataNanoseconds: Int64 = 10_000_000_000

    /// - Parameter end: The last moment that the capture shows.
    init(_ flow: FlowRow, end: CaptureTime) {
        switch flow.transport {
        case .tcp: self = Self.tcp(flow, end: end)
        case .udp:
            if let proof = flow.establishingProof {
                self = .works(proof)
            } else {
                // Datagrams get lost, and many need no answer.
                self = flow.unreachable.map { .unreachable($0) } ?? .undecided
            }
        default: self = .undecided
        }
    }

    private static func tcp(_ flow: FlowRow, end: CaptureTime) -> AttemptOutcome {
        if flow.clientPackets > 0, let proof = flow.serverData { return .works(proof) }
        if flow.synAck != nil {
            if let proof = flow.fin, flow.isEstablished { return .works(proof) }
            // A page hangs behind a path that loses large packets, although the handshake was fine. RFC 8899 §1.
            if let asked = flow.clientData, flow.reset == nil,
                end.nanoseconds(since: asked.time) >= dataNanoseconds
            {
                return .hangs(asked)
            }
            return .undecided
        }
        guard let syn = flow.syn else { return .undecided }
        if let reset = flow.reset { return flow.serverPackets > 0 ? .refused(reset) : .undecided }
        if let error = flow.unreachable { return .unreachable(error) }
        // Whoever goes on without a visible answer got one that passed elsewhere.
        guard flow.serverPackets == 0, flow.clientData == nil, flow.fin == nil,
            end.nanoseconds(since: syn.time) >= answerNanoseconds
        else { return .undecided }
        return .silent(syn)
    }
}

/// The attempts at the endpoints of a set of addresses.
struct ServiceAttempts {
    private(set) var outcomes: [Endpoint: EndpointOutcome] = [:]

    /// - Parameter probed: counts as one more link on which clients tried.
    init(_ set: ObservationSet, at addresses: Set<IPAddress>, probed: ProbedServices) {
        if addresses.isEmpty { return }
        var byLink: [Endpoint: [Int: EndpointOutcome]] = [:]
        for flow in set.flows where !flow.isTunnelled && addresses.contains(flow.server) {
            let capture = Int(flow.firstFrame.capture)
            let end =
                (set.captures.indices.contains(capture) ? set.captures[capture].lastSeen : nil)
                ?? set.links[flow.link].lastSeen
            let endpoint = Endpoint(address: flow.server, transport: flow.transport, port: flow.serverPort)
            byLink[endpoint, default: [:]][flow.link, default: EndpointOutcome()].add(flow, end: end)
        }
        for observation in probed.observations where addresses.contains(observation.endpoint.address) {
            byLink[observation.endpoint, default: [:]][-1, default: EndpointOutcome()].add(
                observation.outcome, observation.proof)
        }
        outcomes = byLink.mapValues { links in
            EndpointOutcome(joining: links.sorted { $0.key < $1.key }.map(\.value))
        }
    }
}
