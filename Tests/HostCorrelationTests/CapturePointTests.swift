import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct CapturePointTests {
    static let random = "02:42:ac:11:00:02"

    /// A capture on all interfaces, with the interface of each frame.
    private func builder(_ cards: [(interface: UInt32, mac: String, isReceived: Bool)]) throws -> SetBuilder {
        var builder = SetBuilder()
        var links: [UInt32: Int] = [:]
        for (number, card) in cards.enumerated() {
            let link = links[card.interface] ?? builder.link(cooked: card.interface)
            links[card.interface] = link
            try builder.mac(card.mac, on: link) {
                $0.isSentByCapturePoint = true
                $0.isReceivedByCapturePoint = card.isReceived
            }
            try builder.bind("10.20.\(number).1", to: card.mac, by: .arpRequest, on: link)
        }
        return builder
    }

    @Test func joinsTheCardsThatTheCapturePointOnlySentWith() throws {
        let builder = try builder([(2, Card.first, false), (3, Card.second, false), (4, Card.third, true)])
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 2)
        let host = try table.host("10.20.0.1")
        #expect(host.macs.map(\.description) == [Card.first, Card.second])
        let link = try #require(host.merges.first)
        #expect(link.key == .capturePoint)
        #expect(link.value == nil)
        #expect(link.joins == ["10.20.0.1", "10.20.1.1"])
        #expect(
            link.evidence.map(\.filter) == [
                "sll.src.eth == \(Card.first) && frame.number == 1",
                "sll.src.eth == \(Card.second) && frame.number == 3",
            ])
        #expect(host.mergeConfidence == 0.95)
    }

    /// A bridge receives a frame on one interface and sends it on another: the card is somebody else's.
    @Test func leavesOutWhatABridgePassesOn() throws {
        var builder = try builder([(2, Card.first, false), (3, Card.second, false), (3, Card.third, false)])
        let link = builder.link(cooked: 5)
        try builder.mac(Card.third, on: link) { $0.isReceivedByCapturePoint = true }
        let table = HostCorrelator.correlate(builder.set)
        #expect(try table.host("10.20.2.1").macs.map(\.description) == [Card.third])
        #expect(try table.isOne("10.20.0.1", "10.20.1.1"))
    }

    @Test func takesARandomCardThatIsAloneOnItsInterface() throws {
        let table = HostCorrelator.correlate(try builder([(2, Card.first, false), (3, Self.random, false)]).set)
        #expect(table.hosts.count == 1)
    }

    /// Containers send on the interface of their host.
    @Test func leavesContainersOut() throws {
        let table = HostCorrelator.correlate(
            try builder([(2, Card.first, false), (2, Self.random, false), (3, Card.second, false)]).set)
        #expect(table.hosts.count == 2)
        #expect(try table.host("10.20.1.1").macs.map(\.description) == [Self.random])
    }

    @Test func leavesAVirtualRouterOut() throws {
        let table = HostCorrelator.correlate(
            try builder([(2, Card.first, false), (3, "00:00:5e:00:01:0a", false)]).set)
        #expect(table.hosts.count == 2)
    }

    @Test func doesNotJoinTheCapturePointsOfTwoCaptures() throws {
        var builder = SetBuilder(captures: 2)
        for (capture, card) in [(UInt32(0), Card.first), (1, Card.second)] {
            let link = builder.link(capture: capture, cooked: 2)
            try builder.mac(card, on: link) { $0.isSentByCapturePoint = true }
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Version 1 of Linux cooked captures does not say the interface, so that all cards seem to be on one link.
    @Test func joinsTheCardsOfACaptureThatDoesNotNameInterfaces() throws {
        let builder = try builder([(0, Card.first, false), (0, Card.second, false)])
        withKnownIssue("two cards with IPv4 on one link are taken for two machines") {
            #expect(HostCorrelator.correlate(builder.set).hosts.count == 1)
        }
    }
}
