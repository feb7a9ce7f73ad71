import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct NameKeysTests {
    static let name = "pc-ketoan.xa.example"

    private func answered(_ name: String = name, _ addresses: [String] = [Card.ipv4, Card.ipv6]) throws -> SetBuilder {
        var builder = try SetBuilder.twoCards()
        builder.dns(name, addresses)
        return builder
    }

    @Test func doesNotJoinByAAndAAAAAlone() throws {
        let hosts = HostCorrelator.correlate(try answered().set).hosts
        #expect(hosts.count == 2)
    }

    /// B8 0.60 and C1 0.60.
    @Test func joinsByAAndAAAATogetherWithATLSKey() throws {
        var builder = try SetBuilder.twoCards()
        let frames = builder.dns(Self.name, [Card.ipv4, Card.ipv6])
        try builder.share(.tlsKey)
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv4)
        #expect(host.keys == [.dnsAddresses, .tlsKey])
        #expect(abs((host.mergeConfidence ?? 0) - 0.84) < 1e-9)
        let link = try #require(host.merges.first { $0.key == .dnsAddresses })
        #expect(link.value == Self.name)
        #expect(link.joins == [Card.ipv4, Card.ipv6])
        #expect(
            link.evidence.map(\.filter)
                == frames.map { "dns.resp.name == \"\(Self.name)\" && frame.number == \($0)" })
    }

    @Test func joinsByPointersThatAgreeTogetherWithATLSKey() throws {
        var builder = try answered()
        try builder.share(.dnsPointer, Self.name)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
        try builder.share(.tlsKey)
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv4)
        #expect(host.keys.contains(.dnsName) && host.keys.contains(.tlsKey))
        #expect(abs((host.mergeConfidence ?? 0) - 0.9) < 1e-9)
        let link = try #require(host.merges.first { $0.key == .dnsName })
        #expect(link.value == Self.name)
        #expect(link.evidence.count == 2)
        #expect(
            link.evidence.allSatisfy { $0.filter.hasPrefix("dns.resp.name == \"\(Self.name)\" && frame.number == ") })
    }

    @Test func takesAPointerToAnotherNameForADenial() throws {
        var builder = try answered()
        try builder.share(.tlsKey)
        try builder.identity(.dnsPointer, "other.xa.example", at: Card.ipv6)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    @Test(arguments: ["www.xa.example", "mail.xa.example", "ns1.xa.example", "_ldap.xa.example", "vpn-2.xa.example"])
    func doesNotTakeAServiceForAMachine(name: String) throws {
        var builder = try answered(name)
        try builder.share(.dnsPointer, name)
        try builder.share(.tlsKey)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// As load balancers and round robin have.
    @Test(arguments: ["10.20.30.99", "2001:db8:1::99"])
    func doesNotTakeSeveralAddressesForAMachine(address: String) throws {
        var builder = try answered(Self.name, [Card.ipv4, Card.ipv6, address])
        try builder.share(.dnsPointer, Self.name)
        try builder.share(.tlsKey)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    // MARK: Names on the link

    @Test func doesNotJoinByALinkNameAlone() throws {
        var builder = try SetBuilder.twoCards()
        for card in [Card.first, Card.second] { try builder.name("pc-01", of: card, by: .llmnr) }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// C2 and B5: the label is the same, whatever the protocol.
    @Test(arguments: [NameSource.mdns, .dhcp, .dhcpv6, .llmnr, .nbns])
    func joinsByALinkNameTogetherWithADHCPName(source: NameSource) throws {
        var builder = try SetBuilder.twoCards()
        try builder.name("PC-01", of: Card.first, by: .nbns)
        try builder.name("pc-01.local", of: Card.second, by: source)
        try builder.share(.dhcpName, "pc-01.xa.example")
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv4)
        #expect(host.keys == [.dhcpName, .linkName])
        #expect(abs((host.mergeConfidence ?? 0) - 0.92) < 1e-9)
        let link = try #require(host.merges.first { $0.key == .linkName })
        #expect(link.value == "pc-01")
        #expect(link.evidence.count == 2)
        #expect(link.evidence.first?.filter.hasPrefix("(nbns || nbdgm) && frame.number == ") == true)
    }

    @Test(arguments: [NameSource.dns, .snmp, .lldp, .cdp])
    func asksForANameSpokenOnTheLink(source: NameSource) throws {
        var builder = try SetBuilder.twoCards()
        for card in [Card.first, Card.second] { try builder.name("pc-01", of: card, by: source) }
        try builder.share(.computerName)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    @Test func asksForOneLinkOfAName() throws {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Card.first, [Card.ipv4], on: links[0])
        try builder.card(Card.second, [Card.ipv6], on: links[1])
        try builder.name("pc-01", of: Card.first, by: .dhcp, on: links[0])
        try builder.name("pc-01", of: Card.second, by: .dhcp, on: links[1])
        try builder.share(.computerName)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Domain reference, pitfall 27.
    @Test func refusesANameThatTwoMachinesHave() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, ["10.20.30.10"])
        try builder.card(Card.second, ["10.20.30.20"])
        for card in [Card.first, Card.second] { try builder.name("DESKTOP-1", of: card, by: .nbns) }
        try builder.share(.computerName, "desktop-1|desktop-1", at: "10.20.30.10", and: "10.20.30.20")
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.count == 2)
        #expect(hosts.allSatisfy { $0.refusals == ["B4 shared-identity", "C2 shared-identity"] })
    }
}
