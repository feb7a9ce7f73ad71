import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct OSPFMessageTests {
    static let v2 =
        PacketBuilder.hex("02 01 002c c0a80101 00000005 0000 0000 0000000000000000")
        + [UInt8](repeating: 0, count: 20)
    private static func v3(instance: UInt8) -> [UInt8] {
        PacketBuilder.hex("03 04 0010 c0000201 00000000 0000") + [instance, 0]
    }

    private func read(_ bytes: [UInt8]) -> OSPFMessage? { OSPFMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsVersion2() throws {
        let message = try #require(read(Self.v2))
        #expect(message.version == 2 && message.type == 1 && message.family == .ipv4)
        #expect(message.router.description == "192.168.1.1" && message.area.description == "0.0.0.5")
        #expect(message.instance == 0 && !message.isIncomplete)
    }

    @Test(arguments: [(0, .ipv6), (63, .ipv6), (64, .ipv4), (127, .ipv4), (128, .ipv6)] as [(UInt8, AddressFamily)])
    func readsTheFamilyOfAnInstance(instance: UInt8, family: AddressFamily) throws {
        let message = try #require(read(Self.v3(instance: instance)))
        #expect(message.version == 3 && message.type == 4 && message.instance == instance)
        #expect(message.family == family)
        #expect(message.router.description == "192.0.2.1" && message.area == .unspecified && !message.isIncomplete)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.v2.count {
            let message = read(Array(Self.v2.prefix(length)))
            #expect(length < 24 ? message == nil : message?.isIncomplete == true)
        }
        for length in 0..<16 { #expect(read(Array(Self.v3(instance: 0).prefix(length))) == nil) }
    }

    @Test(arguments: ["01 01 002c", "04 01 002c", "02 00 002c", "02 06 002c", "02 01 0017"])
    func rejectsUnknownHeads(text: String) { #expect(read(PacketBuilder.hex(text) + Self.v2.dropFirst(4)) == nil) }
}
