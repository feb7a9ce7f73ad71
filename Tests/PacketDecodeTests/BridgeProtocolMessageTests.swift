import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct BridgeProtocolMessageTests {
    /// A rapid configuration message: root, cost, bridge, port and four times.
    static let rapid =
        PacketBuilder.hex("0000 02 02 3c 6001") + PacketBuilder.address(Sample.mac)
        + PacketBuilder.hex("00004e20 801e") + PacketBuilder.address(Sample.otherMAC)
        + PacketBuilder.hex("8004 0100 1400 0200 0f00 00")

    private func read(_ bytes: [UInt8]) -> BridgeProtocolMessage? {
        BridgeProtocolMessage(bytes.span.bytes, bytes.whole)
    }

    @Test func readsRootAndBridge() throws {
        let message = try #require(read(Self.rapid))
        #expect(message.version == 2 && message.type == 2)
        #expect(message.root?.priority == 24_576 && message.root?.systemExtension == 1)
        #expect(message.root?.mac == Sample.mac)
        #expect(message.bridge?.priority == 32_768 && message.bridge?.systemExtension == 30)
        #expect(message.bridge?.mac == Sample.otherMAC)
        #expect(!message.isIncomplete)
    }

    @Test func readsATopologyChange() throws {
        let message = try #require(read([0, 0, 0, 0x80]))
        #expect(message.type == 0x80 && message.root == nil && message.bridge == nil && !message.isIncomplete)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<25 {
            let message = read(Array(Self.rapid.prefix(length)))
            #expect(length < 4 ? message == nil : message?.isIncomplete == true && message?.bridge == nil)
            #expect(message == nil || (message?.root == nil) == (length < 13))
        }
    }

    @Test(arguments: ["0001 00 00", "0000 00 01", "0000 02 7f"])
    func rejectsOtherProtocols(text: String) {
        #expect(read(PacketBuilder.hex(text) + [UInt8](repeating: 0, count: 40)) == nil)
    }
}
