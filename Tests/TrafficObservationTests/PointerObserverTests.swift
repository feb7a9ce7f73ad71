import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct PointerObserverTests {
    private let resolver = ObservedMessages.server
    private let client = ObservedMessages.client
    private let reverse = "9.2.1.10.in-addr.arpa"

    private func rows(
        question: String, type: UInt16 = 12, _ answers: [[UInt8]], limits: ObservationLimits = ObservationLimits()
    ) -> [IdentityRow] {
        var frames = ObservedFrames(limits: limits)
        let message = PacketBuilder.dns(
            flags: 0x8180, questions: [PacketBuilder.dnsQuestion(PacketBuilder.dnsName(question), type: type)],
            answers: answers)
        frames.add(ObservedMessages.datagram(from: resolver, bob, to: client, ports: (53, 40000), message))
        return frames.finished().identities
    }

    private func pointer(_ owner: [UInt8] = PacketBuilder.dnsPointer(12), to name: String) -> [UInt8] {
        PacketBuilder.dnsRecord(owner, type: 12, PacketBuilder.dnsName(name))
    }

    @Test func aServerNamesAnAddress() throws {
        let row = try #require(rows(question: reverse, [pointer(to: "PC-01.Example.vn")]).first)
        #expect(row.kind == .dnsPointer && row.value == "pc-01.example.vn" && row.mac == .zero)
        #expect(row.address == IPAddress(IPv4Address(value: 0x0a01_0209)))
    }

    @Test func anAliasLeadsToTheNameOfWhatWasAskedFor() {
        let alias = PacketBuilder.dnsName("9.0-63.2.1.10.in-addr.arpa")
        let answers = [
            PacketBuilder.dnsRecord(PacketBuilder.dnsPointer(12), type: 5, alias), pointer(alias, to: "pc.example.vn"),
        ]
        #expect(rows(question: reverse, answers).map(\.value) == ["pc.example.vn"])
    }

    @Test func otherQuestionsNameNoAddress() {
        #expect(rows(question: reverse, type: 255, [pointer(to: "pc.example.vn")]).isEmpty)
        #expect(rows(question: "_ipp._tcp.example.vn", [pointer(to: "may-in._ipp._tcp.example.vn")]).isEmpty)
        #expect(rows(question: "1.0.0.224.in-addr.arpa", [pointer(to: "all-systems.mcast.net")]).isEmpty)
        #expect(rows(question: reverse, [pointer(to: "pc") + [0]]).count == 1)
        #expect(rows(question: reverse, [PacketBuilder.dnsRecord([0], type: 12, [3, 0x70, 0x63])]).isEmpty)
    }

    @Test func namesOfAddressesLeaveRoomForOtherIdentities() {
        var limits = ObservationLimits()
        limits.identities = 4
        let answers = (0..<8).map { pointer(to: "pc\($0).example.vn") }
        #expect(rows(question: reverse, answers, limits: limits).count == 2)
    }
}
