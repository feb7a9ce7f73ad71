import Messages
import NetworkTypes
import PacketDecode
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct LinkResolverTests {
    static let card = "00:50:56:9a:40:10"

    private func segment(_ id: String, _ prefixes: [String], vlan: UInt16? = nil) -> Segment {
        Segment(
            id: id, name: LocalizedText(vi: id, en: id), kind: .officeLAN, vlan: vlan,
            prefixes: prefixes.compactMap { IPPrefix($0) })
    }

    private func site(_ segments: [Segment], captures: [CaptureAssignment] = []) -> Site {
        Site(id: "s", name: LocalizedText(vi: "s", en: "s"), segments: segments, captures: captures)
    }

    private func links(_ set: ObservationSet, _ site: Site? = nil, segment: String? = nil) -> [LinkRecord] {
        HostCorrelator.correlate(set, site: site, segment: segment).links
    }

    @Test func namesLinksByCaptureInterfaceAndTags() {
        var builder = SetBuilder(captures: 2)
        builder.link()
        builder.link(capture: 1, interface: 2, cooked: 3)
        builder.link(capture: 1, vlan: 10)
        builder.link(capture: 1, vlan: 10, innerVLAN: 20)
        #expect(links(builder.set).map(\.id) == ["0.0", "1.0/10", "1.0/10.20", "1.2.3"])
    }

    @Test func keepsTheInsideOfTunnelsApart() throws {
        var builder = SetBuilder()
        builder.link()
        let inside = builder.link(isOverlay: true)
        builder.link(vlan: 20, isOverlay: true)
        #expect(links(builder.set).map(\.id) == ["0.0", "0.0~", "0.0~/20"])
        // What the user says of the capture is said of what was captured, not of what it carries.
        let lan = site([segment("lan", ["10.20.30.0/24"])])
        #expect(links(builder.set, lan, segment: "lan").map(\.id) == ["0.0~", "0.0~/20", "lan"])
        try builder.bind("172.16.0.5", to: Self.card, by: .arpRequest, on: inside)
        let table = HostCorrelator.correlate(builder.set, site: lan, segment: "lan")
        #expect(table.hosts.map(\.links) == [["0.0~"]])
        #expect(table.hosts.map(\.isInsideTunnel) == [true])
    }

    @Test func joinsAllLinksOfASegment() throws {
        var builder = SetBuilder(captures: 2)
        for capture in [0, 1] {
            let link = builder.link(capture: UInt32(capture))
            try builder.bind("10.20.30.\(capture + 5)", to: Self.card, by: .arpRequest, on: link)
        }
        let found = links(builder.set, site([segment("lan", ["10.20.30.0/24"]), segment("server", ["10.20.40.0/24"])]))
        #expect(found.map(\.id) == ["lan"])
        #expect(found.first?.observed == [0, 1])
    }

    @Test func followsTheMajorityOfBoundAddresses() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("10.20.40.9", to: Self.card, by: .arpRequest)
        try builder.bind("10.20.30.9", to: Self.card, by: .arpRequest)
        try builder.bind("10.20.30.10", to: Self.card, by: .arpRequest)
        let found = links(builder.set, site([segment("lan", ["10.20.30.0/24"]), segment("server", ["10.20.40.0/24"])]))
        #expect(found.map(\.segment) == ["lan"])
    }

    @Test func followsAnAdvertisedPrefix() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.router("fe80::1", mac: Self.card, prefix: "2001:db8:20:30::/64")
        #expect(links(builder.set, site([segment("lan", ["2001:db8:20:30::/64"])])).map(\.segment) == ["lan"])
    }

    @Test func leavesALinkUnresolvedThatTwoSegmentsMatch() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("10.20.30.9", to: Self.card, by: .arpRequest)
        let table = HostCorrelator.correlate(
            builder.set, site: site([segment("a", ["10.20.30.0/24"]), segment("b", ["10.20.30.0/24"])]))
        #expect(table.links.map(\.segment) == [nil])
        #expect(table.links.first?.isAmbiguous == true)
        #expect(table.anomalies == ["link.ambiguous-segment": 1])
    }

    @Test func letsTheTagDecideBetweenTwoSegments() throws {
        var builder = SetBuilder()
        builder.link(vlan: 20)
        try builder.bind("10.20.30.9", to: Self.card, by: .arpRequest)
        let both = [segment("a", ["10.20.30.0/24"], vlan: 10), segment("b", ["10.20.30.0/24"], vlan: 20)]
        #expect(links(builder.set, site(both)).map(\.segment) == ["b"])
    }

    @Test func believesTheArgumentFirstThenTheSite() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("10.20.30.9", to: Self.card, by: .arpRequest)
        let segments = [segment("lan", ["10.20.30.0/24"]), segment("wifi", ["10.20.50.0/24"]), segment("x", [])]
        let declared = site(segments, captures: [CaptureAssignment(files: "captures/office-*.pcap", segment: "wifi")])
        #expect(links(builder.set, declared).map(\.segment) == ["wifi"])
        #expect(links(builder.set, declared, segment: "x").map(\.segment) == ["x"])
    }

    @Test func assignsInterfacesOneByOne() {
        var builder = SetBuilder()
        builder.link()
        builder.link(interface: 1)
        let captures = [
            CaptureAssignment(files: "captures/*.pcap", interface: 0, segment: "lan"),
            CaptureAssignment(files: "captures/*.pcap", interface: 1, segment: "server"),
        ]
        let declared = site([segment("lan", []), segment("server", [])], captures: captures)
        #expect(HostCorrelator.correlate(builder.set, site: declared).linkOfObserved == [0, 1])
        #expect(links(builder.set, declared).map(\.id) == ["lan", "server"])
    }

    @Test func seesIPv6WhereAnotherHostWasHeard() throws {
        var builder = SetBuilder()
        builder.link()
        let mac = try #require(MACAddress(Self.card))
        #expect(links(builder.set).first?.ipv6Visible == false)
        builder.change(link: 0) { $0.multicastIPv6Senders = [mac] }
        #expect(links(builder.set).first?.ipv6Visible == true)
        let routed = site([], captures: [CaptureAssignment(files: "captures/*.pcap", vantage: .routed)])
        #expect(links(builder.set, routed).first?.ipv6Visible == false)
        #expect(links(builder.set, routed).first?.isRouted == true)
    }

    @Test func seesIPv6AtADeclaredVantageWithBroadcastsOfTwoHosts() throws {
        var builder = SetBuilder()
        builder.link()
        let macs = [Self.card, "00:50:56:9a:40:11"].compactMap { MACAddress($0) }
        let declared = site([], captures: [CaptureAssignment(files: "captures/*.pcap", vantage: .switch)])
        builder.change(link: 0) { $0.broadcastARPSenders = Set(macs.prefix(1)) }
        #expect(links(builder.set, declared).first?.ipv6Visible == false)
        builder.change(link: 0) { $0.broadcastARPSenders = Set(macs) }
        #expect(links(builder.set, declared).first?.ipv6Visible == true)
        #expect(links(builder.set, declared).first?.visibleByVantage == [0])
        #expect(links(builder.set).first?.ipv6Visible == false)
    }
}
