import NetworkTypes
import PacketDecode
import Testing

@testable import TrafficObservation

/// Writes observation sets row by row; frame numbers count up by themselves.
struct SetBuilder {
    private(set) var set = ObservationSet()
    private var frame: UInt64 = 0

    init(captures: Int = 1) {
        for number in 0..<captures {
            set.captures.append(CaptureObservation(path: "captures/office-\(number).pcap", format: "pcap"))
        }
    }

    /// The next proof, at a second of the capture's clock.
    mutating func proof(_ link: Int, at second: Int64 = 0) -> Proof {
        frame += 1
        let time = CaptureTime(seconds: second)
        if time > set.links[link].lastSeen { set.links[link].lastSeen = time }
        return Proof(capture: set.links[link].key.capture, frame: frame, time: time)
    }

    @discardableResult
    mutating func link(
        capture: UInt32 = 0, interface: UInt32 = 0, cooked: UInt32 = 0, vlan: UInt16 = FrameRecord.noVLAN,
        innerVLAN: UInt16 = FrameRecord.noVLAN
    ) -> Int {
        let key = LinkKey(
            capture: capture, interface: interface, cookedInterface: cooked, outerVLAN: vlan, innerVLAN: innerVLAN)
        set.links.append(LinkObservation(key: key, time: CaptureTime(seconds: 0)))
        return set.links.count - 1
    }

    mutating func change(link: Int, _ body: (inout LinkObservation) -> Void) { body(&set.links[link]) }

    mutating func bind(
        _ address: String, to mac: String, by evidence: BindingEvidence, on link: Int = 0, at second: Int64 = 0,
        withoutOverride: Bool = false
    ) throws {
        let proof = proof(link, at: second)
        let row = BindingRow(
            link: link, mac: try #require(MACAddress(mac)), address: try #require(IPAddress(address)),
            evidence: evidence,
            sighting: Sighting(proof), withoutOverride: withoutOverride)
        let known = set.bindings.firstIndex {
            $0.link == link && $0.mac == row.mac && $0.address == row.address && $0.evidence == evidence
        }
        if let known { set.bindings[known].sighting.add(proof) } else { set.bindings.append(row) }
    }

    mutating func source(_ address: String, from mac: MACAddress, on link: Int = 0, bytes: UInt32 = 100) throws {
        let proof = proof(link)
        var row = SourceRow(
            link: link, mac: mac, address: try #require(IPAddress(address)), sighting: Sighting(proof))
        row.traffic.add(bytes: bytes)
        set.sources.append(row)
        for (number, known) in set.macs.enumerated() where known.mac == mac && known.link == link {
            let isBound = set.bindings.contains { $0.mac == mac && $0.link == link && $0.address == row.address }
            if !isBound { set.macs[number].unboundSources.insert(row.address) }
        }
    }

    mutating func mac(_ mac: String, on link: Int = 0, at second: Int64 = 0, _ body: (inout MACRow) -> Void = { _ in })
        throws
    {
        let proof = proof(link, at: second)
        var row = MACRow(link: link, mac: try #require(MACAddress(mac)), proof: proof)
        body(&row)
        set.macs.append(row)
    }

    mutating func dhcpServer(_ address: String, gateways: [String], on link: Int = 0) throws {
        var row = DHCPServerRow(
            link: link, mac: .zero, address: try #require(IPAddress(address)), sighting: Sighting(proof(link)))
        row.gateways = Set(gateways.compactMap { IPv4Address($0) })
        set.dhcpServers.append(row)
    }

    mutating func name(_ name: String, of mac: String, by source: NameSource, on link: Int = 0) throws {
        let proof = proof(link)
        set.hostNames.append(
            HostNameRow(
                link: link, mac: try #require(MACAddress(mac)), name: name, source: source, sighting: Sighting(proof)))
    }

    // MARK: Flows

    enum Outcome {
        /// Handshake and data both ways.
        case answered
        /// A SYN that nobody answers.
        case unanswered
        /// A SYN that is refused.
        case refused
        /// Data of the client alone, as an asymmetric mirror port shows it.
        case half
        /// A handshake, a request, and then nothing.
        case hanging
        /// A SYN and data, whose answers pass elsewhere.
        case oneSided
        /// A SYN that an ICMP error answers.
        case unreachable
    }

    mutating func flow(
        _ client: String, _ clientMAC: String, to server: String, _ serverMAC: String, port: UInt16 = 443,
        from clientPort: UInt16 = 50000, over transport: IPProtocol = .tcp, _ outcome: Outcome = .answered,
        on link: Int = 0,
        at second: Int64 = 0, isTunnelled: Bool = false
    ) throws {
        let first = proof(link, at: second)
        var row = FlowRow(
            link: link, client: try #require(IPAddress(client)), server: try #require(IPAddress(server)),
            transport: transport, clientPort: clientPort, serverPort: port, firstFrame: first, lastSeen: first.time)
        row.isTunnelled = isTunnelled
        row.clientMAC = try #require(MACAddress(clientMAC))
        row.clientPackets = 1
        if transport == .tcp, outcome != .half { row.syn = first }
        switch outcome {
        case .answered:
            row.serverMAC = try #require(MACAddress(serverMAC))
            row.serverPackets = 1
            if transport == .tcp { row.synAck = proof(link, at: second) }
            row.clientData = proof(link, at: second)
            row.serverData = proof(link, at: second)
        case .unanswered: break
        case .refused:
            row.serverMAC = try #require(MACAddress(serverMAC))
            row.serverPackets = 1
            row.reset = proof(link, at: second)
        case .half: row.clientData = proof(link, at: second)
        case .hanging:
            row.serverMAC = try #require(MACAddress(serverMAC))
            row.serverPackets = 2
            row.synAck = proof(link, at: second)
            row.clientData = proof(link, at: second)
        case .oneSided: row.clientData = proof(link, at: second)
        case .unreachable: row.noteUnreachable(proof(link, at: second))
        }
        set.flows.append(row)
    }

    mutating func conflict(_ address: String, first: String, second: String, on link: Int = 0) throws {
        set.conflicts.append(
            AddressConflictRow(
                link: link, address: try #require(IPv6Address(address)), first: try #require(MACAddress(first)),
                second: try #require(MACAddress(second)), sighting: Sighting(proof(link))))
    }

    mutating func role(_ role: RoleHint, of mac: String, on link: Int = 0) throws {
        set.roleHints.append(
            RoleHintRow(link: link, mac: try #require(MACAddress(mac)), role: role, sighting: Sighting(proof(link))))
    }

    mutating func role(_ role: RoleHint, of mac: MACAddress, _ proof: Proof, on link: Int = 0) {
        set.roleHints.append(RoleHintRow(link: link, mac: mac, role: role, sighting: Sighting(proof)))
    }

    /// What a device says of itself by LLDP or CDP.
    mutating func device(
        _ mac: String, by source: NameSource = .lldp, on link: Int = 0, _ body: (inout DeviceRow) -> Void
    )
        throws
    {
        var row = DeviceRow(
            link: link, mac: try #require(MACAddress(mac)), source: source, sighting: Sighting(proof(link)))
        body(&row)
        set.devices.append(row)
    }

    mutating func identity(
        _ kind: IdentityKind, _ value: String, of mac: String, at address: String, on link: Int = 0
    ) throws {
        set.identities.append(
            IdentityRow(
                link: link, mac: try #require(MACAddress(mac)), address: try #require(IPAddress(address)), kind: kind,
                value: value, sighting: Sighting(proof(link))))
    }

    mutating func routing(_ spoken: RoutingProtocol, by mac: String, on link: Int = 0) throws {
        set.routing.append(
            RoutingRow(
                link: link, mac: try #require(MACAddress(mac)), protocol: spoken, family: .ipv4, source: nil, group: 0,
                sighting: Sighting(proof(link))))
    }

    // MARK: Names

    /// A name as DNS answered it; `nil` for a question that nobody asked, empty for an answer without an address.
    mutating func dns(_ name: String, a: [String]?, aaaa: [String]?, on link: Int = 0) {
        var row = DNSNameRow(name: name)
        if let a {
            row.aQuestions = Sighting(proof(link))
            row.aAnswers = Sighting(proof(link))
            row.a = Set(a.compactMap { IPv4Address($0) })
        }
        if let aaaa {
            row.aaaaQuestions = Sighting(proof(link))
            row.aaaaAnswers = Sighting(proof(link))
            row.aaaa = Set(aaaa.compactMap { IPv6Address($0) })
        }
        row.lastAnswer = proof(link)
        set.dnsNames.append(row)
    }

    mutating func request(
        _ name: String, at server: String, port: UInt16 = 443, over transport: IPProtocol = .tcp,
        by source: ServerNameSource = .tls, on link: Int = 0
    ) throws {
        set.serverNames.append(
            ServerNameRow(
                link: link, name: name, server: try #require(IPAddress(server)), port: port, transport: transport,
                source: source, sighting: Sighting(proof(link))))
    }

    mutating func tunnel(from source: String, _ mac: String, to destination: String, on link: Int = 0) throws {
        set.tunnels.append(
            TunnelRow(
                link: link, kind: .sixInFour, outerSource: try #require(IPAddress(source)),
                outerDestination: try #require(IPAddress(destination)), sourceMAC: try #require(MACAddress(mac)),
                sighting: Sighting(proof(link))))
    }

    // MARK: Routers

    /// An RA with one on-link prefix of 64 bits.
    mutating func router(_ source: String, mac: String, prefix: String, on link: Int = 0, lifetime: UInt16 = 1800)
        throws
    {
        let prefix = try #require(IPPrefix(prefix))
        var bytes: [UInt8] = [134, 0, 0, 0, 64, 0, UInt8(lifetime >> 8), UInt8(lifetime & 255)]
        bytes += [UInt8](repeating: 0, count: 8) + [3, 4, 64, 0xc0] + [UInt8](repeating: 0x7f, count: 8)
        bytes += [0, 0, 0, 0]
        for word in [prefix.address.high, prefix.address.low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        // The macro cannot take a span, so it gets the value.
        let read = RouterAdvertisement(
            bytes.span.bytes, ByteRange(start: 0, end: bytes.count), declaredLength: UInt32(bytes.count))
        let message = try #require(read)
        let proof = proof(link)
        var row = RouterRow(
            link: link, mac: try #require(MACAddress(mac)), source: try #require(IPv6Address(source)),
            sighting: Sighting(proof), latest: message, latestTime: proof.time)
        for entry in message.prefixes { row.prefixes[entry.prefix] = entry }
        row.hasPositiveLifetime = lifetime > 0
        set.routers.append(row)
    }
}
