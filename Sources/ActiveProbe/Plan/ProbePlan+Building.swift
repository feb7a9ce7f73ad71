public import NetworkTypes
public import SiteModel
import TrafficObservation

extension ProbePlan {
    /// - Parameters:
    ///   - time: rows and authorisations hold on days.
    ///   - only: ids or names of rows; empty: all.
    public init(gate: ProbeGate, at time: CaptureTime, only: [String] = []) {
        self.init()
        let site = gate.site
        let day = time.date(offsetMinutes: site.utcOffsetMinutes)
        let hosts = gate.index.hosts.filter { host in
            host.probe != false && host.validity.contains(day) && (only.isEmpty || only.contains { host.isCalled($0) })
        }
        for host in hosts { machines.join(host.addresses) }
        addNames(of: hosts, gate, time, withDomains: only.isEmpty)
        var perHost: [[ProbeAction]] = []
        for host in hosts {
            var actions: [ProbeAction] = []
            var seen: Set<IPAddress> = []
            for address in host.addresses where seen.insert(address).inserted {
                do throws(ProbeRefusal) {
                    let permitted = try gate.permit(address, of: host, at: time)
                    actions += Self.actions(for: host, permitted, gate, machine: machines.number(of: address))
                } catch {
                    refused.append(Refused(host: host.id, address: address, reason: error))
                }
            }
            perHost.append(actions)
        }
        // Host by host in turns, so that no machine is asked everything at once.
        let most = perHost.lazy.map(\.count).max() ?? 0
        for turn in 0..<most {
            for actions in perHost where turn < actions.count { self.actions.append(actions[turn]) }
        }
        digest = SHA256Text.of(self.actions.map(\.key).joined(separator: "\n"))
    }

    /// What is asked of one address of a host.
    static func actions(
        for host: ConfiguredHost, _ permitted: PermittedAddress, _ gate: ProbeGate, machine: Int
    ) -> [ProbeAction] {
        let address = permitted.address
        func action(_ name: String?, _ task: ProbeAction.Task) -> ProbeAction {
            ProbeAction(host: host.id, name: name, address: address, task: task, machine: machine)
        }
        let echo = ProbeCheck(.icmpEcho)
        let checks = address.family == .ipv6 ? [echo, ProbeCheck(.pathMTU)] : [echo]
        var actions = [action(nil, .checks(checks, transport: .icmp))]
        let names = askedNames(of: host, gate)
        for port in Set(host.ports).sorted() {
            guard let task = PortChecks.task(for: port) else { continue }
            if PortChecks.dependsOnName(task), !names.isEmpty {
                // The connection is the same for every name: the first one speaks for it.
                actions += names.enumerated().map { action($1, $0 == 0 ? task : PortChecks.withoutConnection(task)) }
            } else {
                actions.append(action(nil, task))
            }
        }
        return actions
    }

    static func askedNames(of host: ConfiguredHost, _ gate: ProbeGate) -> [String] {
        var seen: Set<String> = []
        return Array(
            host.names.filter { gate.allows(name: $0) && seen.insert($0).inserted }.prefix(ProbeLimits.namesOfHost))
    }

    /// Questions to every resolver about the names of hosts and the domains of the scope.
    private mutating func addNames(
        of hosts: [ConfiguredHost], _ gate: ProbeGate, _ time: CaptureTime, withDomains: Bool
    ) {
        var domains: Set<String> = []
        if withDomains {
            domains = Set((gate.site.domains.map(\.name) + gate.site.scope.names).filter { gate.allows(name: $0) })
        }
        questionName = gate.site.scope.names.first { gate.allows(name: $0) }
        var names: [String] = []
        var seen: Set<String> = []
        for host in hosts {
            let hasPorts = !host.ports.isEmpty
            for name in Self.askedNames(of: host, gate) {
                if seen.insert(name).inserted { names.append(name) }
                hostsByName[name, default: []].append(host)
                let checks = host.ports.compactMap(PortChecks.task).flatMap { task -> [ProbeCheck] in
                    guard case .checks(let checks, _) = task else { return [] }
                    return checks
                }
                guard hasPorts else { continue }
                later.append(
                    Later(
                        host: host.id, name: name, checks: checks,
                        packets: checks.reduce(0) { $0 + PacketCharge.most(for: $1, isFirst: false) }))
            }
        }
        for domain in domains.sorted() where seen.insert(domain).inserted { names.append(domain) }
        let resolvers = gate.resolvers(at: time)
        for name in names {
            let host = hostsByName[name]?.first?.id ?? "domain/\(name)"
            for resolver in resolvers {
                actions.append(
                    ProbeAction(
                        host: host, name: name, address: resolver.address,
                        task: .resolve(isDomain: domains.contains(name)),
                        machine: machines.number(of: resolver.address)))
            }
        }
    }
}

extension ConfiguredHost {
    /// By its id, its component, one of its names or addresses.
    public func isCalled(_ text: String) -> Bool {
        id == text || name == text || names.contains(text.lowercased()) || addresses.contains { "\($0)" == text }
    }
}
