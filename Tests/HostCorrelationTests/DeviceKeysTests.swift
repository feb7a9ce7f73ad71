import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct DeviceKeysTests {
    @Test(arguments: [NameSource.lldp, .cdp])
    func joinsTheManagementAddressesOfOneSender(source: NameSource) throws {
        var builder = try SetBuilder.twoCards()
        let frame = try builder.device(source, from: Card.third, name: "sw-01", management: [Card.ipv4, Card.ipv6])
        try builder.mac(Card.third)
        let table = HostCorrelator.correlate(builder.set)
        let host = try #require(table.hosts.first)
        #expect(table.hosts.count == 1)
        #expect(host.macs.count == 3)
        #expect(host.mergeConfidence == 0.97)
        #expect(Set(host.keys) == [.linkDiscovery])
        let link = try #require(host.merges.first { $0.joins == [Card.ipv4, Card.ipv6] })
        #expect(link.value == "sw-01")
        #expect(Set(link.evidence.map(\.filter)) == ["\(source.rawValue) && frame.number == \(frame)"])
    }

    @Test func joinsTheSendersOfOneChassis() throws {
        var builder = try SetBuilder.twoCards()
        for card in [Card.first, Card.second] {
            try builder.identity(.chassis, "00:0d:b9:4a:10:00", at: "0.0.0.0", from: card)
        }
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv4)
        #expect(host.keys == [.linkDiscovery])
        #expect(host.merges.first?.evidence.allSatisfy { $0.filter.hasPrefix("lldp && ") } == true)
    }

    @Test func leavesAVirtualRouterOut() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, [Card.ipv4])
        try builder.card("00:00:5e:00:02:0a", [Card.ipv6])
        try builder.device(.lldp, from: Card.first, management: [Card.ipv4, Card.ipv6])
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Nothing was seen of the address: it makes no host.
    @Test func makesNothingOfAnAddressThatNobodySentFrom() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, [Card.ipv4])
        try builder.device(.lldp, from: Card.first, management: [Card.ipv4, Card.ipv6])
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.map(\.ipv6.count) == [0])
    }
}
