import PacketDecode
import TestSupport
import Testing

/// EIGRP and PIM, of which only the head is read.
@Suite struct RouterHeadTests {
    static let enhanced = PacketBuilder.hex("02 05 0000 00000000 00000000 00000000 0000 0064")
    static let pim = PacketBuilder.hex("20 00 0000 0001 0002 0069")

    private func eigrp(_ bytes: [UInt8]) -> EIGRPMessage? { EIGRPMessage(bytes.span.bytes, bytes.whole) }
    private func pim(_ bytes: [UInt8]) -> PIMMessage? { PIMMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsEIGRP() throws {
        let message = try #require(eigrp(Self.enhanced))
        #expect(message.operation == 5 && message.autonomousSystem == 100)
        for length in 0..<20 { #expect(eigrp(Array(Self.enhanced.prefix(length))) == nil) }
        #expect(eigrp([1] + Self.enhanced.dropFirst()) == nil)
    }

    @Test func readsPIM() throws {
        #expect(try #require(pim(Self.pim)).type == 0)
        #expect(try #require(pim([0x23, 0, 0, 0])).type == 3)
        for length in 0..<4 { #expect(pim(Array(Self.pim.prefix(length))) == nil) }
        #expect(pim([0x10, 0, 0, 0]) == nil)
    }
}
