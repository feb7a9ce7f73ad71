import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

/// Addresses that were seen only behind a router, with one SSH key on both.
@Suite struct OutsideMachinesTests {
    private func builder(_ addresses: [String]) throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.router)
        for address in addresses {
            try builder.source(address, from: try #require(MACAddress(Card.router)))
            try builder.identity(.sshHostKey, "key", at: address, from: Card.router)
        }
        return builder
    }

    @Test(arguments: [["203.0.113.80", "2001:db8:40::80"], ["2001:db8:40::80", "2001:db8:40::81"]])
    func makesNoHostOfAMachineOfTheOutside(addresses: [String]) throws {
        let table = HostCorrelator.correlate(try builder(addresses).set)
        #expect(table.hosts.map { $0.macs.map(\.description) } == [[Card.router]])
        #expect(table.unmerged.count == 2)
    }

    @Test(arguments: [
        ["10.20.40.80", "2001:db8:40::80"], ["172.16.40.80", "2001:db8:40::80"], ["203.0.113.80", "fd00:40::80"],
    ])
    func makesAHostOfAPrivateOne(addresses: [String]) throws {
        let table = HostCorrelator.correlate(try builder(addresses).set)
        #expect(try table.isOne(addresses[0], addresses[1]))
        #expect(table.unmerged.isEmpty)
        let host = try table.host(addresses[0])
        #expect(host.macs.isEmpty)
        #expect(host.keys == [.sshHostKey])
        #expect(host.ipv4Traffic.packets == 1 && host.ipv6Traffic.packets == 1)
    }

    @Test func leavesAPrivateAddressAloneThatNothingJoins() throws {
        let table = HostCorrelator.correlate(try builder(["10.20.40.80"]).set)
        #expect(table.hosts.count == 1)
        #expect(table.unmerged.count == 1)
    }

    @Test func makesAHostOfAListedOne() throws {
        let site = Site.office([ConfiguredHost("web", addresses: ["203.0.113.80"])])
        let table = HostCorrelator.correlate(try builder(["203.0.113.80", "2001:db8:40::80"]).set, site: site)
        #expect(try table.isOne("203.0.113.80", "2001:db8:40::80"))
    }

    @Test func makesAHostOfOneInASegmentOfTheSite() throws {
        let segment = Segment(
            id: "server", name: LocalizedText(vi: "Máy chủ", en: "Servers"), kind: .server,
            prefixes: ["203.0.113.0/24"].compactMap { IPPrefix($0) })
        let table = HostCorrelator.correlate(
            try builder(["203.0.113.80", "2001:db8:40::80"]).set, site: .office(segments: [segment]))
        #expect(try table.isOne("203.0.113.80", "2001:db8:40::80"))
    }

    /// The other side of a card on the link.
    @Test func joinsAPublicAddressToACardOfTheOffice() throws {
        var builder = try builder(["2001:db8:40::80"])
        try builder.card(Card.first, [Card.ipv4])
        try builder.identity(.sshHostKey, "key", at: Card.ipv4, from: Card.first)
        let host = try HostCorrelator.correlate(builder.set).host("2001:db8:40::80")
        #expect(host.macs.map(\.description) == [Card.first])
    }
}
