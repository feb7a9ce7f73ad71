import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct ForwardingKeysTests {
    static let client = "3c:22:fb:12:a1:01"
    static let server = "3c:22:fb:12:a1:02"
    /// The cards of two routers on the link of the clients and on that of the servers.
    static let here = "00:0d:b9:4a:10:01"
    static let there = "00:0d:b9:4a:10:02"
    static let otherHere = "00:0d:b9:5b:20:01"
    static let otherThere = "00:0d:b9:5b:20:02"

    private func routed(
        _ hopLimit: UInt8, answersBy answer: (here: String, there: String) = (here, there), conversations: Int = 1,
        entry: String = here
    ) throws -> (builder: SetBuilder, frames: [UInt64]) {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        try builder.card(Self.client, ["10.20.30.10"], on: links[0])
        try builder.card(Self.server, ["10.20.40.80"], on: links[1])
        for card in Set([entry, answer.here]).sorted() { try builder.mac(card, on: links[0]) }
        for card in Set([Self.there, answer.there]).sorted() { try builder.mac(card, on: links[1]) }
        var frames: [UInt64] = []
        for number in 0..<conversations {
            frames.append(
                try builder.conversation(
                    .init(address: "10.20.30.10", mac: Self.client, nextHop: entry),
                    .init(address: "10.20.40.80", mac: answer.here, nextHop: Self.client, hopLimit: hopLimit),
                    port: UInt16(50_000 + number), on: links[0]))
            frames.append(
                try builder.conversation(
                    .init(address: "10.20.30.10", mac: Self.there, nextHop: Self.server, hopLimit: hopLimit),
                    .init(address: "10.20.40.80", mac: Self.server, nextHop: answer.there),
                    port: UInt16(50_000 + number),
                    on: links[1]))
        }
        return (builder, frames)
    }

    private func cards(_ table: HostTable) -> [[String]] {
        table.hosts.map { $0.macs.map(\.description) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    @Test func joinsTheCardsBetweenWhichAPacketLostOneHop() throws {
        let (builder, frames) = try routed(63)
        let table = HostCorrelator.correlate(builder.set)
        #expect(cards(table) == [[Self.here, Self.there], [Self.client], [Self.server]])
        let host = try #require(table.hosts.first { $0.macs.count == 2 })
        let link = try #require(host.merges.first)
        #expect(host.keys == [.forwarding])
        #expect(link.joins == [Self.here, Self.there])
        #expect(
            Set(link.evidence.map(\.filter))
                == Set(
                    frames.map { "ip.addr == 10.20.30.10 && ip.addr == 10.20.40.80 && frame.number == \($0)" }))
        #expect(host.mergeConfidence == 0.93)
    }

    /// Seen twice by a mirror, or two machines on the way.
    @Test(arguments: [UInt8(64), 62, 0])
    func asksForOneHopExactly(hopLimit: UInt8) throws {
        #expect(HostCorrelator.correlate(try routed(hopLimit).builder.set).hosts.count == 4)
    }

    @Test func joinsTheRightCardsWhereTheAnswerTakesAnotherWay() throws {
        let (builder, _) = try routed(63, answersBy: (Self.otherHere, Self.otherThere))
        #expect(
            cards(HostCorrelator.correlate(builder.set)) == [
                [Self.here, Self.there], [Self.otherHere, Self.otherThere], [Self.client], [Self.server],
            ])
    }

    @Test func leavesAVirtualRouterOut() throws {
        let virtual = "00:00:5e:00:01:0a"
        let (builder, _) = try routed(63, answersBy: (virtual, Self.there), entry: virtual)
        #expect(HostCorrelator.correlate(builder.set).hosts.allSatisfy { $0.merges.isEmpty })
    }

    /// A router forwards thousands of conversations; one says it.
    @Test func saysItOnceForManyConversations() throws {
        let (builder, _) = try routed(63, conversations: 3)
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first { $0.macs.count == 2 })
        #expect(host.keys == [.forwarding])
        #expect(host.merges.first?.evidence.count == 2)
    }

    @Test func asksForOneCapture() throws {
        var builder = SetBuilder(captures: 2)
        let links = [builder.link(), builder.link(capture: 1)]
        try builder.conversation(
            .init(address: "10.20.30.10", mac: Self.client, nextHop: Self.here),
            .init(address: "10.20.40.80", mac: Self.here, nextHop: Self.client, hopLimit: 63), on: links[0])
        try builder.conversation(
            .init(address: "10.20.30.10", mac: Self.there, nextHop: Self.server, hopLimit: 63),
            .init(address: "10.20.40.80", mac: Self.server, nextHop: Self.there), on: links[1])
        for (link, card) in [(0, Self.client), (0, Self.here), (1, Self.there), (1, Self.server)] {
            try builder.mac(card, on: links[link])
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 4)
    }
}
