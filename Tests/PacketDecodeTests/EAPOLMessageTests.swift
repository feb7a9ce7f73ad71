import PacketDecode
import TestSupport
import Testing

@Suite struct EAPOLMessageTests {
    private func read(_ bytes: [UInt8]) -> EAPOLMessage? { EAPOLMessage(bytes.span.bytes, bytes.whole) }

    static let identity = PacketBuilder.hex("01 00 0009 02 01 0009 01 6c616e40")
    static let start = PacketBuilder.hex("02 01 0000")

    @Test func readsAnEAPResponse() throws {
        let message = try #require(read(Self.identity))
        #expect(message.version == 1 && message.kind == .eap)
        #expect(message.code == 2 && message.method == 1)
        #expect(!message.isIncomplete)
    }

    @Test func readsSuccessWithoutAMethod() throws {
        let message = try #require(read(PacketBuilder.hex("02 00 0004 03 02 0004 000000")))
        #expect(message.code == 3 && message.method == nil && !message.isIncomplete)
    }

    @Test func readsOtherPacketTypes() throws {
        let start = try #require(read(Self.start))
        #expect(start.version == 2 && start.kind == .start && start.code == nil && !start.isIncomplete)
        let key = try #require(read(PacketBuilder.hex("03 05 0004 01020304")))
        #expect(key.kind == .keyAgreement && key.code == nil && key.method == nil)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.identity.count {
            let message = read(Array(Self.identity.prefix(length)))
            #expect(length < 4 ? message == nil : message?.isIncomplete == true)
            #expect(length >= 9 || message?.method == nil)
        }
    }

    @Test(arguments: ["00 00 0000", "04 00 0000", "01 09 0000"])
    func rejectsUnknownVersionsAndTypes(text: String) { #expect(read(PacketBuilder.hex(text)) == nil) }
}
