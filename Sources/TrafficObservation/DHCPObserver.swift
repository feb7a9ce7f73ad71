import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// RFC 2131; what the client says about itself and what a server gave it.
    mutating func observeDHCPv4(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard let message = DHCPv4Message(bytes, record.payload) else { return }
        if message.isIncomplete { anomalies[Int(DecodeAnomaly.dhcpv4Malformed.rawValue)] &+= 1 }
        guard let client = message.clientMAC, client.isUnicast else { return }
        // Between relay and server a message speaks of a client on another link; the relay hands answers on to the
        // client's port with its address still in them. RFC 1542 §4.1.2, RFC 2131 §4.1.
        let isOnLink = message.relayAddress == .unspecified || record.destinationPort == 68
        noteDHCPv4Identity(message, of: client, isOnLink: isOnLink, place)
        if message.operation == 1 {
            observeDHCPv4Request(message, from: record, client, place)
            if isOnLink, message.clientAddress != .unspecified {
                bind(IPAddress(message.clientAddress), to: client, by: .dhcpClientAddress, place)
            }
        } else if message.operation == 2 {
            observeDHCPv4Answer(message, record, client, isOnLink: isOnLink, place)
        }
    }

    private mutating func observeDHCPv4Request(
        _ message: DHCPv4Message, from record: FrameRecord, _ client: MACAddress, _ place: Place
    ) {
        if let name = message.fullyQualifiedName ?? message.hostName { noteName(name, client, .dhcp, place) }
        let sender = record.hasLinkSource && record.linkSource.isUnicast ? record.linkSource : client
        guard let row = macRow(sender, place) else { return }
        let limit = limits.setMembers
        noteMember(macs[row].dhcpHardwareAddresses.insert(client, upTo: limit))
        if let identifier = message.clientIdentifier {
            noteMember(macs[row].dhcpClientIdentifiers.insert(identifier, upTo: limit))
        }
        if let name = message.hostName { noteMember(macs[row].dhcpHostNames.insert(name, upTo: limit)) }
        if let vendor = message.vendorClass { noteVendorClass(vendor, row) }
        if !message.parameterRequestList.isEmpty {
            noteMember(macs[row].dhcpParameterLists.insert(message.parameterRequestList, upTo: limit))
            macs[row].firstDHCPRequest.keepEarlier(place.proof)
            if message.parameterRequestList.contains(108) { macs[row].requestsIPv6Only.keepEarlier(place.proof) }
        }
    }

    private mutating func observeDHCPv4Answer(
        _ message: DHCPv4Message, _ record: FrameRecord, _ client: MACAddress, isOnLink: Bool, _ place: Place
    ) {
        let isAcknowledgement = message.messageType == 5
        let address = message.yourAddress != .unspecified ? message.yourAddress : message.clientAddress
        if isOnLink, isAcknowledgement, address != .unspecified {
            bind(IPAddress(address), to: client, by: .dhcpAcknowledgement, place)
        }
        // A client that takes it up stops at the offer. RFC 8925 §3.2.
        if message.ipv6OnlyWait != nil, message.messageType == 2 || isAcknowledgement, let row = macRow(client, place) {
            macs[row].grantedIPv6Only.keepEarlier(place.proof)
        }
        let server = IPAddress(message.serverIdentifier ?? record.ip.source.ipv4 ?? .unspecified)
        let sender = record.hasLinkSource ? record.linkSource : .zero
        guard let number = dhcpServer(server, sender, place) else { return }
        if isAcknowledgement, message.yourAddress != .unspecified {
            dhcpServers[number].assignsAddresses.keepEarlier(place.proof)
            noteMember(
                dhcpServers[number].addressesAssigned.insert(IPAddress(message.yourAddress), upTo: limits.setMembers))
        }
        if message.ipv6OnlyWait != nil { dhcpServers[number].grantsIPv6Only = true }
        for resolver in message.resolvers {
            noteMember(dhcpServers[number].resolvers.insert(IPAddress(resolver), upTo: limits.setMembers))
        }
        for gateway in message.routers {
            noteMember(dhcpServers[number].gateways.insert(gateway, upTo: limits.setMembers))
        }
        for server in message.ntpServers {
            noteMember(dhcpServers[number].ntpServers.insert(server, upTo: limits.setMembers))
        }
        // A relay is not the server.
        claimRole(
            .dhcpServer, sender, of: server, isProven: message.relayAddress == .unspecified, place)
    }

    private mutating func dhcpServer(_ address: IPAddress, _ mac: MACAddress, _ place: Place) -> Int? {
        let key = SourceKey(link: place.linkNumber, mac: mac, address: address)
        var isNew = false
        let number = dhcpServers.place(of: key) {
            isNew = true
            return DHCPServerRow(link: place.link, mac: mac, address: address, sighting: Sighting(place.proof))
        }
        if let number, !isNew { dhcpServers[number].sighting.add(place.proof) }
        return number
    }

    /// RFC 9915 (formerly RFC 8415).
    mutating func observeDHCPv6(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard let message = DHCPv6Message(bytes, record.payload) else { return }
        if message.isIncomplete { anomalies[Int(DecodeAnomaly.dhcpv6Malformed.rawValue)] &+= 1 }
        let sender = record.hasLinkSource ? record.linkSource : .zero
        noteDHCPv6Identity(message, record, sender, place)
        switch message.type {
        case DHCPv6Message.advertise, DHCPv6Message.reply, DHCPv6Message.reconfigure:
            observeDHCPv6Answer(message, record, sender, place)
        default:
            if !message.isRelayed { observeDHCPv6Request(message, sender, place) }
        }
    }

    private mutating func observeDHCPv6Request(_ message: DHCPv6Message, _ sender: MACAddress, _ place: Place) {
        let link = place.link
        switch message.type {
        case DHCPv6Message.solicit:
            noteMember(set.links[link].dhcpv6Solicits.add(sender, place.proof, upTo: limits.setMembers * 64))
        case DHCPv6Message.informationRequest: set.links[link].dhcpv6InformationRequests.add(place.proof)
        case DHCPv6Message.request where message.serverDUID != nil:
            set.links[link].dhcpv6RequestsNamingServer.add(place.proof)
        case DHCPv6Message.renew, DHCPv6Message.rebind:
            for association in message.addresses {
                bind(IPAddress(association.address), to: sender, by: .dhcpv6Client, place)
            }
        default: break
        }
        if let name = message.fullyQualifiedName { noteName(name, sender, .dhcpv6, place) }
        guard sender.isUnicast, message.clientDUID != nil || message.vendorClass != nil,
            let row = macRow(sender, place)
        else { return }
        if let duid = message.clientDUID { noteMember(macs[row].dhcpv6DUIDs.insert(duid, upTo: limits.setMembers)) }
        for vendor in message.vendorClass?.texts ?? [] { noteVendorClass(vendor, row) }
    }

    private mutating func noteVendorClass(_ text: String, _ row: Int) {
        guard text.utf8.count <= 255 else { return }
        noteMember(macs[row].dhcpVendorClasses.insert(text, upTo: limits.setMembers))
    }

    private mutating func observeDHCPv6Answer(
        _ message: DHCPv6Message, _ record: FrameRecord, _ sender: MACAddress, _ place: Place
    ) {
        if !message.isRelayed { observeDHCPv6OnLink(message, record, place) }
        guard let number = dhcpServer(record.ip.source, sender, place) else { return }
        if dhcpServers[number].duid == nil { dhcpServers[number].duid = message.serverDUID }
        if !message.addresses.isEmpty {
            dhcpServers[number].assignsAddresses.keepEarlier(place.proof)
            for association in message.addresses {
                noteMember(
                    dhcpServers[number].addressesAssigned.insert(
                        IPAddress(association.address), upTo: limits.setMembers))
            }
        }
        for resolver in message.resolvers {
            noteMember(dhcpServers[number].resolvers.insert(IPAddress(resolver), upTo: limits.setMembers))
        }
        // What a server tells a relay may have come through routers.
        claimRole(.dhcpv6Server, sender, of: record.ip.source, isProven: !message.isRelayed, place)
    }

    /// An answer to a client on this link.
    private mutating func observeDHCPv6OnLink(_ message: DHCPv6Message, _ record: FrameRecord, _ place: Place) {
        set.links[place.link].dhcpv6Answers.add(place.proof)
        if message.statusCodes.contains(2) { set.links[place.link].dhcpv6NoAddresses.add(place.proof) }
        guard message.type == DHCPv6Message.reply, record.ip.destination.isLinkLocal, record.linkDestination.isUnicast
        else { return }
        for association in message.addresses where association.validSeconds > 0 {
            bind(IPAddress(association.address), to: record.linkDestination, by: .dhcpv6Reply, place)
        }
    }

    /// A name that a machine gave itself.
    mutating func noteName(_ name: String, _ mac: MACAddress, _ source: NameSource, _ place: Place) {
        guard name.utf8.count <= 255 else { return }
        noteName(in: NameBuffer(name), mac, source, place)
    }

    func hostNameHash(_ name: NameBuffer, _ mac: MACAddress, _ link: UInt32) -> UInt64 {
        TableHash.mix(name.hash(hostNames.seed), mac.value << 16 ^ UInt64(link))
    }

    mutating func noteName(in name: NameBuffer, _ mac: MACAddress, _ source: NameSource, _ place: Place) {
        guard !isRehearsing, mac.isUnicast, !name.isEmpty, name.count <= 255 else { return }
        let hash = hostNameHash(name, mac, place.linkNumber)
        let found = hostNames.find(hash) {
            $0.mac == mac && $0.link == place.link && $0.source == source && name.equals($0.name)
        }
        if let found {
            hostNames[found].sighting.add(place.proof)
        } else {
            _ = hostNames.append(
                HostNameRow(
                    link: place.link, mac: mac, name: name.string, source: source, sighting: Sighting(place.proof)),
                hash)
        }
    }
}
