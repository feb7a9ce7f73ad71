import NetworkTypes
import PacketDecode

extension TrafficObserver {
    mutating func bind(
        _ address: IPAddress, to mac: MACAddress, by evidence: BindingEvidence, _ place: Place,
        withoutOverride: Bool = false
    ) {
        guard mac.isUnicast, address.isHostUnicast else { return }
        let key = BindingKey(
            source: SourceKey(link: place.linkNumber, mac: mac, address: address), evidence: evidence)
        var isNew = false
        guard
            let row = bindings.place(
                of: key,
                make: {
                    isNew = true
                    return BindingRow(
                        link: place.link, mac: mac, address: address, evidence: evidence,
                        sighting: Sighting(place.proof),
                        withoutOverride: withoutOverride)
                })
        else { return }
        if isNew { return }
        bindings[row].sighting.add(place.proof)
        if !withoutOverride { bindings[row].withoutOverride = false }
    }

    /// Whether anything binds the address to the MAC on the link so far.
    func isBound(_ address: IPAddress, to mac: MACAddress, onLink link: Int) -> Bool {
        let source = SourceKey(link: UInt32(link), mac: mac, address: address)
        return BindingEvidence.allCases.contains {
            bindings.place(of: BindingKey(source: source, evidence: $0)) != nil
        }
    }

    /// The row of a MAC on the frame's link.
    mutating func macRow(_ mac: MACAddress, _ place: Place) -> Int? {
        macs.place(of: LinkMACKey(link: place.linkNumber, mac: mac)) {
            MACRow(link: place.link, mac: mac, proof: place.proof)
        }
    }

    mutating func observeMAC(_ record: FrameRecord, _ place: Place) {
        guard let row = macRow(record.linkSource, place) else { return }
        macs[row].sighting.add(place.proof)
        switch record.network {
        case .ipv4: macs[row].ipv4Sent.add(bytes: record.ip.length)
        case .ipv6:
            macs[row].ipv6Sent.add(bytes: record.ip.length)
            if macs[row].firstIPv6Frame == nil { macs[row].firstIPv6Frame = place.proof }
        case .none, .arp: break
        }
    }

    /// RFC 826; announcements and probes: RFC 5227.
    mutating func observeARP(_ record: FrameRecord, _ place: Place) {
        let arp = record.arp
        if record.linkDestination == .broadcast, record.linkSource.isUnicast {
            set.links[place.link].broadcastARPSenders.insert(record.linkSource, upTo: limits.setMembers)
        }
        guard arp.operation == 1 || arp.operation == 2, arp.senderAddress != .unspecified else { return }
        let evidence: BindingEvidence =
            arp.senderAddress == arp.targetAddress ? .arpAnnouncement : arp.operation == 1 ? .arpRequest : .arpReply
        bind(IPAddress(arp.senderAddress), to: arp.senderMAC, by: evidence, place)
    }

    mutating func observeSource(_ record: FrameRecord, _ place: Place) {
        let mac = record.hasLinkSource && record.linkSource.isUnicast ? record.linkSource : .zero
        guard record.ip.source.isHostUnicast else { return }
        let key = SourceKey(link: place.linkNumber, mac: mac, address: record.ip.source)
        var isNew = false
        guard
            let row = sources.place(
                of: key,
                make: {
                    isNew = true
                    return SourceRow(
                        link: place.link, mac: mac, address: record.ip.source, sighting: Sighting(place.proof))
                })
        else { return }
        if !isNew { sources[row].sighting.add(place.proof) }
        sources[row].traffic.add(bytes: record.ip.length)
    }

    /// Sources and destinations that no router forwards bind the source to the frame's sender.
    mutating func observeLinkScope(_ record: FrameRecord, _ place: Place) {
        guard record.hasLinkSource else { return }
        let source = record.ip.source
        if source.isLinkLocal { bind(source, to: record.linkSource, by: .linkLocalSource, place) }
        let destination = record.ip.destination
        let isLinkScope: Bool
        if let v4 = destination.ipv4 {
            isLinkScope = v4.value >> 8 == 0xe00000 || v4 == .broadcast
        } else {
            isLinkScope = destination.ipv6?.isLinkScopeMulticast ?? false
        }
        if isLinkScope { bind(source, to: record.linkSource, by: .linkScopeDestination, place) }
        if record.network == .ipv6, record.transport == .udp, record.destinationPort == 5353, destination.isMulticast {
            noteMulticastIPv6(record.linkSource, place)
        }
    }

    /// Multicast NDP, MLD or mDNS over IPv6: what others send so would have been seen here too.
    mutating func noteMulticastIPv6(_ mac: MACAddress, _ place: Place) {
        guard mac.isUnicast else { return }
        set.links[place.link].multicastIPv6Senders.insert(mac, upTo: limits.setMembers)
        if set.links[place.link].firstMulticastIPv6 == nil { set.links[place.link].firstMulticastIPv6 = place.proof }
    }
}
