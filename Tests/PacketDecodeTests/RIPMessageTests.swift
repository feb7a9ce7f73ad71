import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct RIPMessageTests {
    private static let authentication = PacketBuilder.hex("ffff 0002 70617373776f72640000000000000000")
    private static let route = PacketBuilder.hex("0002 0000 c0000200 ffffff00 00000000 00000001")
    static let v2 = PacketBuilder.hex("02 02 0000") + authentication + route + route
    private static let nextHop = PacketBuilder.address(Sample.linkLocal) + PacketBuilder.hex("0000 00 ff")
    static let nextGeneration =
        PacketBuilder.hex("02 01 0000") + PacketBuilder.address(Sample.v6) + PacketBuilder.hex("0000 40 01") + nextHop

    private func read(_ bytes: [UInt8], _ family: AddressFamily) -> RIPMessage? {
        RIPMessage(bytes.span.bytes, bytes.whole, family: family)
    }

    @Test func countsRoutesOnly() throws {
        let v2 = try #require(read(Self.v2, .ipv4))
        #expect(v2.command == 2 && v2.version == 2 && v2.entryCount == 2 && v2.family == .ipv4 && !v2.isIncomplete)
        let v6 = try #require(read(Self.nextGeneration, .ipv6))
        #expect(v6.command == 2 && v6.version == 1 && v6.entryCount == 1 && v6.family == .ipv6 && !v6.isIncomplete)
    }

    @Test func isIncompleteInsideAnEntry() {
        for length in 0..<Self.v2.count {
            let message = read(Array(Self.v2.prefix(length)), .ipv4)
            #expect(length < 4 ? message == nil : message?.isIncomplete == ((length - 4) % 20 != 0))
        }
    }

    @Test func rejectsUnknownHeads() {
        #expect(read([3, 2, 0, 0], .ipv4) == nil)
        #expect(read([2, 3, 0, 0], .ipv4) == nil)
        #expect(read([2, 2, 0, 0], .ipv6) == nil)
        #expect(read([0, 1, 0, 0], .ipv6) == nil)
    }
}
