import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct NameObserverTests {
    private let address = IPv4Address(value: 0x0a01_0203)
    private let other = IPv4Address(value: 0x0a01_0209)
    private let broadcast = IPv4Address(value: 0x0a01_02ff)

    private func owner(_ address: IPv4Address, isGroup: Bool = false) -> [UInt8] {
        [isGroup ? 0x80 : 0, 0] + PacketBuilder.address(address)
    }

    private func registration(_ name: String, suffix: UInt8, isGroup: Bool = false) -> [UInt8] {
        let question = PacketBuilder.dnsQuestion(ObservedMessages.netBIOSName(name, suffix: suffix), type: 0x20)
        let record = PacketBuilder.dnsRecord(
            PacketBuilder.dnsPointer(12), type: 0x20, owner(address, isGroup: isGroup))
        return PacketBuilder.dns(flags: 0x2910, questions: [question], additionals: [record])
    }

    private func answer(_ name: String, for address: IPv4Address) -> [UInt8] {
        PacketBuilder.dns(
            flags: 0x8500,
            answers: [
                PacketBuilder.dnsRecord(
                    ObservedMessages.netBIOSName(name, suffix: 0), type: 0x20, owner(address))
            ])
    }

    private func names(_ payload: [UInt8]) -> [String] {
        var frames = ObservedFrames()
        frames.add(ObservedMessages.arp(alice, address))
        frames.add(ObservedMessages.datagram(from: address, to: broadcast, ports: (137, 137), payload))
        return frames.finished().hostNames.map(\.name)
    }

    @Test(arguments: [0x00, 0x20] as [UInt8])
    func aMachineThatClaimsAUniqueNameHasIt(suffix: UInt8) {
        #expect(names(registration("PC-KETOAN", suffix: suffix)) == ["pc-ketoan"])
    }

    @Test func aWorkgroupAndAUserAreNoNamesOfMachines() {
        #expect(names(registration("UBND", suffix: 0, isGroup: true)).isEmpty)
        #expect(names(registration("NGUYENVANA", suffix: 3)).isEmpty)
    }

    @Test func whoAnswersForItselfHasTheNameWhoAnswersForOthersHasNot() {
        #expect(names(answer("PC-KETOAN", for: address)) == ["pc-ketoan"])
        #expect(names(answer("PC-KETOAN", for: other)).isEmpty)
    }
}
