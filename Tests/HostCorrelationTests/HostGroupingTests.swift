import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct HostGroupingTests {
    static let card = "00:50:56:9a:40:10"
    static let random = "02:42:ac:11:00:02"

    private func site(_ pins: [Pin]) -> Site { Site(id: "s", name: LocalizedText(vi: "s", en: "s"), pins: pins) }

    @Test func joinsACardOverLinksAndCaptures() throws {
        var builder = SetBuilder(captures: 2)
        for (capture, interface) in [(0, 0), (0, 1), (1, 0)] {
            let link = builder.link(capture: UInt32(capture), interface: UInt32(interface))
            try builder.mac(Self.card, on: link)
            try builder.bind("192.0.2.10", to: Self.card, by: .arpRequest, on: link)
        }
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first)
        #expect(host.links == ["0.0", "0.1", "1.0"])
        #expect(host.ipv4.count == 1)
        #expect(host.ipv4.first?.evidence.count == 1)
    }

    @Test func keepsARandomCardApartOverCaptures() throws {
        var builder = SetBuilder(captures: 2)
        for capture in [0, 1] {
            let link = builder.link(capture: UInt32(capture))
            try builder.mac(Self.random, on: link, at: Int64(capture * 86_400))
        }
        for segment in [nil, "lan"] {
            let hosts = HostCorrelator.correlate(builder.set, segment: segment).hosts
            #expect(hosts.count == 2)
            #expect(Set(hosts.map(\.id)).count == 2)
            #expect(hosts.allSatisfy { $0.rejected.map(\.because) == ["random-mac-across-captures"] })
        }
    }

    @Test func joinsARandomCardByItsName() throws {
        var builder = SetBuilder(captures: 2)
        for capture in [0, 1] {
            let link = builder.link(capture: UInt32(capture))
            try builder.mac(Self.random, on: link) { $0.dhcpHostNames = ["phone"] }
        }
        #expect(HostCorrelator.correlate(builder.set, segment: "lan").hosts.count == 1)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    @Test func joinsARandomCardAfterThirtyDays() throws {
        var builder = SetBuilder(captures: 2)
        for capture in [0, 1] {
            let link = builder.link(capture: UInt32(capture))
            try builder.mac(Self.random, on: link, at: Int64(capture * 30 * 86_400))
        }
        #expect(HostCorrelator.correlate(builder.set, segment: "lan").hosts.count == 1)
    }

    @Test func keepsARandomCardApartOnTwoLinks() throws {
        var builder = SetBuilder()
        for interface in [0, 1] { try builder.mac(Self.random, on: builder.link(interface: UInt32(interface))) }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    @Test func givesAVirtualRouterAHostOnEachLink() throws {
        var builder = SetBuilder()
        for interface in [0, 1] {
            let link = builder.link(interface: UInt32(interface))
            try builder.mac("00:00:5e:00:01:0a", on: link)
            try builder.bind("192.0.2.1", to: "00:00:5e:00:01:0a", by: .arpReply, on: link)
            try builder.bind("fe80::1", to: "00:00:5e:00:01:0a", by: .advertisementTarget, on: link)
        }
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.count == 2)
        #expect(hosts.allSatisfy { $0.isVirtualMAC && $0.merges.isEmpty })
        #expect(hosts.allSatisfy { $0.rejected.map(\.because) == ["virtual-router-mac"] })
    }

    @Test func joinsWhatAPersonSaysIsOneMachine() throws {
        let other = "00:50:56:9a:40:11"
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.mac(other)
        try builder.bind("2001:db8::10", to: other, by: .solicitationSource)
        let pin = Pin(
            relation: .same,
            keys: [.mac(try #require(MACAddress(Self.card))), .address(try #require(IPAddress("2001:db8::10")))],
            by: "office",
            on: try #require(CalendarDate("2026-11-05")))
        let host = try #require(HostCorrelator.correlate(builder.set, site: site([pin])).hosts.first)
        #expect(host.macs.map(\.description) == [Self.card, other])
        #expect(host.merges.map(\.key) == [.statement])
        #expect(host.merges.first?.confidence == 1)
    }

    @Test func takesAnAddressAwayThatAPersonGivesToAnotherMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.bind("192.0.2.10", to: Self.card, by: .arpRequest)
        try builder.bind("192.0.2.11", to: Self.card, by: .arpRequest)
        let pin = Pin(
            relation: .different,
            keys: [.mac(try #require(MACAddress(Self.card))), .address(try #require(IPAddress("192.0.2.11")))],
            by: "office",
            on: try #require(CalendarDate("2026-11-05")))
        let hosts = HostCorrelator.correlate(builder.set, site: site([pin])).hosts
        #expect(hosts.count == 2)
        #expect(hosts.first { !$0.macs.isEmpty }?.ipv4.map(\.address.description) == ["192.0.2.10"])
        #expect(hosts.first { $0.macs.isEmpty }?.ipv4.map(\.address.description) == ["192.0.2.11"])
        #expect(hosts.allSatisfy { $0.rejected.contains { $0.key == "P" } })
    }
}
