public import NetworkTypes
import SiteModel
public import TrafficObservation

/// Everything that a run will do, known before a packet is sent.
public struct ProbePlan: Sendable {
    /// One line of the plan as people read it.
    public struct Target: Sendable, Equatable {
        public var host: String
        public var name: String?
        public var address: IPAddress
        public var check: ProbeCheck
        /// What is sent: `icmp`, `tcp` or `udp`.
        public var transport: ProbeAction.Transport
        /// The most that one try can cause.
        public var packets: Int
    }

    public struct Refused: Sendable, Hashable {
        public var host: String
        public var address: IPAddress
        public var reason: ProbeRefusal
    }

    /// Checks of addresses that only the answers about a name will tell; each passes the gate first.
    public struct Later: Sendable, Equatable {
        public var host: String
        public var name: String
        public var checks: [ProbeCheck]
        /// For each address, the most that one try can cause.
        public var packets: Int
    }

    public internal(set) var actions: [ProbeAction] = []
    public internal(set) var refused: [Refused] = []
    public internal(set) var later: [Later] = []
    /// SHA-256 over the actions, in hexadecimal: the same plan on another day is the same.
    public internal(set) var digest = ""
    public internal(set) var machines = MachineNumbers()
    /// Names to the hosts that carry them.
    var hostsByName: [String: [ConfiguredHost]] = [:]
    /// A name of the scope that questions to name servers are about; nil: the root.
    var questionName: String?

    public var targets: [Target] { actions.flatMap(Self.targets) }

    static func targets(of action: ProbeAction) -> [Target] {
        switch action.task {
        case .checks(let checks, let transport):
            checks.enumerated().map { position, check in
                Target(
                    host: action.host, name: action.name, address: action.address, check: check, transport: transport,
                    packets: PacketCharge.most(for: check, isFirst: position == 0 && transport == .tcp))
            }
        case .resolve(let isDomain):
            [
                Target(
                    host: action.host, name: action.name, address: action.address, check: ProbeCheck(.dns, port: 53),
                    transport: .udp, packets: PacketCharge.most(forQuestions: NameProbe.mostQuestions(isDomain)))
            ]
        }
    }

    /// The most that one try of everything can cause.
    public var packets: Int { targets.reduce(0) { $0 + $1.packets } }
}
