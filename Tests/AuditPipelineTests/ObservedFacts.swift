import NetworkTypes
import PacketDecode
import TrafficObservation

/// An observation set as texts, one for each fact, as `OracleFacts` writes them.
struct ObservedFacts {
    private(set) var facts: [String: Set<String>] = [:]

    init(_ set: ObservationSet) {
        for link in set.links where !link.key.isOverlay {
            for vlan in [link.key.outerVLAN, link.key.innerVLAN] where vlan != FrameRecord.noVLAN {
                add("vlan", "\(vlan)")
            }
        }
        addMachines(set)
        addTunnels(set)
        addRouters(set)
        addServers(set)
        addNames(set)
    }

    private mutating func add(_ fact: String, _ text: String) { facts[fact, default: []].insert(text) }

    /// The oracle lists a MAC inside a tunnel only where something binds an address to it.
    private mutating func addMachines(_ set: ObservationSet) {
        var outside = Set(set.macs.filter { !$0.isInsideTunnel }.map(\.mac))
        outside.formUnion(set.bindings.filter { !set.links[$0.link].key.isOverlay }.map(\.mac))
        for row in set.bindings {
            add("binding", "\(row.mac) \(row.address)")
            if !outside.contains(row.mac) { add("inner-mac", row.mac.description) }
        }
        for device in set.devices where device.source == .lldp {
            for address in device.managementAddresses { add("lldp", "\(device.mac) \(address)") }
        }
    }

    private mutating func addTunnels(_ set: ObservationSet) {
        for row in set.tunnels {
            let text = "\(row.kind.rawValue) \(row.outerSource) \(row.outerDestination)"
            add("tunnel", text)
            for source in row.innerSources { add("tunnel-source", "\(text) \(source)") }
        }
    }

    private mutating func addRouters(_ set: ObservationSet) {
        for row in set.routers where !set.links[row.link].key.isOverlay {
            add("router", "\(row.source) \(row.mac == .zero ? "" : row.mac.description)")
            add("router-lifetime", "\(row.source) \(row.largestLifetimeSeconds)")
            for prefix in row.prefixes.values {
                add(
                    "router-prefix",
                    "\(row.source) \(prefix.prefix)\(prefix.isOnLink ? " on-link" : "")"
                        + (prefix.isAutonomous ? " autonomous" : ""))
            }
            for resolver in row.resolvers { add("router-resolver", "\(row.source) \(resolver)") }
        }
    }

    private mutating func addServers(_ set: ObservationSet) {
        for row in set.dhcpServers {
            add(row.address.family == .ipv4 ? "dhcpv4-server" : "dhcpv6-server", row.address.description)
            for gateway in row.gateways { add("dhcpv4-gateway", "\(row.address) \(gateway)") }
        }
        for row in set.flows where row.synAck != nil { add("tcp-service", "\(row.server) \(row.serverPort)") }
        for row in set.serverNames where row.source != .http {
            add("server-name", "\(row.name) \(row.server) \(row.port) \(row.source == .quic ? "quic" : "tcp")")
        }
    }

    private mutating func addNames(_ set: ObservationSet) {
        for row in set.dnsNames {
            guard row.aQuestions != nil || row.aaaaQuestions != nil || row.aAnswers != nil || row.aaaaAnswers != nil
            else { continue }
            add("dns-name", row.name)
            for address in row.a { add("dns-address", "\(row.name) \(address)") }
            for address in row.aaaa { add("dns-address", "\(row.name) \(address)") }
        }
        for row in set.hostNames {
            switch row.source {
            case .mdns, .llmnr, .nbns: add(row.source.rawValue, row.name.lowercased())
            default: break
            }
        }
    }
}
