import SiteModel
import TrafficObservation

/// Which checks a listed port gets: a connection, and above it what the port is for.
enum PortChecks {
    /// Nil: nothing can be asked there that would tell something.
    static func task(for port: ConfiguredHost.Port) -> ProbeAction.Task? {
        let number = port.number
        func check(_ kind: ProbeCheck.Kind) -> ProbeCheck { ProbeCheck(kind, port: number) }
        switch port.transport {
        case .udp:
            switch number {
            case 53: return .checks([check(.dns)], transport: .udp)
            case 123: return .checks([check(.ntp)], transport: .udp)
            default: return nil
            }
        case .sctp: return nil
        case .tcp:
            let above: [ProbeCheck] =
                switch number {
                case 80, 8080: [check(.http)]
                case 443, 8443: [check(.tls), check(.https)]
                case 25, 587: [check(.smtp)]
                case 465: [check(.tls), check(.smtp)]
                case 22: [check(.ssh)]
                case 53: [check(.dns)]
                // Services that begin with TLS: ldaps, imaps, pop3s, DNS, syslog, SIP, Windows management.
                case 636, 3269, 853, 993, 995, 5061, 5986, 6514: [check(.tls)]
                default: []
                }
            return .checks([check(.tcp)] + above, transport: .tcp)
        }
    }

    static func withoutConnection(_ task: ProbeAction.Task) -> ProbeAction.Task {
        guard case .checks(let checks, let transport) = task else { return task }
        return .checks(checks.filter { $0.kind != .tcp }, transport: transport)
    }

    /// The checks whose answer depends on the name under which the service is asked.
    static func dependsOnName(_ task: ProbeAction.Task) -> Bool {
        guard case .checks(let checks, _) = task else { return false }
        return checks.contains { [.tls, .http, .https].contains($0.kind) }
    }
}
