import NetworkTypes
import PacketDecode

extension TrafficObserver {
    mutating func observeICMPv6(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        switch record.icmpType {
        case 1: observeUnreachable(record, bytes, place)
        case ICMPv6Type.routerSolicitation...ICMPv6Type.redirect:
            // RFC 4861 §6.1, §7.1, §8.1: anything else was forwarded or forged.
            guard record.ip.hopLimit == 255 else {
                set.links[place.link].neighborDiscoveryWrongHopLimit.add(place.proof)
                return
            }
            if record.ip.isFragment { set.links[place.link].neighborDiscoveryFragmented.add(place.proof) }
            if record.ip.destination.isMulticast, record.hasLinkSource { noteMulticastIPv6(record.linkSource, place) }
            if record.icmpType == ICMPv6Type.routerAdvertisement {
                observeRouterAdvertisement(record, bytes, place)
            } else {
                observeNeighborMessage(record, bytes, place)
            }
        case ICMPv6Type.multicastListenerQuery...ICMPv6Type.multicastListenerDone, ICMPv6Type.multicastListenerReportV2:
            guard record.hasLinkSource else { return }
            noteMulticastIPv6(record.linkSource, place)
            if record.ip.source.isLinkLocal {
                bind(record.ip.source, to: record.linkSource, by: .multicastListener, place)
            }
        default: break
        }
    }

    private mutating func observeNeighborMessage(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard let message = NeighborDiscoveryMessage(bytes, record.payload) else { return }
        if message.hasBadOption { anomalies[Int(DecodeAnomaly.neighborDiscoveryOption.rawValue)] &+= 1 }
        let source = record.ip.source
        let sender = record.hasLinkSource ? record.linkSource : .zero
        switch message.type {
        case ICMPv6Type.neighborSolicitation:
            if source.ipv6?.isUnspecified == true {
                bind(IPAddress(message.target), to: sender, by: .duplicateAddressDetection, place)
                observeProbe(message, from: sender, bytes, place)
            } else {
                bind(source, to: message.sourceLinkLayer ?? sender, by: .solicitationSource, place)
            }
        case ICMPv6Type.neighborAdvertisement:
            let owner = message.targetLinkLayer ?? sender
            bind(
                IPAddress(message.target), to: owner, by: .advertisementTarget, place,
                withoutOverride: !message.overrides)
            if source.ipv6.map({ $0 != message.target }) ?? false, source.isHostUnicast {
                bind(source, to: sender, by: .advertisementTarget, place)
            }
            if message.isRouter, let row = macRow(owner, place) { macs[row].isRouterFlagged = true }
            refuteProbe(of: message.target, by: owner, bytes, place)
        case ICMPv6Type.routerSolicitation:
            set.links[place.link].routerSolicitations.add(place.proof)
            if sender.isUnicast {
                noteMember(set.links[place.link].soliciting.add(sender, place.proof, upTo: limits.setMembers * 64))
            }
            if source.isHostUnicast {
                bind(source, to: message.sourceLinkLayer ?? sender, by: .routerSolicitationSource, place)
            }
        case ICMPv6Type.redirect:
            if sender.isUnicast {
                noteMember(set.links[place.link].redirects.add(sender, place.proof, upTo: limits.setMembers))
            }
            bind(source, to: sender, by: .redirectSource, place)
        default: break
        }
    }

    /// A probe or an answer to one that was kept; all else of the message was noted when it came.
    mutating func observeProbeMessage(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard let message = NeighborDiscoveryMessage(bytes, record.payload) else { return }
        let sender = record.hasLinkSource ? record.linkSource : .zero
        if message.type == ICMPv6Type.neighborSolicitation {
            observeProbe(message, from: sender, bytes, place)
        } else {
            refuteProbe(of: message.target, by: message.targetLinkLayer ?? sender, bytes, place)
        }
    }

    /// Two probes for one address from two machines, or with two nonces from one MAC. RFC 4862 §5.4.3, RFC 7527 §4.2.
    private mutating func observeProbe(
        _ message: NeighborDiscoveryMessage, from sender: MACAddress, _ bytes: borrowing RawSpan, _ place: Place
    ) {
        if isPiecewise { isRehearsing = keep(bytes, .probe, place) }
        defer { isRehearsing = false }
        let key = LinkAddressKey(link: place.linkNumber, address: IPAddress(message.target))
        if let earlier = probes[key], earlier.mac != sender,
            place.proof.time.isWithinASecond(of: earlier.time)
        {
            noteConflict(message.target, earlier.mac, sender, place)
        }
        if probes.count < limits.bindings || probes[key] != nil {
            probes[key] = DuplicateAddressProbe(mac: sender, nonce: message.nonce, time: place.proof.time)
        }
    }

    /// An advertisement of another machine within a second of a probe. RFC 4862 §5.4.4.
    private mutating func refuteProbe(
        of target: IPv6Address, by owner: MACAddress, _ bytes: borrowing RawSpan, _ place: Place
    ) {
        let key = LinkAddressKey(link: place.linkNumber, address: IPAddress(target))
        // In the middle of a capture the probe may stand in the part before.
        if isPiecewise, probes[key] != nil || isInMiddle { isRehearsing = keep(bytes, .probe, place) }
        defer { isRehearsing = false }
        guard let probe = probes[key], probe.mac != owner,
            place.proof.time.isWithinASecond(of: probe.time)
        else { return }
        noteConflict(target, owner, probe.mac, place)
    }

    private mutating func noteConflict(
        _ address: IPv6Address, _ first: MACAddress, _ second: MACAddress, _ place: Place
    ) {
        guard !isRehearsing, first.isUnicast, second.isUnicast else { return }
        let key = ConflictKey(link: place.linkNumber, address: address, first: first, second: second)
        var isNew = false
        let row = conflicts.place(of: key) {
            isNew = true
            return AddressConflictRow(
                link: place.link, address: address, first: first, second: second, sighting: Sighting(place.proof))
        }
        if let row, !isNew { conflicts[row].sighting.add(place.proof) }
    }

    private mutating func observeRouterAdvertisement(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place)
    {
        // RFC 4861 §6.1.2: a router sends from its link-local address.
        guard let source = record.ip.source.ipv6, source.isLinkLocal,
            let message = RouterAdvertisement(bytes, record.payload, declaredLength: record.payloadLength)
        else { return }
        let sender = record.hasLinkSource ? record.linkSource : .zero
        bind(record.ip.source, to: message.sourceLinkLayer ?? sender, by: .routerAdvertisementSource, place)
        if message.lifetimeSeconds > 0, let row = macRow(sender, place), sender.isUnicast {
            macs[row].sentRouterAdvertisement = true
        }
        let key = RouterKey(link: place.linkNumber, mac: sender, source: source)
        var isNew = false
        guard
            let place2 = routers.place(
                of: key,
                make: {
                    isNew = true
                    return RouterRow(
                        link: place.link, mac: sender, source: source, sighting: Sighting(place.proof), latest: message,
                        latestTime: place.proof.time)
                })
        else { return }
        var row = routers[place2]
        if !isNew { row.sighting.add(place.proof) }
        if place.proof.time >= row.latestTime {
            row.latest = message
            row.latestTime = place.proof.time
        }
        if message.lifetimeSeconds > 0 {
            row.hasPositiveLifetime = true
            row.firstPositiveLifetime.keepEarlier(place.proof)
        }
        row.largestLifetimeSeconds = max(row.largestLifetimeSeconds, message.lifetimeSeconds)
        row.wasIncomplete = row.wasIncomplete || message.isIncomplete
        for prefix in message.prefixes {
            if row.prefixes[prefix.prefix] != nil || row.prefixes.count < limits.setMembers {
                row.prefixes[prefix.prefix] = prefix
            }
            if prefix.preferredSeconds == 0 {
                noteMember(row.deprecatedPrefixes.add(prefix.prefix, place.proof, upTo: limits.setMembers))
            }
        }
        for resolver in message.resolvers { noteMember(row.resolvers.insert(resolver, upTo: limits.setMembers)) }
        if let prefix = message.nat64Prefix { noteMember(row.nat64Prefixes.insert(prefix, upTo: limits.setMembers)) }
        routers[place2] = row
        noteRole(.router, sender, place)
    }

    func roleHash(_ role: RoleHint, _ mac: MACAddress, _ link: UInt32) -> UInt64 {
        mac.hash(roles.seed ^ UInt64(role.number) << 32, link)
    }

    mutating func noteRole(_ role: RoleHint, _ mac: MACAddress, _ place: Place) {
        guard mac.isUnicast else { return }
        let hash = roleHash(role, mac, place.linkNumber)
        if let found = roles.find(hash, { $0.mac == mac && $0.role == role && $0.link == place.link }) {
            roles[found].sighting.add(place.proof)
        } else {
            _ = roles.append(RoleHintRow(link: place.link, mac: mac, role: role, sighting: Sighting(place.proof)), hash)
        }
    }
}

extension RoleHint {
    /// Its place among all, for hashing.
    var number: Int {
        switch self {
        case .router: 0
        case .resolver: 1
        case .printer: 2
        case .camera: 3
        case .phone: 4
        case .server: 5
        case .dhcpServer: 6
        case .dhcpv6Server: 7
        }
    }
}
