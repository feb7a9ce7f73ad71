import NetworkTypes
import Testing

@testable import TrafficObservation

/// Two cards of the machines in these tests, and what they have.
enum Card {
    static let first = "00:50:56:9a:40:10"
    static let second = "00:50:56:9a:40:20"
    static let third = "00:50:56:9a:40:30"
    static let router = "00:0d:b9:4a:10:01"

    static let ipv4 = "10.20.30.10"
    static let ipv6 = "2001:db8:1::10"
}

extension SetBuilder {
    /// One link with a card that has IPv4 and one that has IPv6: one machine or two.
    static func twoCards() throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, [Card.ipv4])
        try builder.card(Card.second, [Card.ipv6])
        return builder
    }

    /// A card that uses its addresses.
    mutating func card(_ mac: String, _ addresses: [String], on link: Int = 0) throws {
        try self.mac(mac, on: link)
        for address in addresses {
            try bind(address, to: mac, by: address.contains(":") ? .solicitationSource : .arpRequest, on: link)
        }
    }

    /// - Returns: the number of the frame.
    @discardableResult
    mutating func identity(
        _ kind: IdentityKind, _ value: String, at address: String, from mac: String? = nil, on link: Int = 0,
        second: Int64 = 0
    ) throws -> UInt64 {
        let proof = proof(link, at: second)
        let sender = try mac.map { try #require(MACAddress($0)) } ?? .zero
        set.identities.append(
            IdentityRow(
                link: link, mac: sender, address: try #require(IPAddress(address)), kind: kind, value: value,
                sighting: Sighting(proof)))
        return proof.frame
    }

    /// The same value at both addresses.
    ///
    /// - Returns: the numbers of the frames.
    @discardableResult
    mutating func share(
        _ kind: IdentityKind, _ value: String = "value", at one: String = Card.ipv4, and other: String = Card.ipv6,
        from mac: String? = nil
    ) throws -> [UInt64] {
        [try identity(kind, value, at: one, from: mac), try identity(kind, value, at: other, from: mac)]
    }

    @discardableResult
    mutating func device(
        _ source: NameSource, from mac: String, name: String? = nil, management: [String], on link: Int = 0
    ) throws -> UInt64 {
        let proof = proof(link)
        set.devices.append(
            DeviceRow(
                link: link, mac: try #require(MACAddress(mac)), source: source, name: name,
                managementAddresses: Set(management.compactMap { IPAddress($0) }), sighting: Sighting(proof)))
        return proof.frame
    }

    /// Answers to A and AAAA.
    @discardableResult
    mutating func dns(_ name: String, _ addresses: [String], on link: Int = 0) -> [UInt64] {
        let proofs = [proof(link), proof(link)]
        var row = DNSNameRow(name: name)
        for address in addresses.compactMap({ IPAddress($0) }) { _ = row.addAddress(address, upTo: 8) }
        row.aAnswers = Sighting(proofs[0])
        row.aaaaAnswers = Sighting(proofs[1])
        set.dnsNames.append(row)
        return proofs.map(\.frame)
    }

    /// An end of a conversation as one link shows it.
    struct End {
        let address: String
        /// The source of its frames there, and where they go.
        let mac: String
        let nextHop: String
        var hopLimit: UInt8 = 64
    }

    @discardableResult
    mutating func conversation(_ client: End, _ server: End, port: UInt16 = 50_000, on link: Int = 0) throws -> UInt64 {
        let proof = proof(link)
        var row = FlowRow(
            link: link, client: try #require(IPAddress(client.address)),
            server: try #require(IPAddress(server.address)),
            transport: .tcp, clientPort: port, serverPort: 443, firstFrame: proof, lastSeen: proof.time)
        row.clientMAC = try #require(MACAddress(client.mac))
        row.clientNextHop = try #require(MACAddress(client.nextHop))
        row.serverMAC = try #require(MACAddress(server.mac))
        row.serverNextHop = try #require(MACAddress(server.nextHop))
        row.clientPackets = 3
        row.serverPackets = 3
        set.flows.append(row)
        for end in [client, server] {
            let mac = try #require(MACAddress(end.mac))
            let isKnown = set.sources.contains {
                $0.link == link && $0.mac == mac && $0.address.description == end.address
            }
            if !isKnown { try source(end.address, from: mac, on: link, hopLimit: end.hopLimit) }
        }
        return proof.frame
    }

    mutating func conflict(_ address: String, _ first: String, _ second: String, on link: Int = 0) throws {
        let proof = proof(link)
        set.conflicts.append(
            AddressConflictRow(
                link: link, address: try #require(IPv6Address(address)), first: try #require(MACAddress(first)),
                second: try #require(MACAddress(second)), sighting: Sighting(proof)))
    }
}
