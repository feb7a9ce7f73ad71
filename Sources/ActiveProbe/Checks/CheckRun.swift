import NetworkTypes
import TrafficObservation

/// One try of one action.
protocol CheckRun: Exchange {
    /// Whole when the exchange is done.
    var report: ActionReport { get }
}

/// What a try may need beside its address.
struct CheckContext {
    /// A name of the scope for questions to name servers; nil: the root is asked about.
    var questionName: String?
    /// Whether an address may be asked for the names that point back from it.
    var allowsPointer: (IPAddress) -> Bool
}

enum CheckRuns {
    static func make(_ action: ProbeAction, to peer: PermittedAddress, _ context: CheckContext) -> any CheckRun {
        guard case .checks(let checks, let transport) = action.task else {
            return NameProbe(action, to: peer, context)
        }
        switch transport {
        case .icmp: return EchoProbe(checks, to: peer)
        case .tcp: return StreamProbe(checks, name: action.name, to: peer, context)
        case .udp:
            let isTime = checks.first?.kind == .ntp
            return isTime ? TimeProbe(checks, to: peer) : NameServerProbe(checks, to: peer, context)
        }
    }
}
