import HostCorrelation
import NetworkTypes
import TrafficObservation

/// Gives what rows of an observation set say to the hosts that they speak of.
struct ClaimCollector {
    /// By index into `HostTable.hosts`.
    private(set) var roles: [Int32: [RoleClaim]] = [:]
    private(set) var vendors: [Int32: [VendorClaim]] = [:]

    private struct LinkMAC: Hashable {
        let link: Int
        let mac: MACAddress
    }

    private struct LinkAddress: Hashable {
        let link: Int
        let address: IPAddress
    }

    private let set: ObservationSet
    private let table: HostTable
    private var hostOfMAC: [LinkMAC: Int32] = [:]
    private var hostOfAddress: [LinkAddress: Int32] = [:]
    private var telephones: Set<LinkMAC> = []

    init(_ table: HostTable, _ set: ObservationSet) {
        self.set = set
        self.table = table
        findHosts()
    }

    /// Only of rows that say something: a million machines need no second table of addresses.
    private mutating func findHosts() {
        var macs: Set<LinkMAC> = []
        for row in set.roleHints { macs.insert(LinkMAC(link: row.link, mac: row.mac)) }
        for row in set.devices { macs.insert(LinkMAC(link: row.link, mac: row.mac)) }
        for row in set.routing { macs.insert(LinkMAC(link: row.link, mac: row.mac)) }
        for row in set.identities where row.kind == .snmpEngine { macs.insert(LinkMAC(link: row.link, mac: row.mac)) }
        var addresses: Set<IPAddress> = []
        for server in set.dhcpServers {
            addresses.formUnion(server.gateways.map { IPAddress($0) })
            addresses.formUnion(server.resolvers)
        }
        for router in set.routers { addresses.formUnion(router.resolvers.map { IPAddress($0) }) }
        if macs.isEmpty, addresses.isEmpty { return }
        let links = Dictionary(table.links.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, host) in table.hosts.enumerated() {
            for row in host.macRows {
                let key = LinkMAC(link: set.macs[row].link, mac: set.macs[row].mac)
                if macs.contains(key) { hostOfMAC[key] = Int32(number) }
            }
            if addresses.isEmpty { continue }
            for binding in host.ipv4 + host.ipv6 where addresses.contains(binding.address) {
                for link in host.links.compactMap({ links[$0] }) {
                    let key = LinkAddress(link: link, address: binding.address)
                    if hostOfAddress[key] == nil { hostOfAddress[key] = Int32(number) }
                }
            }
        }
    }

    private mutating func add(
        _ role: HostRole, _ strength: Double, _ because: ClaimEvidence, _ proof: Proof, to host: Int32?
    ) {
        guard let host else { return }
        roles[host, default: []].append(RoleClaim(role, strength, because: because, proof: proof))
    }

    // MARK: What machines say of themselves

    mutating func addMessages() {
        for device in set.devices { add(device) }
        for row in set.routing {
            let host = hostOfMAC[LinkMAC(link: row.link, mac: row.mac)]
            switch row.protocol {
            case .rip, .ripng, .ospf, .ospfv3, .eigrp, .isis, .pim:
                add(.router, 0.9, .routingProtocol, row.sighting.first, to: host)
            // Servers speak BGP too, to announce their own address.
            case .bgp: add(.router, 0.6, .routingProtocol, row.sighting.first, to: host)
            // Load balancers and servers share an address by VRRP.
            case .vrrp: add(.router, 0.6, .gatewayRedundancy, row.sighting.first, to: host)
            case .hsrp, .glbp: add(.router, 0.9, .gatewayRedundancy, row.sighting.first, to: host)
            }
        }
        for hint in set.roleHints { add(hint) }
        for row in set.identities where row.kind == .snmpEngine {
            guard let maker = EnterpriseNumbers.maker(ofEngine: row.value),
                let host = hostOfMAC[LinkMAC(link: row.link, mac: row.mac)],
                (table.hosts[Int(host)].ipv4 + table.hosts[Int(host)].ipv6).contains(where: {
                    $0.address == row.address
                })
            else { continue }
            vendors[host, default: []].append(
                VendorClaim(maker, 0.9, because: .snmpEngine, proof: row.sighting.first))
        }
    }

    private mutating func add(_ device: DeviceRow) {
        let key = LinkMAC(link: device.link, mac: device.mac)
        let host = hostOfMAC[key]
        let because: ClaimEvidence = device.source == .cdp ? .cdp : .lldp
        let proof = device.sighting.first
        if device.isTelephone {
            // The second socket of a telephone is a bridge.
            telephones.insert(key)
            add(.phone, 0.95, because, proof, to: host)
        } else if device.isAccessPoint {
            add(.accessPoint, 0.95, because, proof, to: host)
        } else if device.isBridge {
            add(.switch, 0.9, because, proof, to: host)
            // Switches that could route say so whether they do or not.
            if device.isRouter { add(.router, 0.5, because, proof, to: host) }
        } else if device.isRouter {
            add(.router, 0.85, because, proof, to: host)
        }
    }

    private mutating func add(_ hint: RoleHintRow) {
        let key = LinkMAC(link: hint.link, mac: hint.mac)
        let host = hostOfMAC[key]
        let proof = hint.sighting.first
        switch hint.role {
        case .router: add(.router, 0.95, .routerAdvertisement, proof, to: host)
        case .resolver:
            add(.resolver, 0.9, .dnsAnswer, proof, to: host)
            add(.server, 0.4, .dnsAnswer, proof, to: host)
        case .dhcpServer:
            add(.dhcpServer, 0.95, .dhcpAnswer, proof, to: host)
            add(.server, 0.3, .dhcpAnswer, proof, to: host)
        case .dhcpv6Server:
            add(.dhcpv6Server, 0.95, .dhcpAnswer, proof, to: host)
            add(.server, 0.3, .dhcpAnswer, proof, to: host)
        // The port that it answered on is a claim of its own; this one may be the same frame.
        case .printer: add(.printer, 0.85, .serviceAnnouncement, proof, to: host)
        case .camera: add(.camera, 0.85, .serviceAnnouncement, proof, to: host)
        case .phone: if !telephones.contains(key) { add(.phone, 0.7, .serviceAnnouncement, proof, to: host) }
        // Ports say it better.
        case .server: break
        }
    }

    // MARK: What servers say of others

    mutating func addServers() {
        for server in set.dhcpServers {
            let link = table.linkOfObserved[server.link]
            for gateway in server.gateways {
                let host = hostOfAddress[LinkAddress(link: link, address: IPAddress(gateway))]
                add(.router, 0.85, .dhcpGateway, server.sighting.first, to: host)
            }
            for resolver in server.resolvers {
                let host = hostOfAddress[LinkAddress(link: link, address: resolver)]
                add(.resolver, 0.5, .dhcpResolver, server.sighting.first, to: host)
            }
        }
        for router in set.routers {
            let link = table.linkOfObserved[router.link]
            for resolver in router.resolvers {
                let host = hostOfAddress[LinkAddress(link: link, address: IPAddress(resolver))]
                add(.resolver, 0.5, .advertisedResolver, router.sighting.first, to: host)
            }
        }
    }
}
