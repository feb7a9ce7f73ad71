import HostCorrelation
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

/// What keeps a state from being final.
@Suite struct HostJudgementTests {
    private func reasons(_ builder: SetBuilder, _ site: Site?) throws -> [ProvisionalReason] {
        try Office.profile(builder.set, site).provisionalBecause
    }

    @Test func isFinalWhenIPv6CouldHaveBeenSeenLongEnough() throws {
        let profile = try Office.profile(try Office.visibleLink().set, Office.site())
        #expect(profile.state == .ipv4Only)
        #expect(!profile.isProvisional)
        #expect(profile.reasons.last?.claim == "visibility.ipv6")
    }

    @Test func needsTheMinimumTime() throws {
        let builder = try Office.visibleLink(watchedFor: 299)
        #expect(try reasons(builder, Office.site()) == [.windowTooShort])
        #expect(try reasons(builder, nil) == [.windowTooShort])
    }

    @Test func needsAnotherHostThatWasHeard() throws {
        #expect(try reasons(try Office.link(), Office.site()) == [.ipv6NotVisible])
        var builder = try Office.link()
        let own = try #require(MACAddress(Office.card))
        builder.change(link: 0) { $0.multicastIPv6Senders = [own] }
        #expect(try reasons(builder, Office.site()) == [.ipv6NotVisible])
    }

    @Test func isNotFinalForACardThatSentIPv6Frames() throws {
        var builder = SetBuilder()
        builder.link()
        let proof = builder.proof(0, at: 600)
        let heard = try #require(MACAddress(Office.other))
        builder.change(link: 0) { $0.multicastIPv6Senders = [heard] }
        try builder.mac(Office.card) { $0.firstIPv6Frame = proof }
        try builder.bind("192.0.2.10", to: Office.card, by: .arpRequest)
        try Office.talk(&builder)
        #expect(try reasons(builder, Office.site()) == [.ipv6NotVisible])
    }

    @Test func isSeenOnlyBehindARoutedVantage() throws {
        let captures = [CaptureAssignment(files: "captures/*.pcap", vantage: .routed)]
        let profile = try Office.profile(try Office.visibleLink().set, Office.site(captures: captures))
        #expect(profile.state == .ipv4Seen)
        #expect(profile.provisionalBecause == [.routedVantage])
    }

    @Test func isSeenOnlyWhenAListedMachineIsBehindARouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Office.router)
        try builder.source("10.20.40.10", from: try #require(MACAddress(Office.router)))
        try builder.flow("10.20.30.5", Office.card, to: "10.20.40.10", Office.router)
        let listed = ConfiguredHost(name: "web", kind: .server, addresses: [try #require(IPAddress("10.20.40.10"))])
        let profiles = Office.profiles(builder.set, Office.site(devices: [listed]))
        let profile = try #require(profiles.first { $0.host.macs.isEmpty })
        #expect(profile.state == .ipv4Seen)
        #expect(profile.provisionalBecause == [.routedVantage])
        #expect(profile.roles == [.server])
        #expect(profile.services.map(\.port) == [443])
        #expect(profile.reasons.first?.filter.hasPrefix("ip.src == 10.20.40.10 && frame.number == ") == true)
    }

    @Test func seesThatHalfOfEachConversationIsMissing() throws {
        var builder = try Office.visibleLink(isTalking: false)
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.80", Office.router, .half)
        #expect(try reasons(builder, Office.site()) == [.oneDirection])
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.81", Office.router)
        #expect(try reasons(builder, Office.site()).isEmpty)
    }

    @Test func takesAnUnansweredSYNForNoHalf() throws {
        var builder = try Office.visibleLink()
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.80", Office.router, .unanswered)
        #expect(try reasons(builder, Office.site()).isEmpty)
    }

    @Test func needsAWorkingDayWhereThePolicyAsks() throws {
        // The builder's clock starts on Thursday 1970-01-01; the third day is a Saturday.
        var builder = SetBuilder()
        builder.link()
        let saturday: Int64 = 2 * 86_400
        try builder.bind("fe80::1", to: Office.card, by: .linkLocalSource, at: saturday)
        builder.change(link: 0) { $0.firstSeen = CaptureTime(seconds: saturday) }
        _ = builder.proof(0, at: saturday + 3600)
        #expect(try reasons(builder, Office.site(workingDay: true)) == [.windowTooShort])
        #expect(try reasons(builder, Office.site()).isEmpty)
        _ = builder.proof(0, at: saturday + 2 * 86_400)
        #expect(try reasons(builder, Office.site(workingDay: true)).isEmpty)
    }

    @Test func leavesGapsBetweenCapturesOut() throws {
        var builder = SetBuilder(captures: 2)
        for (capture, start) in [(UInt32(0), Int64(0)), (1, 86_400)] {
            let link = builder.link(capture: capture)
            builder.change(link: link) { $0.firstSeen = CaptureTime(seconds: start) }
            try builder.bind("fe80::1", to: Office.card, by: .linkLocalSource, on: link, at: start)
            try builder.bind("10.20.30.9", to: Office.card, by: .arpRequest, on: link, at: start + 200)
        }
        let segment = Office.segment("lan", "10.20.30.0/24")
        #expect(try reasons(builder, Office.site(segments: [segment])).isEmpty)
        #expect(try reasons(builder, Office.site(minutes: 7, segments: [segment])) == [.windowTooShort])
    }
}
