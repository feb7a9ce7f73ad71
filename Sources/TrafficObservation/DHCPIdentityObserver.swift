import NetworkTypes
import PacketDecode

/// What a client is known by in DHCP, with the address that the message gives it.
extension TrafficObserver {
    /// - Parameter isOnLink: the client is on this link.
    mutating func noteDHCPv4Identity(
        _ message: DHCPv4Message, of client: MACAddress, isOnLink: Bool, _ place: Place
    ) {
        let isAcknowledgement = message.operation == 2 && message.messageType == 5
        // What is offered or refused is nobody's address.
        guard message.operation == 1 || isAcknowledgement else { return }
        let isGiven = isAcknowledgement && message.yourAddress != .unspecified
        let address = IPAddress(isGiven ? message.yourAddress : message.clientAddress)
        noteDHCPName(message.fullyQualifiedName, address, client, place)
        if let identifier = message.clientDUID {
            noteIdentity(.uniqueIdentifier, identifier.octets.hexadecimal, address, client, place)
        }
        if isAcknowledgement, message.relayAddress != .unspecified, !isOnLink, address.isHostUnicast {
            noteIdentity(.hardwareAddress, client.description, address, .zero, place)
        }
    }

    mutating func noteDHCPv6Identity(
        _ message: DHCPv6Message, _ record: FrameRecord, _ sender: MACAddress, _ place: Place
    ) {
        let isReply = message.type == DHCPv6Message.reply
        guard isReply || message.type != DHCPv6Message.advertise && message.type != DHCPv6Message.reconfigure else {
            return
        }
        let client: MACAddress
        if message.isRelayed {
            client = message.clientLinkLayer ?? .zero
        } else if isReply {
            client = record.ip.destination.isLinkLocal ? record.linkDestination : .zero
        } else {
            // From another address the message may have come through a router. RFC 9915 §18.4.
            client = record.ip.source.isLinkLocal ? sender : .zero
        }
        var addresses: [IPAddress] = []
        if isReply {
            for association in message.addresses.prefix(limits.setMembers) where association.validSeconds > 0 {
                addresses.append(IPAddress(association.address))
            }
        }
        if addresses.isEmpty { addresses = [IPAddress(IPv6Address.unspecified)] }
        for address in addresses {
            noteDHCPName(message.fullyQualifiedName, address, client, place)
            if let identifier = message.clientDUID.flatMap({ DUID($0) }) {
                noteIdentity(.uniqueIdentifier, identifier.octets.hexadecimal, address, client, place)
            }
        }
    }

    /// A name with a domain; one without is any machine's.
    private mutating func noteDHCPName(
        _ name: String?, _ address: IPAddress, _ client: MACAddress, _ place: Place
    ) {
        guard let name, name.contains("."), !name.hasPrefix("."),
            name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f })
        else { return }
        noteIdentity(.dhcpName, name.lowercased(), address, client, place)
    }
}
