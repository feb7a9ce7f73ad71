import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// A message of a router: one row for each sender, protocol, family and group.
    mutating func noteRouting(
        _ protocol: RoutingProtocol, _ family: AddressFamily, from source: IPAddress?, _ mac: MACAddress,
        group: UInt32, _ addresses: [IPAddress], _ place: Place
    ) {
        guard !isRehearsing else { return }
        var row = RoutingRow(
            link: place.link, mac: mac, protocol: `protocol`, family: family, source: source, group: group,
            sighting: Sighting(place.proof))
        let hash = routingHash(row)
        let found = routing.find(hash) {
            $0.mac == mac && $0.source == source && $0.protocol == `protocol` && $0.family == family
                && $0.group == group && $0.link == place.link
        }
        if let found {
            routing[found].sighting.add(place.proof)
            for address in addresses { noteMember(routing[found].addresses.insert(address, upTo: limits.setMembers)) }
        } else {
            for address in addresses { noteMember(row.addresses.insert(address, upTo: limits.setMembers)) }
            _ = routing.append(row, hash)
        }
    }

    func routingHash(_ row: RoutingRow) -> UInt64 {
        let from = row.source ?? IPAddress(IPv4Address.unspecified)
        return TableHash.mix(
            from.hash(routing.seed, UInt32(truncatingIfNeeded: row.link), row.mac),
            UInt64(row.group) << 16 | UInt64(row.family.rawValue) << 8 | UInt64(row.protocol.number))
    }

    /// Protocols of routers that run on IP without ports.
    mutating func observeRouting(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.fragment.isEmpty else { return }
        let family = record.ip.source.family
        let mac = record.hasLinkSource ? record.linkSource : .zero
        let source = record.ip.source
        switch record.ip.upperProtocol {
        case .ospf:
            guard let message = OSPFMessage(bytes, record.payload) else { return }
            noteRouting(
                message.version == 2 ? .ospf : .ospfv3, message.family, from: source, mac, group: 0, [], place)
        case .vrrp:
            guard let message = VRRPMessage(bytes, record.payload, family: family) else { return }
            noteRouting(
                .vrrp, family, from: source, mac, group: UInt32(message.virtualRouter), message.addresses, place)
        case .eigrp:
            guard let message = EIGRPMessage(bytes, record.payload) else { return }
            noteRouting(.eigrp, family, from: source, mac, group: UInt32(message.autonomousSystem), [], place)
        case .pim:
            guard PIMMessage(bytes, record.payload) != nil else { return }
            noteRouting(.pim, family, from: source, mac, group: 0, [], place)
        default: break
        }
    }

    /// IS-IS runs on the link itself. RFC 1195 §5.3, RFC 5308 §4.
    mutating func observeISIS(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ mac: MACAddress, _ place: Place
    ) {
        guard let message = ISISMessage(bytes, record.payload) else { return }
        for family in message.families.sorted() {
            noteRouting(
                .isis, family, from: nil, mac, group: 0, message.addresses.filter { $0.family == family }, place)
        }
    }
}

extension RoutingProtocol {
    /// Its place among all, for hashing.
    var number: UInt8 {
        switch self {
        case .rip: 0
        case .ripng: 1
        case .ospf: 2
        case .ospfv3: 3
        case .bgp: 4
        case .eigrp: 5
        case .isis: 6
        case .pim: 7
        case .vrrp: 8
        case .hsrp: 9
        case .glbp: 10
        }
    }
}
