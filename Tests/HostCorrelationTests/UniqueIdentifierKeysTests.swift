import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct UniqueIdentifierKeysTests {
    /// DUID-LLT with the MAC of the first card. RFC 9915 §11.2.
    static let duid = "00010001" + "2b3c4d5e" + "0050569a4010"
    static let opaque = "0004" + "00112233445566778899aabbccddeeff"

    @Test func joinsCardsThatShowOneDUIDInBothFamilies() throws {
        var builder = try SetBuilder.twoCards()
        let frames = [
            try builder.identity(.uniqueIdentifier, Self.opaque, at: Card.ipv4, from: Card.first),
            try builder.identity(.uniqueIdentifier, Self.opaque, at: "::", from: Card.second),
        ]
        let table = HostCorrelator.correlate(builder.set)
        let host = try table.host(Card.ipv4)
        #expect(table.hosts.count == 1)
        #expect(host.keys == [.uniqueIdentifier])
        #expect(host.mergeConfidence == 0.93)
        let link = try #require(host.merges.first)
        #expect(link.value == Self.opaque)
        #expect(link.joins == [Card.ipv4, Card.ipv6])
        #expect(
            link.evidence.map(\.filter) == [
                "(dhcp.hw.mac_addr == \(Card.first) || dhcp && _ws.short) && frame.number == \(frames[0])",
                "dhcpv6 && frame.number == \(frames[1])",
            ])
    }

    @Test func asksForOneLinkOfADUID() throws {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Card.first, [Card.ipv4], on: links[0])
        try builder.card(Card.second, [Card.ipv6], on: links[1])
        try builder.identity(.uniqueIdentifier, Self.opaque, at: Card.ipv4, from: Card.first, on: links[0])
        try builder.identity(.uniqueIdentifier, Self.opaque, at: "::", from: Card.second, on: links[1])
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Domain reference, pitfall 26.
    @Test func refusesADUIDOfClones() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, ["10.20.30.10", "2001:db8:1::10"])
        try builder.card(Card.second, ["10.20.30.20", "2001:db8:1::20"])
        for card in [Card.first, Card.second] {
            try builder.identity(.uniqueIdentifier, Self.opaque, at: "0.0.0.0", from: card)
            try builder.identity(.uniqueIdentifier, Self.opaque, at: "::", from: card)
        }
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 2)
        #expect(table.hosts.allSatisfy { $0.refusals == ["A6 shared-identity"] })
    }

    /// One DUID on two cards at once with different names is a clone.
    @Test func doesNotJoinADUIDOfTwoNames() throws {
        var builder = try SetBuilder.twoCards()
        try builder.identity(.uniqueIdentifier, Self.opaque, at: Card.ipv4, from: Card.first)
        try builder.identity(.uniqueIdentifier, Self.opaque, at: "::", from: Card.second)
        try builder.name("pc-01", of: Card.first, by: .dhcp)
        try builder.name("pc-02", of: Card.second, by: .dhcpv6)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Domain reference, pitfall 25: the MAC in a DUID may be another card's, so it is not enough.
    @Test func doesNotJoinByTheMACInADUIDAlone() throws {
        var builder = try SetBuilder.twoCards()
        try builder.identity(.uniqueIdentifier, Self.duid, at: "::", from: Card.second)
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.count == 2)
        #expect(hosts.allSatisfy { $0.merges.isEmpty })
    }

    @Test func joinsByTheMACInADUIDAndAName() throws {
        var builder = try SetBuilder.twoCards()
        let frame = try builder.identity(.uniqueIdentifier, Self.duid, at: "::", from: Card.second)
        try builder.name("pc-01", of: Card.first, by: .dhcp)
        try builder.name("pc-01.local", of: Card.second, by: .mdns)
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv4)
        #expect(host.keys == [.uniqueIdentifierMAC, .linkName])
        #expect(abs((host.mergeConfidence ?? 0) - 0.88) < 1e-9)
        let link = try #require(host.merges.first { $0.key == .uniqueIdentifierMAC })
        #expect(link.joins == [Card.ipv4, Card.ipv6])
        #expect(
            Set(link.evidence.map(\.filter)) == [
                "arp.opcode == 1 && arp.src.hw_mac == \(Card.first) && arp.src.proto_ipv4 == \(Card.ipv4)"
                    + " && frame.number == 2",
                "dhcpv6 && frame.number == \(frame)",
            ])
    }

    /// RFC 6939 beside RFC 2131: what relays say of a client on a link without a capture point.
    @Test func joinsWhatRelaysSayOfOneClient() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        let router = try #require(MACAddress(Card.router))
        for address in ["10.20.40.10", "2001:db8:40::10"] { try builder.source(address, from: router) }
        let client = "00:50:56:9a:40:77"
        let frames = [
            try builder.identity(.hardwareAddress, client, at: "10.20.40.10"),
            try builder.identity(.uniqueIdentifier, Self.opaque, at: "2001:db8:40::10", from: client),
        ]
        let table = HostCorrelator.correlate(builder.set)
        let host = try table.host("10.20.40.10")
        #expect(table.hosts.count == 2)
        #expect(try table.isOne("10.20.40.10", "2001:db8:40::10"))
        let link = try #require(host.merges.first)
        #expect(link.key == .relayedLinkLayerAddress)
        #expect(link.value == client)
        #expect(link.joins == ["10.20.40.10", "2001:db8:40::10"])
        #expect(
            link.evidence.map(\.filter) == [
                "dhcp && frame.number == \(frames[0])", "dhcpv6 && frame.number == \(frames[1])",
            ])
        #expect(host.mergeConfidence == 0.93)
        #expect(host.ipv4Traffic.packets == 1 && host.ipv6Traffic.packets == 1)
        #expect(table.unmerged.isEmpty)
    }

    /// A DUID that two cards have stands for neither.
    @Test func doesNotTakeAClonedDUIDForACard() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        let router = try #require(MACAddress(Card.router))
        for address in ["10.20.40.10", "2001:db8:40::10"] { try builder.source(address, from: router) }
        for client in ["00:50:56:9a:40:77", "00:50:56:9a:40:78"] {
            try builder.identity(.uniqueIdentifier, Self.opaque, at: "::", from: client)
        }
        try builder.identity(.hardwareAddress, "00:50:56:9a:40:77", at: "10.20.40.10")
        try builder.identity(.uniqueIdentifier, Self.opaque, at: "2001:db8:40::10")
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 1)
        #expect(table.unmerged.count == 2)
    }

    @Test func readsTheCardInADUID() {
        #expect(MACAddress(inUniqueIdentifier: Self.duid)?.description == Card.first)
        #expect(MACAddress(inUniqueIdentifier: "000300010050569a4010")?.description == Card.first)
        #expect(MACAddress(inUniqueIdentifier: Self.opaque) == nil)
        #expect(MACAddress(inUniqueIdentifier: "000300010050569a40") == nil)
        #expect(MACAddress(inUniqueIdentifier: "00030001zz50569a4010") == nil)
    }
}
