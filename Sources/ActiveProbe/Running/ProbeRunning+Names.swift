import NetworkTypes
import SiteModel
import TrafficObservation

extension ProbeRunning {
    /// What the answer about a name leads to: checks of addresses that the inventory does not list, and questions about
    /// the servers of a domain. All of it inside the scope.
    func follow(_ report: ActionReport, of action: ProbeAction) {
        guard let names = report.names, let name = action.name else { return }
        let found = (names.a + names.aaaa).compactMap { IPAddress($0) }
        for host in plan.hostsByName[name] ?? [] {
            for address in found where !host.addresses.contains(address) { add(address, of: host, under: name) }
        }
        for server in names.nameServers + names.mailServers where gate.allows(name: server) {
            for resolver in gate.resolvers(at: clock.wallTime) {
                add(
                    ProbeAction(
                        host: plan.hostsByName[server]?.first?.id ?? "domain/\(name)", name: server,
                        address: resolver.address, task: .resolve(isDomain: false),
                        machine: machines.number(of: resolver.address)))
            }
        }
    }

    private func add(_ address: IPAddress, of host: ConfiguredHost, under name: String) {
        do throws(ProbeRefusal) {
            let permitted = try gate.permit(address, of: host, at: clock.wallTime)
            let machine = machines.number(of: address)
            for action in ProbePlan.actions(for: host, permitted, gate, machine: machine)
            where action.name == nil || action.name == name {
                add(action)
            }
        } catch {
            refused.insert(ProbePlan.Refused(host: host.id, address: address, reason: error))
        }
    }
}
