public import NetworkTypes
public import TrafficObservation

/// One thing that is done to one address: a chain of checks over one exchange, or the questions about one name.
public struct ProbeAction: Sendable, Hashable {
    public enum Task: Sendable, Hashable {
        /// Checks of which each needs the one before: `tcp/443`, `tls/443`, `https/443`.
        case checks([ProbeCheck], transport: Transport)
        /// A and AAAA, for a domain NS and MX too; asked of `address`.
        case resolve(isDomain: Bool)
    }

    public enum Transport: String, Sendable {
        case icmp, tcp, udp
    }

    /// The id of the configured host; empty for names.
    public let host: String
    /// The name under which it is asked; nil: by its address.
    public let name: String?
    public let address: IPAddress
    public let task: Task
    /// Machines are asked one thing at a time; actions with the same number concern the same machine.
    public var machine: Int

    public init(host: String, name: String? = nil, address: IPAddress, task: Task, machine: Int = 0) {
        self.host = host
        self.name = name
        self.address = address
        self.task = task
        self.machine = machine
    }

    public var checks: [ProbeCheck] {
        guard case .checks(let checks, _) = task else { return [] }
        return checks
    }

    /// Says the same for the same action in every run.
    public var key: String { "\(host)|\(name ?? "")|\(address)|\(what)" }

    /// What is done, for the log: `tcp/443+tls/443`, `names`.
    public var what: String {
        switch task {
        case .checks(let checks, let transport):
            transport == .udp
                ? "udp:" + checks.map(\.description).joined(separator: "+")
                : checks.map(\.description).joined(separator: "+")
        case .resolve(let isDomain): isDomain ? "names+domain" : "names"
        }
    }
}
