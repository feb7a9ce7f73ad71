import NetworkTypes
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct StateHysteresisTests {
    private let day: Int64 = 86_400
    private let window = Duration.seconds(35 * 86_400)

    private func held(_ observed: HostState, _ earlier: [(HostState, Int64)], atDay: Int64) -> HostState? {
        StateHysteresis.held(
            observed,
            earlier: earlier.map {
                ProvenState($0.0, audit: "a\($0.1)", provenAt: CaptureTime(seconds: $0.1 * day))
            }, asOf: CaptureTime(seconds: atDay * day), window: window)?.state
    }

    @Test func aHigherStateHoldsForOneWindow() {
        #expect(held(.ipv4Only, [(.dualOperational, 100)], atDay: 101) == .dualOperational)
        #expect(held(.ipv4Only, [(.dualOperational, 100)], atDay: 134) == .dualOperational)
        #expect(held(.ipv4Only, [(.dualOperational, 100)], atDay: 135) == nil)
    }

    @Test func aRiseIsTakenAtOnce() {
        #expect(held(.dualOperational, [(.ipv4Only, 100), (.dualConfigured, 101)], atDay: 102) == nil)
    }

    @Test func theHighestThatIsStillYoungHolds() {
        let earlier: [(HostState, Int64)] = [(.dualOperational, 90), (.dualConfigured, 110), (.ipv4Only, 120)]
        #expect(held(.ipv4Only, earlier, atDay: 124) == .dualOperational)
        #expect(held(.ipv4Only, earlier, atDay: 130) == .dualConfigured)
        #expect(held(.ipv4Only, earlier, atDay: 150) == nil)
    }

    @Test func whatWasProvenLaterDoesNotReachBack() {
        #expect(held(.ipv4Only, [(.dualOperational, 100)], atDay: 99) == nil)
    }

    @Test func theObservedStateStaysAndIsProvisional() throws {
        let set = try Office.visibleLink().set
        let site = Office.site()
        let before = Office.profiles(set, site)
        #expect(before.first?.provisionalBecause == [])
        let proven = ProvenState(.dualOperational, audit: "a", provenAt: CaptureTime(seconds: 0))
        let after = StateHysteresis.apply(
            to: before, earlier: { _ in [proven] }, asOf: CaptureTime(seconds: 600), window: window)
        let profile = try #require(after.first)
        #expect(profile.state == .ipv4Only)
        #expect(profile.countedState == .dualOperational)
        #expect(profile.held == proven)
        #expect(profile.provisionalBecause == [.heldFromAudit])
        #expect(profile.isObservationFinal)
    }
}
