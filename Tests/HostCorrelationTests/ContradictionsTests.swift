import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

/// Each case has a key that is enough by itself. Domain reference §4.7.
@Suite struct ContradictionsTests {
    private func sameKey() throws -> SetBuilder {
        var builder = try SetBuilder.twoCards()
        try builder.share(.sshHostKey)
        return builder
    }

    private func expectApart(_ builder: SetBuilder, _ reason: String, site: Site? = nil) throws {
        let table = HostCorrelator.correlate(builder.set, site: site)
        #expect(try !table.isOne(Card.ipv4, Card.ipv6))
        for (own, other) in [(Card.ipv4, Card.ipv6), (Card.ipv6, Card.ipv4)] {
            let host = try table.host(own)
            #expect(host.merges.allSatisfy { $0.key == .linkLayerAddress })
            let refused = try #require(host.rejected.first { $0.key == "B1" })
            #expect(refused.because == reason)
            #expect(refused.about.contains(other))
        }
    }

    @Test func joinsWhereNothingSpeaksAgainstIt() throws {
        #expect(HostCorrelator.correlate(try sameKey().set).hosts.count == 1)
    }

    @Test func refusesWhereTheTwoTalkToEachOther() throws {
        var builder = try sameKey()
        try builder.bind("fe80::a", to: Card.first, by: .linkLocalSource)
        try builder.conversation(
            .init(address: Card.ipv6, mac: Card.second, nextHop: Card.first),
            .init(address: "fe80::a", mac: Card.first, nextHop: Card.second))
        try expectApart(builder, "traffic-between")
    }

    @Test func takesAnUnansweredQuestionForNoTraffic() throws {
        var builder = try sameKey()
        try builder.bind("fe80::a", to: Card.first, by: .linkLocalSource)
        try builder.conversation(
            .init(address: Card.ipv6, mac: Card.second, nextHop: Card.first),
            .init(address: "fe80::a", mac: Card.first, nextHop: Card.second))
        builder.set.flows[0].serverPackets = 0
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 1)
    }

    /// Each end is known on its own link, and a router stands between.
    @Test func refusesWhereTheTwoTalkThroughARouter() throws {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Card.first, [Card.ipv4], on: links[0])
        try builder.card(Card.second, [Card.ipv6, "10.20.40.20"], on: links[1])
        try builder.mac(Card.router, on: links[0])
        try builder.share(.sshHostKey)
        try builder.share(.tlsKey)
        try builder.conversation(
            .init(address: Card.ipv4, mac: Card.first, nextHop: Card.router),
            .init(address: "10.20.40.20", mac: Card.router, nextHop: Card.first, hopLimit: 63), on: links[0])
        try expectApart(builder, "traffic-between")
    }

    @Test(arguments: [(Int64(0), true), (60, true), (61, false)])
    func refusesWhereBothClaimAnAddressWithinAMinute(second: Int64, isApart: Bool) throws {
        var builder = try sameKey()
        try builder.bind("fe80::5", to: Card.first, by: .solicitationSource, at: 0)
        try builder.bind("fe80::5", to: Card.second, by: .solicitationSource, at: second)
        if isApart {
            try expectApart(builder, "address-claimed-by-both")
        } else {
            #expect(HostCorrelator.correlate(builder.set).hosts.count == 1)
        }
    }

    /// The probe of one, the answer of the other: the address is taken from the first, and they are two all the same.
    @Test func refusesWhereOneDefendsItsAddressAgainstTheOther() throws {
        var builder = try sameKey()
        try builder.bind("fe80::5", to: Card.first, by: .duplicateAddressDetection)
        try builder.bind("fe80::5", to: Card.second, by: .advertisementTarget)
        try builder.conflict("fe80::5", Card.second, Card.first)
        try expectApart(builder, "address-claimed-by-both")
    }

    @Test func refusesDifferentSNMPEngines() throws {
        var builder = try sameKey()
        try builder.identity(.snmpEngine, "one", at: Card.ipv4, from: Card.first)
        try builder.identity(.snmpEngine, "other", at: Card.ipv6, from: Card.second)
        try expectApart(builder, "different-snmp-engines")
    }

    @Test func joinsWhereOneEngineIsTheSame() throws {
        var builder = try sameKey()
        for (engine, address, card) in [
            ("one", Card.ipv4, Card.first), ("other", Card.ipv6, Card.second), ("one", Card.ipv6, Card.second),
        ] {
            try builder.identity(.snmpEngine, engine, at: address, from: card)
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 1)
    }

    /// An agent that answers through a router is the machine on the other link.
    @Test func refusesDifferentSNMPEnginesSeenBehindARouter() throws {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Card.first, [Card.ipv4], on: links[0])
        try builder.card(Card.second, [Card.ipv6], on: links[1])
        try builder.share(.sshHostKey)
        try builder.identity(.snmpEngine, "one", at: Card.ipv4, from: Card.first)
        try builder.identity(.snmpEngine, "other", at: Card.ipv6, from: Card.router)
        try expectApart(builder, "different-snmp-engines")
    }

    @Test func refusesDifferentSNMPEnginesOfAddressesBehindARouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        for address in [Card.ipv4, Card.ipv6] {
            try builder.source(address, from: try #require(MACAddress(Card.router)))
        }
        try builder.share(.sshHostKey, from: Card.router)
        #expect(try HostCorrelator.correlate(builder.set).isOne(Card.ipv4, Card.ipv6))
        try builder.identity(.snmpEngine, "one", at: Card.ipv4, from: Card.router)
        try builder.identity(.snmpEngine, "other", at: Card.ipv6, from: Card.router)
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 1)
        #expect(table.unmerged.count == 2)
    }

    @Test func refusesTwoRowsOfTheSitesList() throws {
        let site = Site.office([
            ConfiguredHost("a", macs: [Card.first]), ConfiguredHost("b", addresses: [Card.ipv6]),
        ])
        try expectApart(try sameKey(), "listed-apart", site: site)
    }

    /// One machine serves two systems and is listed in both.
    @Test func joinsWhereTwoRowsSpeakOfOneMachine() throws {
        let rows = ["a", "b"].map { ConfiguredHost($0, addresses: [Card.ipv4, Card.ipv6]) }
        let table = HostCorrelator.correlate(try sameKey().set, site: .office(rows))
        #expect(try table.isOne(Card.ipv4, Card.ipv6))
    }

    @Test func refusesWhatAPersonCallsTwoMachines() throws {
        let pin = try Pin.saying(.different, Card.first, Card.ipv6)
        try expectApart(try sameKey(), "pin", site: .office(pins: [pin]))
    }
}
