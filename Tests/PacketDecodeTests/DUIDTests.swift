import PacketDecode
import TestSupport
import Testing

@Suite struct DUIDTests {
    @Test func readsLinkLayerAndTime() throws {
        let identifier = try #require(DUID(PacketBuilder.hex("0001 0001 2b3c4d5e 02005e005301")))
        #expect(identifier.type == 1)
        #expect(identifier.linkLayer == Sample.mac)
        #expect(identifier.creationSeconds == 0x2b3c_4d5e)
    }

    @Test func readsLinkLayer() throws {
        let identifier = try #require(DUID(PacketBuilder.hex("0003 0001 02005e005301")))
        #expect(identifier.type == 3)
        #expect(identifier.linkLayer == Sample.mac)
        #expect(identifier.creationSeconds == nil)
    }

    @Test(arguments: [
        "0002 00000009 0123456789", "0004 00112233445566778899aabbccddeeff", "0003 0006 02005e005301",
        "0003 0001 02005e0053", "0003 0001 02005e00530101", "0001 0001 2b3c4d", "ffff 00",
    ])
    func takesNoAddressFromOtherForms(hex: String) throws {
        #expect(try #require(DUID(PacketBuilder.hex(hex))).linkLayer == nil)
    }

    @Test func rejectsWhatIsTooShortOrTooLong() {
        for count in 0..<3 { #expect(DUID([UInt8](repeating: 0, count: count)) == nil) }
        #expect(DUID([UInt8](repeating: 0, count: 130)) != nil)
        #expect(DUID([UInt8](repeating: 0, count: 131)) == nil)
    }
}
