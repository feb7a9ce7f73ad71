import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct EmbeddedMACKeysTests {
    static let embedded = "2001:db8:1:0:250:56ff:fe9a:4010"

    /// A card with IPv4, and an address made of its MAC behind a MAC.
    private func builder(
        behind sender: String, by evidence: BindingEvidence? = .arpRequest, alsoHaving other: String? = nil
    ) throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        try builder.mac(Card.first)
        if let evidence { try builder.bind(Card.ipv4, to: Card.first, by: evidence) }
        if let other { try builder.bind(other, to: Card.first, by: .solicitationSource) }
        try builder.source(Self.embedded, from: try #require(MACAddress(sender)))
        return builder
    }

    @Test(arguments: [Card.router, Card.first])
    func joinsAnAddressMadeOfACardThatARPShows(sender: String) throws {
        let table = HostCorrelator.correlate(try builder(behind: sender).set)
        let host = try table.host(Self.embedded)
        #expect(host.macs.map(\.description) == [Card.first])
        #expect(try table.isOne(Card.ipv4, Self.embedded))
        let link = try #require(host.merges.first { $0.key == .embeddedMAC })
        #expect(link.value == Card.first)
        #expect(link.joins == [Card.ipv4, Self.embedded])
        #expect(
            link.evidence.map(\.filter) == [
                "arp.opcode == 1 && arp.src.hw_mac == \(Card.first) && arp.src.proto_ipv4 == \(Card.ipv4)"
                    + " && frame.number == 3",
                "ipv6.src == \(Self.embedded) && frame.number == 4",
            ])
        #expect(host.mergeConfidence == 0.9)
        #expect(host.ipv6Traffic.packets == 1)
        #expect(table.unmerged.isEmpty)
    }

    /// The machine has a temporary address beside it. RFC 8981.
    @Test func joinsItToACardWithAnotherIPv6Address() throws {
        let table = HostCorrelator.correlate(
            try builder(behind: Card.router, alsoHaving: "2001:db8:1::a1b2:c3d4:e5f6").set)
        #expect(try table.isOne(Card.ipv4, Self.embedded))
    }

    @Test func asksForIPv4OfTheCardOnTheLink() throws {
        let table = HostCorrelator.correlate(try builder(behind: Card.router, by: nil).set)
        #expect(table.hosts.allSatisfy { $0.ipv6.isEmpty })
        #expect(table.unmerged.map(\.address.description) == [Self.embedded])
    }

    @Test func asksForTheSameLink() throws {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Card.first, [Card.ipv4], on: links[0])
        try builder.mac(Card.router, on: links[1])
        try builder.source(Self.embedded, from: try #require(MACAddress(Card.router)), on: links[1])
        let table = HostCorrelator.correlate(builder.set)
        #expect(try table.host(Card.ipv4).ipv6.isEmpty)
    }

    /// 6to4 and Teredo addresses are no machine's own. Domain reference §4.2.
    @Test func leavesTunnelAddressesOut() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, [Card.ipv4])
        try builder.source("2002:a14:1e0a:0:250:56ff:fe9a:4010", from: try #require(MACAddress(Card.first)))
        #expect(HostCorrelator.correlate(builder.set).hosts.map(\.ipv6.count) == [0])
    }
}
