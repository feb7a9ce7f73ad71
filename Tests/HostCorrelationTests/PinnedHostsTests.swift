import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

/// Key P of the domain reference §4.7: the person's word holds, and what speaks against it is shown.
@Suite struct PinnedHostsTests {
    @Test func keepsApartAgainstASufficientKey() throws {
        var builder = try SetBuilder.twoCards()
        try builder.share(.sshHostKey)
        let pin = try Pin.saying(.different, Card.ipv4, Card.ipv6)
        let table = HostCorrelator.correlate(builder.set, site: .office(pins: [pin]))
        #expect(try !table.isOne(Card.ipv4, Card.ipv6))
        #expect(try table.host(Card.ipv4).refusals == ["B1 pin", "P pin"])
    }

    @Test func joinsAgainstAContradictionAndShowsIt() throws {
        var builder = try SetBuilder.twoCards()
        try builder.identity(.snmpEngine, "one", at: Card.ipv4, from: Card.first)
        try builder.identity(.snmpEngine, "other", at: Card.ipv6, from: Card.second)
        let pin = try Pin.saying(.same, Card.first, Card.ipv6, why: "two cards")
        let host = try HostCorrelator.correlate(builder.set, site: .office(pins: [pin])).host(Card.ipv4)
        #expect(host.macs.count == 2)
        let merge = try #require(host.keyedMerges.first)
        #expect(merge.key == .statement)
        #expect(merge.value == "two cards")
        #expect(merge.confidence == 1)
        #expect(merge.joins == [Card.first, Card.ipv6].sorted())
        #expect(merge.evidence.isEmpty)
        let refused = try #require(host.rejected.first)
        #expect(host.refusals == ["P different-snmp-engines"])
        #expect(refused.about == merge.joins)
    }

    @Test func showsThatTheHostKeysDiffer() throws {
        var builder = try SetBuilder.twoCards()
        try builder.identity(.sshHostKey, "one", at: Card.ipv4, from: Card.first)
        try builder.identity(.sshHostKey, "other", at: Card.ipv6, from: Card.second)
        let pin = try Pin.saying(.same, Card.first, Card.second)
        let host = try HostCorrelator.correlate(builder.set, site: .office(pins: [pin])).host(Card.ipv4)
        #expect(host.refusals == ["P different-ssh-host-keys"])
    }

    /// The contradiction is between the second and the third.
    @Test func showsAContradictionBetweenAnyTwo() throws {
        var builder = try SetBuilder.twoCards()
        try builder.card(Card.third, ["fe80::3"])
        try builder.identity(.snmpEngine, "one", at: Card.ipv4, from: Card.first)
        try builder.identity(.snmpEngine, "other", at: Card.ipv6, from: Card.second)
        let pin = try Pin.saying(.same, Card.third, Card.first, Card.second)
        let host = try HostCorrelator.correlate(builder.set, site: .office(pins: [pin])).host(Card.ipv4)
        #expect(host.macs.count == 3)
        #expect(host.refusals == ["P different-snmp-engines"])
    }

    // MARK: Addresses behind a router

    private func behindARouter() throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, [Card.ipv4])
        try builder.mac(Card.router)
        try builder.source(Card.ipv6, from: try #require(MACAddress(Card.router)))
        return builder
    }

    @Test func joinsAnAddressThatWasSeenOnlyBehindARouter() throws {
        let pin = try Pin.saying(.same, Card.first, Card.ipv6)
        let table = HostCorrelator.correlate(try behindARouter().set, site: .office(pins: [pin]))
        #expect(try table.isOne(Card.ipv4, Card.ipv6))
        #expect(try table.host(Card.ipv4).keys == [.statement])
        #expect(table.unmerged.isEmpty)
    }

    @Test func keepsAnAddressBehindARouterApartAgainstAKey() throws {
        var builder = try behindARouter()
        try builder.share(.sshHostKey)
        #expect(try HostCorrelator.correlate(builder.set).isOne(Card.ipv4, Card.ipv6))
        let pin = try Pin.saying(.different, Card.first, Card.ipv6)
        let table = HostCorrelator.correlate(builder.set, site: .office(pins: [pin]))
        let host = try table.host(Card.ipv4)
        #expect(host.ipv6.isEmpty)
        #expect(host.refusals == ["B1 pin", "P pin"])
    }

    /// Two hosts that keys made, and a person joins: as sure as the weaker of them.
    @Test func keepsTheConfidenceOfTheWeakestJoin() throws {
        var builder = SetBuilder()
        for number in 0..<4 {
            let link = builder.link(interface: UInt32(number))
            let address = number % 2 == 0 ? "10.20.\(number).10" : "2001:db8:\(number)::10"
            try builder.card("00:50:56:9a:40:1\(number)", [address], on: link)
        }
        try builder.share(.sshHostKey, at: "10.20.0.10", and: "2001:db8:1::10")
        try builder.share(.accountingSession, at: "10.20.2.10", and: "2001:db8:3::10")
        let pin = try Pin.saying(.same, "10.20.0.10", "10.20.2.10")
        for _ in 0..<8 {
            let hosts = HostCorrelator.correlate(builder.set, site: .office(pins: [pin])).hosts
            #expect(hosts.count == 1)
            #expect(hosts.first?.mergeConfidence == 0.9)
        }
    }
}
