import HostClassification
import HostCorrelation
import NetworkTypes
import Testing

@testable import PacketDecode
@testable import TrafficObservation

/// A link with a dual-stack machine, an IPv4-only printer and a router, as the stages before the report give it.
enum DocumentFixture {
    static let desktop = "h-0000000000000002"
    static let printer = "h-0000000000000001"
    static let start = CaptureTime(seconds: 1_795_500_000)
    static let end = CaptureTime(seconds: 1_795_500_600)

    static func proof(_ frame: UInt64, seconds: Int64 = 0) -> Proof {
        Proof(capture: 0, frame: frame, time: CaptureTime(seconds: 1_795_500_000 + seconds))
    }

    static func mac(_ text: String) throws -> MACAddress { try #require(MACAddress(text)) }
    static func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    static func traffic(_ sizes: UInt32...) -> TrafficCount {
        sizes.reduce(into: TrafficCount()) { $0.add(bytes: $1) }
    }

    // MARK: Observations

    static func observations() throws -> ObservationSet {
        var set = ObservationSet()
        var capture = CaptureObservation(path: "site/captures/lan.pcap", format: "pcap")
        capture.linkTypes = ["EN10MB"]
        capture.packets = 100
        capture.bytes = 9000
        capture.firstSeen = start
        capture.lastSeen = end
        capture.anomalies = ["decoder.ipv6.truncated": 3]
        set.captures = [capture, CaptureObservation(path: "empty.pcap", format: "pcap")]
        let tags: [(UInt16, UInt16)] = [(FrameRecord.noVLAN, FrameRecord.noVLAN), (10, FrameRecord.noVLAN), (10, 20)]
        set.links = tags.map { outer, inner in
            var link = LinkObservation(
                key: LinkKey(capture: 0, interface: 0, cookedInterface: 0, outerVLAN: outer, innerVLAN: inner),
                time: start)
            link.frames = 100
            return link
        }
        set.routers = [try router()]
        set.dhcpServers = [
            server(try mac("00:0d:b9:00:00:01"), try address("10.0.0.1"), nil),
            server(try mac("00:0d:b9:00:00:01"), try address("fe80::1"), [0, 3, 0, 1]),
        ]
        set.dnsNames = try names()
        set.tunnels = try tunnels()
        set.links[1].portAuthentication = Sighting(proof(12))
        set.serverNames = try serverNames()
        set.routing = try routing()
        set.devices = try devices()
        set.identities = try identities()
        return set
    }

    private static func server(_ mac: MACAddress, _ address: IPAddress, _ duid: [UInt8]?) -> DHCPServerRow {
        DHCPServerRow(link: 0, mac: mac, address: address, duid: duid, sighting: Sighting(proof(9)))
    }

    private static func names() throws -> [DNSNameRow] {
        var inside = DNSNameRow(name: "www.office.example")
        inside.a = [try #require(IPv4Address("10.0.0.9")), try #require(IPv4Address("10.0.0.10"))]
        inside.aaaaQuestions = Sighting(proof(20))
        inside.aaaaAnswers = Sighting(proof(21))
        var outside = DNSNameRow(name: "private.elsewhere.test")
        outside.a = [try #require(IPv4Address("198.51.100.1"))]
        outside.aaaa = [try #require(IPv6Address("2001:db8:f::1"))]
        outside.aQuestions = Sighting(proof(22))
        return [outside, inside, DNSNameRow(name: "printer.local"), DNSNameRow(name: "desktop")]
    }

    /// One name of the site on two links, two of elsewhere on one server, and an address.
    private static func serverNames() throws -> [ServerNameRow] {
        let rows: [(Int, String, String, UInt16, IPProtocol, ServerNameSource, UInt64)] = [
            (1, "www.office.example", "2001:db8:0:1::80", 443, .udp, .quic, 40),
            (1, "www.office.example", "10.0.0.9", 443, .tcp, .tls, 42),
            (0, "www.office.example", "10.0.0.9", 443, .tcp, .tls, 41),
            (0, "private.elsewhere.test", "198.51.100.1", 443, .tcp, .tls, 43),
            (0, "private.elsewhere.test", "198.51.100.2", 443, .tcp, .tls, 44),
            (0, "10.0.0.9", "10.0.0.9", 80, .tcp, .http, 45),
        ]
        return try rows.map { link, name, server, port, transport, source, frame in
            ServerNameRow(
                link: link, name: name, server: try address(server), port: port, transport: transport, source: source,
                sighting: Sighting(proof(frame, seconds: Int64(frame))))
        }
    }

    private static func routing() throws -> [RoutingRow] {
        let mac = try mac("00:0d:b9:00:00:01")
        return [
            RoutingRow(
                link: 2, mac: mac, protocol: .isis, family: .ipv6, source: nil, group: 0, sighting: Sighting(proof(52))),
            RoutingRow(
                link: 1, mac: mac, protocol: .vrrp, family: .ipv4, source: try address("10.0.0.2"), group: 7,
                addresses: [try address("10.0.0.254"), try address("10.0.0.1")], sighting: Sighting(proof(51))),
            RoutingRow(
                link: 0, mac: mac, protocol: .vrrp, family: .ipv4, source: try address("10.0.0.2"), group: 7,
                addresses: [try address("10.0.0.3")], sighting: Sighting(proof(50))),
            RoutingRow(
                link: 0, mac: .zero, protocol: .ospfv3, family: .ipv6, source: try address("fe80::1"), group: 0,
                sighting: Sighting(proof(53))),
        ]
    }

    private static func devices() throws -> [DeviceRow] {
        let mac = try mac("00:0d:b9:00:00:09")
        var silent = DeviceRow(link: 0, mac: mac, source: .lldp, sighting: Sighting(proof(60)))
        silent.isBridge = true
        var named = DeviceRow(link: 1, mac: mac, source: .lldp, sighting: Sighting(proof(61)))
        named.name = "core.elsewhere.test"
        named.isRouter = true
        named.managementAddresses = [try address("2001:db8::9"), try address("10.0.0.200"), try address("10.0.0.9")]
        var telephone = DeviceRow(link: 2, mac: mac, source: .cdp, sighting: Sighting(proof(62)))
        telephone.name = "phone-1"
        telephone.isTelephone = true
        telephone.isAccessPoint = true
        return [silent, named, telephone]
    }

    private static func identities() throws -> [IdentityRow] {
        let mac = try mac("02:00:00:00:00:02")
        let (low, high) = (try address("10.0.0.9"), try address("10.0.0.100"))
        return [
            IdentityRow(
                link: 0, mac: mac, address: high, kind: .sshHostKey, value: "ab12", sighting: Sighting(proof(70))),
            IdentityRow(
                link: 1, mac: mac, address: high, kind: .sshHostKey, value: "ab12", sighting: Sighting(proof(71))),
            IdentityRow(
                link: 0, mac: .zero, address: low, kind: .snmpEngine, value: "80001f88", sighting: Sighting(proof(72))),
        ]
    }

    private static func tunnels() throws -> [TunnelRow] {
        let (near, far) = (try address("10.0.0.128"), try address("198.51.100.41"))
        let (inner, peer) = (try address("2001:db8:6::1"), try address("2001:db8:6::2"))
        let mac = try mac("00:0d:b9:00:00:01")
        return [
            TunnelRow(
                link: 0, kind: .sixInFour, outerSource: far, outerDestination: near, sourceMAC: mac,
                innerSources: [peer], innerDestinations: [inner], sighting: Sighting(proof(31, seconds: 1))),
            TunnelRow(
                link: 0, kind: .sixInFour, outerSource: near, outerDestination: far, sourceMAC: mac,
                innerSources: [inner], innerDestinations: [peer], sighting: Sighting(proof(30))),
        ]
    }

    /// M set, lifetime 1800 s, one prefix.
    private static func router() throws -> RouterRow {
        var bytes: [UInt8] = [134, 0, 0, 0, 64, 0x80, 0x07, 0x08, 0, 0, 0, 0, 0, 0, 0, 0]
        bytes += [3, 4, 64, 0xc0, 0, 1, 0x51, 0x80, 0, 0, 0x38, 0x40, 0, 0, 0, 0]
        bytes += [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
        let range = ByteRange(0, bytes.count)
        let read = RouterAdvertisement(bytes.span.bytes, range, declaredLength: UInt32(bytes.count))
        let message = try #require(read)
        var row = RouterRow(
            link: 0, mac: try mac("00:0d:b9:00:00:01"), source: try #require(IPv6Address("fe80::1")),
            sighting: Sighting(proof(5)), latest: message, latestTime: proof(5).time)
        for prefix in message.prefixes { row.prefixes[prefix.prefix] = prefix }
        row.resolvers = [try #require(IPv6Address("2001:db8:0:1::53"))]
        return row
    }

    // MARK: Hosts

    static func table() throws -> HostTable {
        let link = LinkRecord(
            id: "lan", segment: "lan", observed: [0, 1], isRouted: false, isAmbiguous: false, ipv6Visible: true,
            firstSeen: start, lastSeen: end, multicastIPv6Senders: [], firstMulticastIPv6: nil)
        let stray = LinkRecord(
            id: "0.0/10.20", segment: nil, observed: [2], isRouted: false, isAmbiguous: false, ipv6Visible: false,
            firstSeen: start, lastSeen: end, multicastIPv6Senders: [], firstMulticastIPv6: nil)
        let unmerged = try ["198.51.100.9", "10.9.9.9"].map { text in
            UnmergedAddress(
                address: try address(text), behind: try mac("00:0d:b9:00:00:01"), capture: 0, traffic: traffic(60, 40))
        }
        return HostTable(
            hosts: try profiles().map(\.host), links: [link, stray], linkOfObserved: [0, 0, 1], unmerged: unmerged,
            anomalies: ["limit.hosts": 1])
    }

    static func profiles() throws -> [HostProfile] {
        let printerMAC = try mac("3c:d9:2b:50:50:50")
        let printerAddresses = [try binding("10.0.0.50", printerMAC, [.arpReply])]
        let desktopMAC = try mac("02:00:00:00:00:02")
        let ipv4 = [
            try binding("10.0.0.100", desktopMAC, [.arpRequest, .dhcpAcknowledgement, .arpRequest]),
            try binding("10.0.0.20", desktopMAC, [.arpReply]),
        ]
        let ipv6 = [
            try binding("2001:db8:0:1::2", desktopMAC, [.advertisementTarget]),
            try binding("fe80::2", desktopMAC, [.duplicateAddressDetection]),
        ]
        let names = [
            HostName(name: "desktop", source: .mdns, proof: proof(2)),
            HostName(name: "desktop", source: .mdns, proof: proof(3)),
            HostName(name: "laptop.elsewhere.test", source: .dhcp, proof: proof(4)),
        ]
        let merge = MergeLink(
            key: .linkLayerAddress, joins: ["10.0.0.100", "2001:db8:0:1::2"],
            evidence: [proof(6), proof(2)].map { MergeEvidence(condition: nil, proof: $0) })
        return [
            profile(
                host(printer, printerMAC, ipv4: printerAddresses), .ipv4Only, because: [.windowTooShort], kinds: []),
            profile(
                host(desktop, desktopMAC, ipv4: ipv4, ipv6: ipv6, names: names, merges: [merge]), .dualOperational,
                because: [], kinds: [.stable, .eui64]),
        ]
    }

    private static func binding(
        _ text: String, _ mac: MACAddress, _ kinds: [BindingEvidence]
    ) throws -> AddressBinding {
        AddressBinding(
            address: try address(text),
            evidence: kinds.map { AddressEvidence(kind: $0, mac: mac, sighting: Sighting(proof(2))) }, firstSeen: start,
            lastSeen: end)
    }

    private static func host(
        _ id: String, _ mac: MACAddress, ipv4: [AddressBinding], ipv6: [AddressBinding] = [], names: [HostName] = [],
        merges: [MergeLink] = []
    ) -> HostRecord {
        HostRecord(
            id: id, macs: [mac], ipv4: ipv4, ipv6: ipv6, names: names, links: ["lan"], merges: merges,
            rejected: [RejectedLink(key: "A5", because: "shared-mac", about: ["10.0.0.7"])], firstSeen: start,
            lastSeen: end, firstProof: proof(1), macRows: [], isRouter: false, isVirtualMAC: false, isSharedMAC: false,
            isInsideTunnel: false, ipv4Traffic: traffic(100), ipv6Traffic: traffic(200, 300))
    }

    private static func profile(
        _ host: HostRecord, _ state: HostState, because: [ProvisionalReason], kinds: [IPv6AddressKind]
    ) -> HostProfile {
        HostProfile(
            host: host, state: state, provisionalBecause: because, confidence: 0.95, flags: [.randomMAC, .eui64],
            roles: [.server, .printer],
            reasons: [Reason(claim: "binding.arp-reply", proof: proof(2), filter: "arp.opcode == 2")],
            services: [ServiceUse(transport: .tcp, port: 443, families: [.ipv6, .ipv4], proof: proof(8))],
            addressKinds: kinds, establishedIPv4Flows: 1, establishedIPv6Flows: 1, firstIPv4Flow: nil,
            firstIPv6Flow: nil, failedIPv6Destinations: 0, succeededIPv6Destinations: 1)
    }
}
