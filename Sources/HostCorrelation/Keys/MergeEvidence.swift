import NetworkTypes
public import TrafficObservation

/// A frame that shows a key, and the display filter that finds it in Wireshark.
public struct MergeEvidence: Sendable {
    public let proof: Proof
    private let fact: Fact

    enum Fact {
        case binding(BindingEvidence, MACAddress, IPAddress)
        case identity(IdentityKind, MACAddress, IPAddress)
        case name(NameSource, MACAddress)
        case device(NameSource, MACAddress)
        case source(IPAddress)
        case conversation(IPAddress, IPAddress)
        case dnsName(String)
        case sent(MACAddress)
        case text(condition: String?)
    }

    /// - Parameter condition: a display filter that the frame meets.
    public init(condition: String?, proof: Proof) {
        self.init(.text(condition: condition), proof)
    }

    init(_ fact: Fact, _ proof: Proof) {
        self.fact = fact
        self.proof = proof
    }

    /// Matches the frame and no other of its capture.
    public var filter: String {
        guard let condition else { return plainFilter }
        return "\(condition) && \(plainFilter)"
    }

    /// The same by the number of the frame alone, where the condition may not be shown.
    public var plainFilter: String { "frame.number == \(proof.frame)" }

    private var condition: String? {
        switch fact {
        case .binding(let evidence, let mac, let address):
            evidence.displayFilter(mac: mac.description, address: address.description)
        case .identity(let kind, let mac, let address): Self.condition(kind, mac, address)
        case .name(let source, let mac): Self.condition(source, mac)
        case .device(let source, _): source == .lldp ? "lldp" : "cdp"
        case .source(let address): "\(address.filterField).src == \(address)"
        case .conversation(let a, let b): "\(a.filterField).addr == \(a) && \(b.filterField).addr == \(b)"
        case .sent(let mac): "sll.src.eth == \(mac)"
        case .text(let condition): condition
        case .dnsName(let name): name.isPlainForFilter ? "dns.resp.name == \"\(name)\"" : "dns"
        }
    }

    private static func condition(_ kind: IdentityKind, _ mac: MACAddress, _ address: IPAddress) -> String? {
        let from = !address.isHostUnicast ? nil : "\(address.filterField).src == \(address)"
        switch kind {
        case .sshHostKey, .computerName, .tlsKey, .snmpEngine, .upnpDevice, .wsDiscoveryEndpoint: return from
        case .chassis: return "lldp"
        case .mdnsHost: return "mdns"
        case .dnsPointer: return "dns"
        case .accountingSession: return "radius"
        case .hardwareAddress: return "dhcp"
        case .dhcpName, .uniqueIdentifier:
            if address.family == .ipv6 { return "dhcpv6" }
            return mac == .zero ? "dhcp" : BindingEvidence.orCut("dhcp.hw.mac_addr == \(mac)")
        }
    }

    private static func condition(_ source: NameSource, _ mac: MACAddress) -> String? {
        switch source {
        case .mdns: "mdns"
        case .dhcp: BindingEvidence.orCut("dhcp.hw.mac_addr == \(mac)")
        case .dhcpv6: "dhcpv6"
        case .llmnr: "llmnr"
        case .nbns: "(nbns || nbdgm)"
        case .dns: "dns"
        case .lldp: "lldp"
        case .cdp: "cdp"
        case .snmp: "snmp"
        case .configuration: nil
        }
    }
}

extension IPAddress {
    /// The protocol's name in display filters.
    fileprivate var filterField: String { family == .ipv4 ? "ip" : "ipv6" }
}

extension String {
    /// Letters, digits, dots, hyphens and underscores: nothing that would end the text of a filter.
    fileprivate var isPlainForFilter: Bool {
        !isEmpty
            && utf8.allSatisfy { octet in
                switch octet {
                case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
                default: false
                }
            }
    }
}
