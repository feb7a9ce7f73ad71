import HostCorrelation
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct SegmentClassifierTests {
    private func segments(_ set: ObservationSet, _ site: Site? = nil) -> [SegmentProfile] {
        let table = HostCorrelator.correlate(set, site: site)
        return SegmentClassifier.classify(table, set, HostClassifier.classify(table, set, site: site), site: site)
    }

    private func state(_ builder: SetBuilder) -> SegmentState? { segments(builder.set).first?.state }

    @Test func isUnknownWhereNoCaptureShowsIt() {
        let found = segments(SetBuilder().set, Office.site(segments: [Office.segment("lan", "10.20.30.0/24")]))
        #expect(found.map(\.state) == [.unknown])
        #expect(found.first?.link == nil)
        #expect(found.first?.prefixes == ["10.20.30.0/24"])
    }

    @Test func saysThereIsNoIPv6OnlyWhereItCouldBeSeen() throws {
        #expect(state(try Office.link()) == .unknown)
        #expect(state(try Office.visibleLink()) == .noIPv6)
    }

    @Test func isLatentByLinkLocalAddresses() throws {
        var builder = try Office.visibleLink()
        try builder.bind("fe80::10", to: Office.card, by: .linkLocalSource)
        #expect(state(builder) == .latent)
    }

    @Test func hasAddressesWithoutARoute() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::10", to: Office.card, by: .solicitationSource)
        try builder.router("fe80::1", mac: Office.router, prefix: "2001:db8::/64", lifetime: 0)
        #expect(state(builder) == .raOnly)
        try builder.router("fe80::2", mac: Office.other, prefix: "2001:db8::/64")
        #expect(state(builder) == .dual)
    }

    @Test func isDualByUseWithoutAnAdvertisement() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::10", to: Office.card, by: .solicitationSource)
        try builder.flow("2001:db8::10", Office.card, to: "2001:db8:0:1::80", Office.router)
        #expect(state(builder) == .dual)
    }

    @Test func isIPv6OnlyWithoutIPv4HostsWhateverTheRouterHas() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Office.router) { $0.sentRouterAdvertisement = true }
        try builder.bind("192.0.2.1", to: Office.router, by: .arpRequest)
        try builder.bind("2001:db8::10", to: Office.card, by: .solicitationSource)
        #expect(state(builder) == .ipv6Only)
        try builder.bind("192.0.2.11", to: Office.other, by: .arpRequest)
        #expect(state(builder) == .raOnly)
    }

    @Test func countsHostsByStateAndListsPrefixes() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("10.20.30.9", to: Office.card, by: .arpRequest)
        try builder.router("fe80::1", mac: Office.router, prefix: "2001:db8:bad::/64")
        let found = segments(
            builder.set, Office.site(segments: [Office.segment("lan", "10.20.30.0/24", "2001:db8:20:30::/64")]))
        #expect(found.first?.id == "lan")
        #expect(found.first?.hostCounts == [.ipv4Only: 1])
        #expect(found.first?.prefixes == ["10.20.30.0/24", "2001:db8:20:30::/64", "2001:db8:bad::/64"])
    }

    @Test func sharesAreOfTheCountedHosts() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("192.0.2.9", to: Office.card, by: .arpRequest)
        try builder.bind("192.0.2.8", to: Office.other, by: .arpRequest)
        try builder.bind("192.0.2.7", to: Office.router, by: .arpRequest)
        try builder.bind("fe80::7", to: Office.router, by: .linkLocalSource)
        #expect(segments(builder.set).first?.hostShares == [.ipv4Only: 0.6667, .ipv4LatentIPv6: 0.3333])
        #expect(segments(SetBuilder().set, Office.site(segments: [Office.segment("lan")])).first?.hostShares == [:])
    }

    @Test func theLackOfIPv6IsProvisionalWhereNoHostWasWatchedLongEnough() throws {
        let site = Office.site(minutes: 5)
        #expect(segments(try Office.visibleLink(watchedFor: 600).set, site).first?.isProvisional == false)
        let short = segments(try Office.visibleLink(watchedFor: 60).set, site).first
        #expect(short?.state == .noIPv6)
        #expect(short?.isProvisional == true)
    }
}
