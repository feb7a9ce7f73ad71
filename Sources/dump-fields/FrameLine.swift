import NetworkTypes
import PacketDecode

/// The facts of one frame in a fixed order; an empty field says that the frame has no such fact.
struct FrameLine {
    static let names = [
        "frame", "link.source", "link.destination", "vlan.outer", "vlan.inner", "ip.source", "ip.destination",
        "inner.source", "inner.destination", "protocol", "port.source", "port.destination", "arp.operation", "arp.mac",
        "arp.address", "arp.target", "icmp.type", "nd.target", "nd.source-link", "nd.target-link", "dhcp4.type",
        "dhcp4.mac", "dhcp4.address", "dhcp4.name", "dhcp4.requested", "dhcp4.server", "dhcp6.type", "dhcp6.client",
        "dhcp6.addresses", "dns.id", "dns.name", "dns.type", "dns.response", "dns.code", "dns.addresses", "anomaly",
    ]

    private var fields: [String: String] = [:]

    var text: String { Self.names.map { fields[$0] ?? "" }.joined(separator: "\t") }

    init(number: UInt64, _ record: FrameRecord, _ bytes: borrowing RawSpan) {
        fields["frame"] = "\(number)"
        if record.anomaly != .none { fields["anomaly"] = record.anomaly.name }
        addLink(record)
        addNetwork(record, bytes)
        guard record.transport == .udp else { return }
        let ports = [record.sourcePort, record.destinationPort]
        let isIPv6 = record.innermostIP.source.family == .ipv6
        if !isIPv6, ports.contains(67) || ports.contains(68) {
            addDHCPv4(record, bytes)
        } else if isIPv6, ports.contains(546) || ports.contains(547) {
            addDHCPv6(record, bytes)
        } else if ports.contains(53) || ports.contains(5353) || ports.contains(5355) {
            addDNS(record, bytes)
        }
    }

    private mutating func addLink(_ record: FrameRecord) {
        if record.hasLinkSource {
            fields["link.source"] = record.linkSource.description
            fields["link.destination"] = record.linkDestination.description
        }
        if record.outerVLAN != FrameRecord.noVLAN { fields["vlan.outer"] = "\(record.outerVLAN)" }
        if record.innerVLAN != FrameRecord.noVLAN { fields["vlan.inner"] = "\(record.innerVLAN)" }
        if record.arp.operation != 0 || record.network == .arp {
            fields["arp.operation"] = "\(record.arp.operation)"
            fields["arp.mac"] = record.arp.senderMAC.description
            fields["arp.address"] = record.arp.senderAddress.description
            fields["arp.target"] = record.arp.targetAddress.description
        }
    }

    private mutating func addNetwork(_ record: FrameRecord, _ bytes: borrowing RawSpan) {
        let isOuterIP = record.network == .ipv4 || record.network == .ipv6
        guard isOuterIP || record.hasInnerIP else { return }
        let outer = isOuterIP ? record.ip : record.innerIP
        let inner = record.innermostIP
        fields["ip.source"] = outer.source.description
        fields["ip.destination"] = outer.destination.description
        fields["inner.source"] = inner.source.description
        fields["inner.destination"] = inner.destination.description
        fields["protocol"] = "\(inner.upperProtocol.rawValue)"
        switch record.transport {
        case .tcp, .udp:
            fields["port.source"] = "\(record.sourcePort)"
            fields["port.destination"] = "\(record.destinationPort)"
        case .icmp: fields["icmp.type"] = "\(record.icmpType)"
        case .icmpv6:
            fields["icmp.type"] = "\(record.icmpType)"
            addNeighbors(record, bytes)
        default: break
        }
    }

    private mutating func addNeighbors(_ record: FrameRecord, _ bytes: borrowing RawSpan) {
        if let message = NeighborDiscoveryMessage(bytes, record.payload) {
            if message.type != ICMPv6Type.routerSolicitation { fields["nd.target"] = message.target.description }
            fields["nd.source-link"] = message.sourceLinkLayer?.description
            fields["nd.target-link"] = message.targetLinkLayer?.description
        } else if let message = RouterAdvertisement(bytes, record.payload, declaredLength: record.payloadLength) {
            fields["nd.source-link"] = message.sourceLinkLayer?.description
        }
    }
    private mutating func addDHCPv4(_ record: FrameRecord, _ bytes: borrowing RawSpan) {
        guard let message = DHCPv4Message(bytes, record.payload) else { return }
        fields["dhcp4.type"] = message.messageType.map { "\($0)" }
        fields["dhcp4.mac"] = message.clientMAC?.description
        fields["dhcp4.address"] = message.yourAddress.description
        fields["dhcp4.name"] = message.hostName.map(Self.plain)
        fields["dhcp4.requested"] = Self.list(message.parameterRequestList.map { "\($0)" })
        fields["dhcp4.server"] = message.serverIdentifier?.description
    }

    private mutating func addDHCPv6(_ record: FrameRecord, _ bytes: borrowing RawSpan) {
        guard let message = DHCPv6Message(bytes, record.payload) else { return }
        fields["dhcp6.type"] = "\(message.type)"
        fields["dhcp6.client"] = message.clientDUID.map { $0.map(Self.hexadecimal).joined() }
        fields["dhcp6.addresses"] = Self.list(message.addresses.map(\.address.description))
    }

    private mutating func addDNS(_ record: FrameRecord, _ bytes: borrowing RawSpan) {
        guard let message = DNSMessage(bytes, record.payload) else { return }
        fields["dns.id"] = "\(message.id)"
        fields["dns.name"] = Self.list(message.questions.map { $0.name.isEmpty ? "." : Self.plain($0.name) })
        fields["dns.type"] = Self.list(message.questions.map { "\($0.type)" })
        fields["dns.response"] = message.isResponse ? "1" : "0"
        if message.isResponse { fields["dns.code"] = "\(message.responseCode & 15)" }
        let addresses: [String] = message.records.compactMap {
            switch $0.data {
            case .a(let address): address.description
            case .aaaa(let address): address.description
            default: nil
            }
        }
        fields["dns.addresses"] = Self.list(addresses)
    }

    private static func list(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ",") }

    private static func hexadecimal(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    /// Text that keeps a line one line and a list a list.
    private static func plain(_ text: String) -> String {
        String(
            decoding: text.utf8.map { 0x20 < $0 && $0 < 0x7f && $0 != 0x2c ? $0 : 0x3f }, as: UTF8.self)
    }
}
