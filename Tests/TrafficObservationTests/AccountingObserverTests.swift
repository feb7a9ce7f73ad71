import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct AccountingObserverTests {
    private let access = IPv4Address(value: 0x0a00_0005)
    private let server = IPv4Address(value: 0x0a00_0006)
    private let lease = IPv4Address(value: 0x0a01_0203)

    private func attribute(_ type: UInt8, _ text: String) -> [UInt8] {
        PacketBuilder.radiusAttribute(type, Array(text.utf8))
    }

    private func observed(_ payloads: [[UInt8]], port: UInt16 = 1813) -> [IdentityRow] {
        var frames = ObservedFrames()
        for payload in payloads {
            frames.add(ObservedMessages.datagram(from: access, bob, to: server, ports: (40000, port), payload))
        }
        return frames.finished().identities
    }

    private func message(session: String, code: UInt8 = 4) -> [UInt8] {
        PacketBuilder.radius(
            code: code, attribute(1, "nguyenvana"), attribute(44, session), attribute(31, "00-02-03-04-05-06"),
            PacketBuilder.radiusAttribute(8, PacketBuilder.address(lease)),
            PacketBuilder.radiusAttribute(168, PacketBuilder.address(aliceGlobal)))
    }

    @Test(arguments: [1813, 1646] as [UInt16])
    func theAddressesOfASessionBelongTogether(port: UInt16) {
        let rows = observed([message(session: "5F0A")], port: port)
        #expect(rows.map(\.address) == [IPAddress(lease), IPAddress(aliceGlobal)])
        #expect(rows.allSatisfy { $0.kind == .accountingSession && $0.value == "10.0.0.5|5f0a" && $0.mac == alice })
    }

    @Test func everyMessageOfAServerIsRead() {
        #expect(observed((0..<100).map { message(session: "s\($0)") }).count == 200)
    }

    @Test func aSessionWithoutAnAddressAndAnAnswerSayNothing() {
        #expect(observed([PacketBuilder.radius(attribute(44, "x"), attribute(31, "00-02-03-04-05-06"))]).isEmpty)
        #expect(observed([message(session: "x", code: 5)]).isEmpty)
        #expect(observed([message(session: "x")], port: 1812).isEmpty)
    }
}
