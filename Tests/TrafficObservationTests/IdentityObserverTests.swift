import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct IdentityObserverTests {
    private let address = IPv4Address(value: 0x0a01_0203)
    private let engine = PacketBuilder.hex("80001f88 03 000203040506")

    @Test(arguments: [false, true])
    func anAgentIsKnownByItsEngine(isEncrypted: Bool) throws {
        var frames = ObservedFrames()
        frames.add(
            ObservedMessages.datagram(
                from: address, to: ObservedMessages.server, ports: (161, 40000),
                ObservedMessages.snmp(engine: engine, isEncrypted: isEncrypted)))
        let row = try #require(frames.finished().identities.first)
        #expect(row.kind == .snmpEngine && row.value == "80001f8803000203040506")
        #expect(row.address == IPAddress(address) && row.mac == alice)
    }

    @Test func aManagerThatNamesAnEngineIsNotTheAgent() {
        var frames = ObservedFrames()
        frames.add(
            ObservedMessages.datagram(
                from: address, to: ObservedMessages.server, ports: (40000, 161),
                ObservedMessages.snmp(engine: engine, isEncrypted: true)))
        #expect(frames.finished().identities.isEmpty)
    }
}
