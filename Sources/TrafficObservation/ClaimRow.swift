package import NetworkTypes

/// What a message says of the machine that sent it, if only the message came straight from it: it counts as soon as
/// anything binds the address to the MAC on the link, before or after.
package struct ClaimRow: Sendable, Equatable {
    package enum Subject: Hashable, Sendable {
        case role(RoleHint)
        case name(String, NameSource)
    }

    package internal(set) var linkNumber: UInt32
    package let mac: MACAddress
    package let address: IPAddress
    package let subject: Subject
    package internal(set) var sighting: Sighting

    package init(link: UInt32, mac: MACAddress, address: IPAddress, subject: Subject, sighting: Sighting) {
        linkNumber = link
        self.mac = mac
        self.address = address
        self.subject = subject
        self.sighting = sighting
    }
}

/// An ICMP error with the first packet of a conversation that it quotes. RFC 792, RFC 4443 §3.1.
package struct UnreachableRow: Sendable, Equatable {
    package internal(set) var linkNumber: UInt32
    package let source: IPAddress
    package let destination: IPAddress
    package let sourcePort: UInt16
    package let destinationPort: UInt16
    package let transport: IPProtocol
    /// The earliest.
    package internal(set) var proof: Proof

    package init(
        link: UInt32, source: IPAddress, destination: IPAddress, sourcePort: UInt16, destinationPort: UInt16,
        transport: IPProtocol, proof: Proof
    ) {
        linkNumber = link
        self.source = source
        self.destination = destination
        self.sourcePort = sourcePort
        self.destinationPort = destinationPort
        self.transport = transport
        self.proof = proof
    }
}
