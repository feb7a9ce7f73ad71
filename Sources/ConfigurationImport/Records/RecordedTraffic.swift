import NetworkTypes
import TrafficObservation

/// Machines of the own network and their services, out of records of traffic.
///
/// A machine is an address that sent something: to be sent to proves nothing, a scan asks for every address there is.
/// Local are private, unique local and link-local addresses; those that the tool calls local; those that spoke to the
/// link alone; and every IPv6 address that shares its /64 with one of the last two.
struct RecordedTraffic {
    private struct Sender {
        let line: UInt32
        var mac: MACAddress?
    }

    private struct Service: Hashable {
        let host: IPAddress
        let transport: IPProtocol
        let port: UInt16
    }

    private var senders: [IPAddress: Sender] = [:]
    private var locals: Set<IPAddress> = []
    private var subnets: Set<UInt64> = []
    private var services: [Service: UInt32] = [:]

    var count: Int { max(senders.count, services.count) }

    // MARK: What a record says

    mutating func sent(_ address: IPAddress, mac: MACAddress? = nil, line: UInt32) {
        guard address.isHostUnicast else { return }
        if senders[address] == nil {
            senders[address] = Sender(line: line, mac: mac)
        } else if senders[address]?.mac == nil {
            senders[address]?.mac = mac
        }
    }

    mutating func isLocal(_ address: IPAddress) {
        guard address.isHostUnicast else { return }
        locals.insert(address)
        if let six = address.ipv6 { subnets.insert(six.high) }
    }

    /// What is sent to a group or a neighbour of the link itself never passed a router.
    mutating func sent(_ source: IPAddress, toLinkOf destination: IPAddress) {
        if destination.ipv6?.isLinkScopeMulticast == true { isLocal(source) }
        // 224.0.0.0/24, RFC 5771 §4.
        if destination.isBroadcast || destination.family == .ipv4 && destination.low >> 8 == 0xe0_0000 {
            isLocal(source)
        }
        if destination.family == .ipv6, destination.isLinkLocal || source.isLinkLocal, !destination.isMulticast {
            isLocal(source)
            isLocal(destination)
        }
    }

    mutating func answered(_ address: IPAddress, _ transport: IPProtocol, port: UInt16, line: UInt32) {
        guard address.isHostUnicast, port != 0 else { return }
        let service = Service(host: address, transport: transport, port: port)
        services[service] = min(services[service] ?? line, line)
    }

    // MARK: What follows

    private func isOwn(_ address: IPAddress) -> Bool {
        if address.isLinkLocal || locals.contains(address) { return true }
        if let four = address.ipv4 { return four.isPrivate }
        guard let six = address.ipv6 else { return false }
        return six.scope == .uniqueLocal || six.scope == .siteLocal || subnets.contains(six.high)
    }

    /// One for each MAC of a machine, else for each address.
    func importedHosts() -> [ImportedHost] {
        let machines = machineMACs()
        var places: [MACAddress: Int] = [:]
        var hosts: [ImportedHost] = []
        for (address, sender) in senders.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) })
        where isOwn(address) {
            let own = ImportedAddress(
                address, origin: address.family == .ipv6 && address.isLinkLocal ? .linkLocal : .unknown,
                line: sender.line)
            let mac = sender.mac.flatMap { machines.contains($0) ? $0 : nil }
            if let mac, let place = places[mac] {
                hosts[place].interfaces[0].addresses.append(own)
                continue
            }
            if let mac { places[mac] = hosts.count }
            let interface = ImportedInterface(name: "", mac: mac, addresses: [own], line: sender.line)
            hosts.append(ImportedHost(name: nil, interfaces: [interface], line: sender.line))
        }
        return hosts
    }

    /// MACs that stand for one machine: behind a router's stand remote addresses, or several of IPv4.
    private func machineMACs() -> Set<MACAddress> {
        var counts: [MACAddress: Int] = [:]
        var routers: Set<MACAddress> = []
        for (address, sender) in senders {
            guard let mac = sender.mac else { continue }
            if !mac.isUnicast || !isOwn(address) { routers.insert(mac) }
            counts[mac, default: 0] += address.family == .ipv4 && !address.isLinkLocal ? 1 : 0
        }
        return Set(counts.filter { $0.value <= 1 }.keys).subtracting(routers)
    }

    func importedServices() -> [ImportedService] {
        services.filter { isOwn($0.key.host) }
            .sorted {
                ($0.value, $0.key.host, $0.key.port, $0.key.transport.rawValue)
                    < ($1.value, $1.key.host, $1.key.port, $1.key.transport.rawValue)
            }
            .map { service, line in
                ImportedService(
                    host: service.host.description, transport: service.transport, port: service.port,
                    families: [service.host.family], line: line)
            }
    }
}
