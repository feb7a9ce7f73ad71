import NetworkTypes
import PacketDecode
import StreamReassembly

extension TrafficObserver {
    /// A name under which a client asks for the server of a conversation.
    mutating func noteServerName(_ name: String?, _ source: ServerNameSource, _ number: Int, _ place: Place) {
        guard let name, !name.isEmpty, name.utf8.count <= 255 else { return }
        let server = flows[number].server
        let port = flows[number].serverPort
        let transport = flows[number].transport
        let hash = TableHash.mix(
            NameBuffer(name).hash(serverNames.seed), server.hash(UInt64(port) << 8 ^ UInt64(place.linkNumber)))
        let found = serverNames.find(hash) {
            $0.server == server && $0.port == port && $0.source == source && $0.transport == transport
                && $0.link == place.link && $0.name == name
        }
        if let found {
            serverNames[found].sighting.add(place.proof)
        } else {
            _ = serverNames.append(
                ServerNameRow(
                    link: place.link, name: name, server: server, port: port, transport: transport, source: source,
                    sighting: Sighting(place.proof)), hash)
        }
    }

    /// An identity shown from an address.
    mutating func noteIdentity(
        _ kind: IdentityKind, _ value: String, _ address: IPAddress, _ mac: MACAddress, _ place: Place
    ) {
        guard address.isHostUnicast, !value.isEmpty, value.utf8.count <= 255 else { return }
        let hash = TableHash.mix(
            NameBuffer(value).hash(identities.seed), address.hash(identities.seed, place.linkNumber, mac))
        let found = identities.find(hash) {
            $0.address == address && $0.mac == mac && $0.kind == kind && $0.link == place.link && $0.value == value
        }
        if let found {
            identities[found].sighting.add(place.proof)
        } else {
            _ = identities.append(
                IdentityRow(
                    link: place.link, mac: mac, address: address, kind: kind, value: value,
                    sighting: Sighting(place.proof)), hash)
        }
    }

    mutating func noteRouting(
        _ protocol: RoutingProtocol, _ family: AddressFamily, from source: IPAddress?, _ mac: MACAddress,
        group: UInt32, _ addresses: [IPAddress], _ place: Place
    ) {
        let from = source ?? IPAddress(IPv4Address.unspecified)
        let hash = TableHash.mix(
            from.hash(routing.seed, place.linkNumber, mac),
            UInt64(group) << 16 | UInt64(family.rawValue) << 8 | UInt64(`protocol`.number))
        let found = routing.find(hash) {
            $0.mac == mac && $0.source == source && $0.protocol == `protocol` && $0.family == family
                && $0.group == group && $0.link == place.link
        }
        if let found {
            routing[found].sighting.add(place.proof)
            for address in addresses { routing[found].addresses.insert(address, upTo: limits.setMembers) }
        } else {
            var row = RoutingRow(
                link: place.link, mac: mac, protocol: `protocol`, family: family, source: source, group: group,
                sighting: Sighting(place.proof))
            for address in addresses { row.addresses.insert(address, upTo: limits.setMembers) }
            _ = routing.append(row, hash)
        }
    }

    /// A datagram that carries an identity, a role or a name, beside those of the naming protocols.
    mutating func observeDevices(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.fragment.isEmpty, Self.mayIdentify(record.sourcePort, record.destinationPort),
            isWorthReading(record, place)
        else { return }
        let mac = record.hasLinkSource ? record.linkSource : .zero
        let source = record.ip.source
        switch (record.sourcePort, record.destinationPort) {
        case (161, _), (_, 161), (_, 162): observeSNMP(record, bytes, mac, place)
        case (1900, _), (_, 1900):
            guard let message = SSDPMessage(bytes, record.payload), message.kind != .search else { return }
            if let uuid = message.uuid { noteIdentity(.upnpDevice, uuid, source, mac, place) }
        case (3702, _), (_, 3702):
            guard let message = WSDiscoveryMessage(bytes, record.payload), message.isAnnouncement else { return }
            if let uuid = message.uuid { noteIdentity(.wsDiscoveryEndpoint, uuid, source, mac, place) }
            // Hello may be repeated by a proxy, so only what came straight from the machine has a role.
            guard isBound(source, to: mac, onLink: place.link) else { return }
            if message.roles.contains(.printer) { noteRole(.printer, mac, place) }
            if message.roles.contains(.camera) { noteRole(.camera, mac, place) }
        case (520, _), (_, 520), (_, 521):
            guard let message = RIPMessage(bytes, record.payload, family: source.family) else { return }
            noteRouting(
                source.family == .ipv6 ? .ripng : .rip, source.family, from: source, mac, group: 0, [], place)
            _ = message
        case (_, 1985), (_, 2029):
            guard let message = HSRPMessage(bytes, record.payload) else { return }
            noteRouting(
                .hsrp, source.family, from: source, mac, group: UInt32(message.group),
                [message.virtualAddress].compactMap { $0 }, place)
        case (_, 3222):
            guard let message = GLBPMessage(bytes, record.payload) else { return }
            noteRouting(
                .glbp, source.family, from: source, mac, group: UInt32(message.group),
                [message.virtualAddress].compactMap { $0 }, place)
        default: break
        }
    }

    @inline(__always)
    private static func mayIdentify(_ source: UInt16, _ destination: UInt16) -> Bool {
        switch (source, destination) {
        case (161, _), (_, 161), (_, 162), (1900, _), (_, 1900), (3702, _), (_, 3702), (520, _), (_, 520), (_, 521),
            (_, 1985), (_, 2029), (_, 3222):
            true
        default: false
        }
    }

    /// What a machine says of itself does not change from message to message: the first 32 of a source are read, then
    /// one of 32.
    private mutating func isWorthReading(_ record: FrameRecord, _ place: Place) -> Bool {
        let mac = record.hasLinkSource && record.linkSource.isUnicast ? record.linkSource : .zero
        let address = record.ip.source
        let found = sources.find(address.hash(sources.seed, place.linkNumber, mac)) {
            $0.address == address && $0.mac == mac && $0.linkNumber == place.linkNumber
        }
        guard let found else { return true }
        sources[found].announcements &+= 1
        return sources[found].announcements <= 32 || sources[found].announcements % 32 == 0
    }

    private mutating func observeSNMP(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ mac: MACAddress, _ place: Place
    ) {
        // What an encrypted message is cannot be read; one from the agent's port comes from the agent.
        guard let message = SNMPMessage(bytes, record.payload),
            message.isFromAgent || message.isEncrypted && record.sourcePort == 161
        else { return }
        if let engine = message.engineIdentifier {
            noteIdentity(.snmpEngine, engine.hexadecimal, record.ip.source, mac, place)
        }
        if let name = message.systemName, isBound(record.ip.source, to: mac, onLink: place.link) {
            noteName(name, mac, .snmp, place)
        }
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

    /// Messages that do not leave the link: LLDP, CDP, 802.1X, IS-IS.
    mutating func observeLinkMessage(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        let mac = record.hasLinkSource ? record.linkSource : .zero
        switch record.linkMessage {
        case .lldp:
            guard let message = LLDPMessage(bytes, record.payload) else { return }
            let enabled = message.enabledCapabilities ?? []
            var device = DeviceRow(link: place.link, mac: mac, source: .lldp, sighting: Sighting(place.proof))
            device.name = message.systemName
            device.managementAddresses = Set(message.managementAddresses.prefix(limits.setMembers))
            device.isRouter = enabled.contains(.router)
            device.isBridge = enabled.contains(.bridge)
            device.isAccessPoint = enabled.contains(.accessPoint)
            device.isTelephone = enabled.contains(.telephone)
            note(device, place)
        case .cdp:
            guard let message = CDPMessage(bytes, record.payload) else { return }
            let capabilities = message.capabilities ?? []
            var device = DeviceRow(link: place.link, mac: mac, source: .cdp, sighting: Sighting(place.proof))
            device.name = message.systemName ?? message.deviceIdentifier
            device.managementAddresses = Set(
                (message.managementAddresses.isEmpty ? message.addresses : message.managementAddresses)
                    .prefix(limits.setMembers))
            device.isRouter = capabilities.contains(.router)
            device.isBridge = capabilities.contains(.switch) || capabilities.contains(.transparentBridge)
            device.isTelephone = capabilities.contains(.telephone)
            note(device, place)
        case .isis: observeISIS(record, bytes, mac, place)
        case .eapol: set.links[place.link].portAuthentication.add(place.proof)
        default: break
        }
    }

    private mutating func note(_ device: DeviceRow, _ place: Place) {
        guard device.mac.isUnicast else { return }
        if let name = device.name { noteName(name, device.mac, device.source, place) }
        if device.isTelephone { noteRole(.phone, device.mac, place) }
        let hash = device.mac.hash(devices.seed ^ (device.source == .lldp ? 1 : 2), place.linkNumber)
        let found = devices.find(hash) {
            $0.mac == device.mac && $0.source == device.source && $0.link == device.link
        }
        guard let found else {
            _ = devices.append(device, hash)
            return
        }
        devices[found].sighting.add(place.proof)
        devices[found].name = devices[found].name ?? device.name
        for address in device.managementAddresses {
            devices[found].managementAddresses.insert(address, upTo: limits.setMembers)
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

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String {
        var text = ""
        for octet in self {
            let digits = String(octet, radix: 16)
            text += digits.utf8.count == 1 ? "0" + digits : digits
        }
        return text
    }
}
