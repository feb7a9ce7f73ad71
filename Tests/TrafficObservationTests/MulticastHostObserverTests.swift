import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct MulticastHostObserverTests {
    private let group = IPv4Address(value: 0xe000_00fb)
    private let address = IPv4Address(value: 0x0a01_0203)

    private func record(_ name: String, _ address: IPv4Address, timeToLive: UInt32 = 120) -> [UInt8] {
        PacketBuilder.dnsRecord(
            PacketBuilder.dnsName(name), type: 1, class: 0x8001, timeToLive: timeToLive, PacketBuilder.address(address))
    }

    private func record(_ name: String, _ address: IPv6Address) -> [UInt8] {
        PacketBuilder.dnsRecord(PacketBuilder.dnsName(name), type: 28, class: 0x8001, PacketBuilder.address(address))
    }

    private func rows(_ messages: [[UInt8]], port: UInt16 = 5353) -> [IdentityRow] {
        var frames = ObservedFrames()
        for message in messages {
            frames.add(ObservedMessages.datagram(from: address, to: group, ports: (port, 5353), message))
        }
        return frames.finished().identities
    }

    private func response(_ answers: [[UInt8]], _ additionals: [[UInt8]] = []) -> [UInt8] {
        PacketBuilder.dns(flags: 0x8400, answers: answers, additionals: additionals)
    }

    @Test func aHostGivesItsAddressesOfBothFamiliesAtOnce() {
        let message = response(
            [record("PC-Alice.local", address)],
            [record("pc-alice.local", aliceGlobal), record("pc-alice.local", aliceLinkLocal)])
        let rows = rows([message])
        #expect(rows.map(\.address) == [IPAddress(address), IPAddress(aliceGlobal), IPAddress(aliceLinkLocal)])
        #expect(rows.allSatisfy { $0.kind == .mdnsHost && $0.value == "pc-alice.local" && $0.mac == alice })
    }

    @Test func whatComesInTwoResponsesDoesNotBelongTogether() {
        #expect(rows([response([record("a.local", address)]), response([record("a.local", aliceGlobal)])]).isEmpty)
    }

    @Test func twoNamesAreTwoHosts() {
        #expect(rows([response([record("a.local", address), record("b.local", aliceGlobal)])]).isEmpty)
    }

    @Test func whatIsTakenBackOrNotSentByAResponderIsNotNoted() {
        let both = response([record("a.local", address), record("a.local", aliceGlobal)])
        #expect(rows([both], port: 40000).isEmpty)
        let gone = response([record("a.local", address, timeToLive: 0), record("a.local", aliceGlobal)])
        #expect(rows([gone]).isEmpty)
        let elsewhere = response([record("a.example.vn", address), record("a.example.vn", aliceGlobal)])
        #expect(rows([elsewhere]).isEmpty)
        let nobody = response([record("a.local", IPv4Address.unspecified), record("a.local", aliceGlobal)])
        #expect(rows([nobody]).isEmpty)
    }
}
