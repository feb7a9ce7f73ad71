import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct ListedKeysTests {
    @Test(arguments: [
        ConfiguredHost("web", macs: [Card.first, Card.second]),
        ConfiguredHost("web", addresses: [Card.ipv4, Card.ipv6]),
        ConfiguredHost("web", macs: [Card.first, Card.second], addresses: [Card.ipv4, Card.ipv6]),
    ])
    func joinsWhatOneRowLists(row: ConfiguredHost) throws {
        let table = HostCorrelator.correlate(try SetBuilder.twoCards().set, site: .office([row]))
        let host = try #require(table.hosts.first)
        #expect(table.hosts.count == 1)
        let link = try #require(host.merges.first)
        #expect(link.key == .configuration)
        #expect(link.value == "web")
        #expect(link.joins == [Card.ipv4, Card.ipv6])
        #expect(link.evidence.isEmpty)
        #expect(host.mergeConfidence == 0.99)
    }

    @Test func doesNotJoinTwoRows() throws {
        let site = Site.office([
            ConfiguredHost("a", addresses: [Card.ipv4]), ConfiguredHost("b", addresses: [Card.ipv6]),
        ])
        #expect(HostCorrelator.correlate(try SetBuilder.twoCards().set, site: site).hosts.count == 2)
    }

    /// The address is another machine's now.
    @Test func doesNotTrustAListThatIsOutOfDate() throws {
        let site = Site.office([ConfiguredHost("web", macs: [Card.first], addresses: [Card.ipv4, Card.ipv6])])
        let table = HostCorrelator.correlate(try SetBuilder.twoCards().set, site: site)
        #expect(table.hosts.count == 2)
    }

    @Test func joinsAListedAddressBehindARouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        for address in ["10.20.40.10", "2001:db8:40::10"] {
            try builder.source(address, from: try #require(MACAddress(Card.router)))
        }
        let site = Site.office([ConfiguredHost("web", addresses: ["10.20.40.10", "2001:db8:40::10"])])
        let table = HostCorrelator.correlate(builder.set, site: site)
        #expect(try table.isOne("10.20.40.10", "2001:db8:40::10"))
        #expect(try table.host("10.20.40.10").keys == [.configuration])
    }

    /// A server with two cards on one link, as its owner says.
    @Test func joinsTwoCardsWithIPv4OnOneLink() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, ["10.20.30.10"])
        try builder.card(Card.second, ["10.20.30.11"])
        let site = Site.office([ConfiguredHost("web", macs: [Card.first, Card.second])])
        #expect(HostCorrelator.correlate(builder.set, site: site).hosts.count == 1)
    }
}
