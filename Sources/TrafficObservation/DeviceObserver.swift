import NetworkTypes
import PacketDecode

extension TrafficObserver {
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
            noteChassis(message, mac, place)
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

    func deviceHash(_ mac: MACAddress, _ source: NameSource, _ link: UInt32) -> UInt64 {
        mac.hash(devices.seed ^ (source == .lldp ? 1 : 2), link)
    }

    /// One chassis may speak from many ports, each with a MAC of its own.
    private mutating func noteChassis(_ message: LLDPMessage, _ mac: MACAddress, _ place: Place) {
        guard mac.isUnicast else { return }
        let value: String
        switch message.chassis {
        case .mac(let mac): value = mac.description
        case .address(let address): value = address.description
        // A name may be one that the maker gave to all.
        case .name, .other: return
        }
        noteIdentity(.chassis, value, IPAddress(IPv4Address.unspecified), mac, place)
    }

    private mutating func note(_ device: DeviceRow, _ place: Place) {
        guard device.mac.isUnicast else { return }
        if let name = device.name { noteName(name, device.mac, device.source, place) }
        if device.isTelephone { noteRole(.phone, device.mac, place) }
        let hash = deviceHash(device.mac, device.source, place.linkNumber)
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
            noteMember(devices[found].managementAddresses.insert(address, upTo: limits.setMembers))
        }
    }
}
