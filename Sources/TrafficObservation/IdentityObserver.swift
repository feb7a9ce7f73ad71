import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// An identity shown from an address; with an unspecified one, of the machine that has the MAC.
    mutating func noteIdentity(
        _ kind: IdentityKind, _ value: String, _ address: IPAddress, _ mac: MACAddress, _ place: Place
    ) {
        guard value.utf8.count <= 255 else { return }
        noteIdentity(kind, in: NameBuffer(value), address, mac, place)
    }

    mutating func noteIdentity(
        _ kind: IdentityKind, in value: NameBuffer, _ address: IPAddress, _ mac: MACAddress, _ place: Place
    ) {
        let isUnspecified = address.high == 0 && address.low == 0
        guard !isRehearsing, address.isHostUnicast || isUnspecified && mac.isUnicast, !value.isEmpty, value.count <= 255
        else {
            return
        }
        let hash = identityHash(value, address, mac, place.linkNumber)
        let found = identities.find(hash) {
            $0.address == address && $0.mac == mac && $0.kind == kind && $0.link == place.link
                && value.equals($0.value)
        }
        if let found {
            identities[found].sighting.add(place.proof)
        } else {
            _ = identities.append(
                IdentityRow(
                    link: place.link, mac: mac, address: address, kind: kind, value: value.string,
                    sighting: Sighting(place.proof)), hash)
        }
    }

    func identityHash(_ value: NameBuffer, _ address: IPAddress, _ mac: MACAddress, _ link: UInt32) -> UInt64 {
        TableHash.mix(value.hash(identities.seed), address.hash(identities.seed, link, mac))
    }

    /// A datagram that carries an identity, a role or a name, beside those of the naming protocols.
    mutating func observeAnnouncement(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.fragment.isEmpty, Self.mayIdentify(record.sourcePort, record.destinationPort),
            isWorthReading(record, bytes, place)
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
            if message.roles.contains(.printer) { claimRole(.printer, mac, of: source, place) }
            if message.roles.contains(.camera) { claimRole(.camera, mac, of: source, place) }
        case (520, _), (_, 520), (_, 521):
            guard RIPMessage(bytes, record.payload, family: source.family) != nil else { return }
            noteRouting(
                source.family == .ipv6 ? .ripng : .rip, source.family, from: source, mac, group: 0, [], place)
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

    static let announcementsRead: UInt16 = 32
    private static let announcementStep: UInt64 = 32

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
    /// those in every 32nd frame, so that a part of a capture needs only its first ones to be joined to what is before.
    private mutating func isWorthReading(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place
    ) -> Bool {
        let mac = record.hasLinkSource && record.linkSource.isUnicast ? record.linkSource : .zero
        let address = record.ip.source
        let found = sources.find(address.hash(sources.seed, place.linkNumber, mac)) {
            $0.address == address && $0.mac == mac && $0.linkNumber == place.linkNumber
        }
        guard let found else { return !(isPiecewise && keep(bytes, .announcement, place)) }
        let isEarly = sources[found].announcements < Self.announcementsRead
        if isEarly { sources[found].announcements &+= 1 }
        if isEarly, isPiecewise, keep(bytes, .announcement, place) { return false }
        return isEarly || place.proof.frame % Self.announcementStep == 0
    }

    /// The same of a connection's server; a frame that will be read again is not counted yet.
    mutating func isWorthReading(serverOf number: Int, _ place: Place) -> Bool {
        let source = Int(flows[number].serverEnd.source)
        guard source >= 0, !isRehearsing else { return true }
        let isEarly = sources[source].announcements < Self.announcementsRead
        if isEarly { sources[source].announcements &+= 1 }
        return isEarly || place.proof.frame % Self.announcementStep == 0
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
        if let name = message.systemName { claimName(name, mac, of: record.ip.source, .snmp, place) }
    }
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String {
        var text = ""
        for octet in self { text.append(hexadecimal: octet) }
        return text
    }
}
