import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct FragmentObserverTests {
    private let resolver = IPv4Address(value: 0x0a01_0201)
    private let client = IPv4Address(value: 0x0a01_0203)
    private let address = IPv4Address(value: 0xc633_6450)

    /// An answer in three packets of at most 24 bytes of it each.
    private func fragments() -> [[UInt8]] {
        let datagram = PacketBuilder.udp(from: 53, to: 40000, ObservedMessages.answer("an.example.vn", address))
        return stride(from: 0, to: datagram.count, by: 24).map { start in
            let part = Array(datagram[start..<min(start + 24, datagram.count)])
            let hasMore: UInt16 = start + 24 < datagram.count ? 0x2000 : 0
            return PacketBuilder.ethernet(
                from: bob, type: .ipv4,
                PacketBuilder.ipv4(
                    from: resolver, to: client, protocol: .udp, identification: 7,
                    fragment: hasMore | UInt16(start / 8), part))
        }
    }

    @Test(arguments: [[0, 1, 2], [2, 0, 1], [1, 2, 0], [1, 1, 0, 2]])
    func anAnswerInFragmentsIsReadWhenTheLastHasCome(order: [Int]) throws {
        let all = fragments()
        #expect(all.count == 3)
        var frames = ObservedFrames()
        for part in order { frames.add(all[part]) }
        let set = frames.finished()
        let name = try #require(set.dnsNames.first)
        #expect(name.name == "an.example.vn" && name.a == [address])
        #expect(name.lastAnswer?.frame == UInt64(order.count))
        #expect(set.sources.first?.traffic.packets == UInt64(order.count))
    }

    @Test func anAnswerThatLacksAFragmentSaysNothing() {
        let all = fragments()
        var frames = ObservedFrames()
        frames.add(all[0])
        frames.add(all[2])
        #expect(frames.finished().dnsNames.isEmpty)
    }

    @Test func aFragmentThatTheFrameCutsIsNotTheEndOfItsDatagram() {
        let all = fragments()
        var frames = ObservedFrames()
        frames.add(all[0])
        frames.add(all[1])
        frames.add(Array(all[2].dropLast(4)))
        #expect(frames.finished().dnsNames.isEmpty)
    }
}
