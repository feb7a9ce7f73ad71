import NetworkTypes
import SiteModel
import TrafficObservation

/// A name that clients ask for, with what is known of its addresses and ports.
struct ServiceName {
    struct Port: Hashable, Comparable {
        let transport: IPProtocol
        let number: UInt16

        static func < (a: Port, b: Port) -> Bool { (a.transport.rawValue, a.number) < (b.transport.rawValue, b.number) }
    }

    let name: String
    /// Published, by DNS or as a client used them with the name.
    var ipv4: [IPAddress] = []
    var ipv6: [IPAddress] = []
    /// Of its machines in the site's list.
    var listed: [IPAddress] = []
    /// DNS answered that there is none.
    var isWithoutIPv4 = false
    var isWithoutIPv6 = false
    var ports: Set<Port> = []
    var proofs: [ServiceProof] = []
}

/// The names of services: those that clients asked servers for, those of the site's list and of its domains.
struct ServiceNames {
    /// Sorted by name.
    let all: [ServiceName]

    private static let limit = 100_000

    var addresses: Set<IPAddress> {
        all.reduce(into: []) { addresses, name in
            addresses.formUnion(name.ipv4)
            addresses.formUnion(name.ipv6)
            addresses.formUnion(name.listed)
        }
    }

    init(_ set: ObservationSet, _ site: Site?) {
        var names: [String: ServiceName] = [:]
        var used: [String: Set<IPAddress>] = [:]
        // An address in the place of a name names nothing.
        for row in set.serverNames where IPAddress(row.name) == nil && names.count < Self.limit {
            names[row.name, default: ServiceName(name: row.name)].ports.insert(
                ServiceName.Port(transport: row.transport, number: row.port))
            used[row.name, default: []].insert(row.server)
        }
        for component in (site?.systems ?? []).flatMap(\.components) + (site?.devices ?? []) {
            for name in component.names {
                let name = name.lowercased()
                var known = names[name] ?? ServiceName(name: name)
                known.listed += component.addresses
                known.ports.formUnion(component.ports.compactMap(ServiceName.Port.init))
                names[name] = known
            }
        }
        let domains = site?.domains.map(\.name) ?? []
        for row in set.dnsNames {
            let isOwn = domains.contains { row.name == $0 || row.name.hasSuffix("." + $0) }
            guard names[row.name] != nil || isOwn && (!row.a.isEmpty || !row.aaaa.isEmpty) && names.count < Self.limit
            else { continue }
            names[row.name, default: ServiceName(name: row.name)].add(row)
        }
        for (name, servers) in used {
            guard var known = names[name] else { continue }
            for server in servers.sorted() {
                if server.family == .ipv4 {
                    if !known.ipv4.contains(server) { known.ipv4.append(server) }
                } else if !known.ipv6.contains(server) {
                    known.ipv6.append(server)
                }
            }
            names[name] = known
        }
        all = names.values.sorted { $0.name < $1.name }
    }
}

extension ServiceName {
    /// What DNS says of it. Addresses that a DNS64 made are IPv4 in another form. RFC 6147 §5.1.
    fileprivate mutating func add(_ row: DNSNameRow) {
        ipv4 += row.a.sorted().map { IPAddress($0) }
        ipv6 += row.aaaa.filter { $0.scope != .nat64 }.sorted().map { IPAddress($0) }
        isWithoutIPv4 = ipv4.isEmpty && row.aAnswers != nil
        isWithoutIPv6 = ipv6.isEmpty && row.aaaaAnswers != nil && row.aaaaErrors.isEmpty
        if let answer = row.aAnswers {
            proofs.append(ServiceProof(ipv4.isEmpty ? .emptyAnswer : .addressSeen, .ipv4, answer.first))
        }
        if let answer = row.aaaaAnswers, row.aaaaErrors.isEmpty || !ipv6.isEmpty {
            proofs.append(ServiceProof(ipv6.isEmpty ? .emptyAnswer : .addressSeen, .ipv6, answer.first))
        }
    }
}

extension ServiceName.Port {
    /// Nil for a transport that no conversation is kept of.
    fileprivate init?(_ port: ConfiguredHost.Port) {
        switch port.transport {
        case .tcp: self.init(transport: .tcp, number: port.number)
        case .udp: self.init(transport: .udp, number: port.number)
        case .sctp: return nil
        }
    }
}
