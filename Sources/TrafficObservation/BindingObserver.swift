import NetworkTypes
import PacketDecode

extension TrafficObserver {
    mutating func bind(
        _ address: IPAddress, to mac: MACAddress, by evidence: BindingEvidence, _ place: Place,
        withoutOverride: Bool = false
    ) {
        guard mac.isUnicast, address.isHostUnicast else { return }
        guard let number = boundAddress(address, mac, place) else { return }
        var row = bound[number].firstBinding
        while row >= 0 {
            if bindings[Int(row)].evidence == evidence {
                bindings[Int(row)].sighting.add(place.proof)
                if !withoutOverride { bindings[Int(row)].withoutOverride = false }
                return
            }
            row = bindings[Int(row)].next
        }
        guard bindings.count < limits.bindings else {
            bindingsRefused &+= 1
            return
        }
        var new = BindingRow(
            link: place.link, mac: mac, address: address, evidence: evidence, sighting: Sighting(place.proof),
            withoutOverride: withoutOverride)
        new.next = bound[number].firstBinding
        bound[number].firstBinding = Int32(truncatingIfNeeded: bindings.count)
        bindings.append(new)
    }

    private mutating func boundAddress(_ address: IPAddress, _ mac: MACAddress, _ place: Place) -> Int? {
        let hash = address.hash(bound.seed, place.linkNumber, mac)
        let found = bound.find(hash) { $0.address == address && $0.mac == mac && $0.link == place.linkNumber }
        return found ?? bound.append(BoundAddress(link: place.linkNumber, mac: mac, address: address), hash)
    }

    /// Whether anything binds the address to the MAC on the link so far.
    func isBound(_ address: IPAddress, to mac: MACAddress, onLink link: Int) -> Bool {
        let number = UInt32(truncatingIfNeeded: link)
        return bound.find(address.hash(bound.seed, number, mac)) {
            $0.address == address && $0.mac == mac && $0.link == number && $0.firstBinding >= 0
        } != nil
    }

    /// The row of a MAC on the frame's link.
    mutating func macRow(_ mac: MACAddress, _ place: Place) -> Int? {
        let hash = mac.hash(macs.seed, place.linkNumber)
        let found = macs.find(hash) { $0.mac == mac && $0.linkNumber == place.linkNumber }
        return found ?? macs.append(MACRow(link: place.link, mac: mac, proof: place.proof).uncounted, hash)
    }

    /// A frame whose sender is not counted by its row in the table of sources.
    mutating func observeMAC(_ record: FrameRecord, _ place: Place) {
        guard record.hasLinkSource, record.linkSource.isUnicast, let row = macRow(record.linkSource, place) else {
            return
        }
        macs[row].add(place.proof)
        switch record.network {
        case .ipv4: macs[row].ipv4Sent.add(bytes: record.ip.length)
        case .ipv6:
            macs[row].ipv6Sent.add(bytes: record.ip.length)
            macs[row].addIPv6Frame(place.proof)
        case .none, .arp: break
        }
    }

    /// The direction of a frame at a capture point that knows it.
    mutating func observeDirection(_ record: FrameRecord, _ place: Place) {
        guard record.hasLinkSource, record.linkSource.isUnicast, let row = macRow(record.linkSource, place) else {
            return
        }
        if record.direction == .sent {
            macs[row].isSentByCapturePoint = true
        } else {
            macs[row].isReceivedByCapturePoint = true
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

    /// Counts an IP packet by its source, and through it by its MAC; the row's number, −1 where it has none.
    @inline(__always)
    mutating func observeSource(_ record: FrameRecord, _ place: Place) -> Int32 {
        let mac = record.hasLinkSource && record.linkSource.isUnicast ? record.linkSource : .zero
        let address = record.ip.source
        let last = Int(lastSource)
        if last >= 0, sources[last].address == address, sources[last].mac == mac,
            sources[last].linkNumber == place.linkNumber
        {
            sources[last].add(record.ip, place.proof)
            return lastSource
        }
        guard let row = sourceRow(address, mac, place) else {
            observeMAC(record, place)
            return -1
        }
        lastSource = Int32(truncatingIfNeeded: row)
        sources[row].add(record.ip, place.proof)
        return lastSource
    }

    /// The row of a source; a new one starts without a packet.
    private mutating func sourceRow(_ address: IPAddress, _ mac: MACAddress, _ place: Place) -> Int? {
        guard address.isHostUnicast else { return nil }
        let hash = address.hash(sources.seed, place.linkNumber, mac)
        let found = sources.find(hash) {
            $0.address == address && $0.mac == mac && $0.linkNumber == place.linkNumber
        }
        if let found { return found }
        // The MAC's row comes first, so that MACs stand in the order in which they were seen.
        if mac != .zero, macRow(mac, place) == nil { return nil }
        return sources.append(
            SourceRow(link: place.link, mac: mac, address: address, sighting: Sighting(place.proof)).uncounted, hash)
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
        set.links[place.link].firstMulticastIPv6.keepEarlier(place.proof)
    }
}
