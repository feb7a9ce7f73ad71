import NetworkTypes
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct ReasonTests {
    @Test func pinsEachFilterToItsFrame() throws {
        var builder = try Office.visibleLink()
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.80", Office.router)
        let reasons = try Office.profile(builder.set).reasons
        #expect(!reasons.isEmpty)
        #expect(reasons.allSatisfy { $0.filter.hasSuffix("frame.number == \($0.proof.frame)") })
    }

    @Test func namesAddressesAndPortsOfAConversation() throws {
        var builder = try Office.link(isTalking: false)
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.80", Office.router)
        let flow = try #require(try Office.profile(builder.set).reasons.first { $0.claim == "flow.tcp.ipv4" })
        #expect(
            flow.filter == "ip.addr == 192.0.2.10 && ip.addr == 198.51.100.80 && tcp.port == 50000 && tcp.port == 443"
                + " && frame.number == \(flow.proof.frame)")
    }

    @Test func prefersTheMachinesOwnWordToAnAnswer() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("192.0.2.10", to: Office.card, by: .arpReply)
        try builder.bind("192.0.2.10", to: Office.card, by: .arpRequest, at: 5)
        #expect(try Office.profile(builder.set).reasons.map(\.claim) == ["binding.arp-request"])
    }
}
