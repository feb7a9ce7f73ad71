import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct GLBPMessageTests {
    private static let head = PacketBuilder.hex("01 00 000a 0000") + PacketBuilder.address(Sample.mac)
    private static let forwarder = PacketBuilder.hex("02 14 01 20 00 a7 64 00000000000000 0007b400 0a01")
    private static func hello(_ address: [UInt8], length: UInt8) -> [UInt8] {
        [1, length] + PacketBuilder.hex("00 20 00 96 0000 00000bb8 00002710 0258 3840 0000") + address
    }
    static let v4 = head + hello([1, 4] + PacketBuilder.address(Sample.v4), length: 28) + forwarder
    static let v6 = head + forwarder + hello([2, 16] + PacketBuilder.address(Sample.linkLocal), length: 40)

    private func read(_ bytes: [UInt8]) -> GLBPMessage? { GLBPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsBothFamilies() throws {
        let v4 = try #require(read(Self.v4))
        #expect(v4.group == 10 && v4.owner == Sample.mac && v4.priority == 150)
        #expect(v4.virtualAddress == IPAddress(Sample.v4) && !v4.isIncomplete)
        let v6 = try #require(read(Self.v6))
        #expect(v6.virtualAddress == IPAddress(Sample.linkLocal) && !v6.isIncomplete)
    }

    @Test func readsNoAddressOfAnotherLength() throws {
        let message = try #require(read(Self.head + Self.hello([1, 16] + [1, 2, 3, 4], length: 28)))
        #expect(message.virtualAddress == nil && message.priority == 150)
        let short = try #require(read(Self.head + Self.hello([2, 16] + [1, 2, 3, 4], length: 28)))
        #expect(short.virtualAddress == nil)
    }

    @Test func survivesEveryShorterPrefix() {
        for length in 0..<Self.v6.count {
            let message = read(Array(Self.v6.prefix(length)))
            if length < 12 { #expect(message == nil) }
            #expect(message?.virtualAddress == nil)
            if length > 12, length != 32 { #expect(message?.isIncomplete == true) }
        }
    }

    @Test func stopsAtAPartOfLengthZero() throws {
        let message = try #require(read(Self.head + [9, 0] + Self.forwarder))
        #expect(message.isIncomplete)
        #expect(read([2] + Self.v4.dropFirst()) == nil)
    }
}
