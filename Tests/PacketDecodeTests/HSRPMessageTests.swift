import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct HSRPMessageTests {
    static let v1 =
        PacketBuilder.hex("00 00 10 03 0a 78 05 00 636973636f000000") + PacketBuilder.address(Sample.v4)
    private static func v2(family: UInt8, _ address: [UInt8]) -> [UInt8] {
        PacketBuilder.hex("01 28 02 00 06") + [family, 0, 30] + PacketBuilder.address(Sample.mac)
            + PacketBuilder.hex("00000064 00000bb8 00002710") + address
            + [UInt8](repeating: 0, count: 16 - address.count)
    }
    static let v2IPv6 = v2(family: 6, PacketBuilder.address(Sample.linkLocal))
    private static let textAuthentication = PacketBuilder.hex("03 08 636973636f000000")

    private func read(_ bytes: [UInt8]) -> HSRPMessage? { HSRPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsVersion1() throws {
        let message = try #require(read(Self.v1))
        #expect(message.version == 1 && message.operation == 0 && message.state == 16 && message.isActive)
        #expect(message.group == 5 && message.priority == 120)
        #expect(message.virtualAddress == IPAddress(Sample.v4))
        #expect(message.identifier == nil && !message.isIncomplete)
    }

    @Test func readsVersion2OfBothFamilies() throws {
        let v6 = try #require(read(Self.v2IPv6 + Self.textAuthentication))
        #expect(v6.version == 2 && v6.state == 6 && v6.isActive && v6.group == 30 && v6.priority == 100)
        #expect(v6.virtualAddress == IPAddress(Sample.linkLocal))
        #expect(v6.identifier == Sample.mac && !v6.isIncomplete)
        let v4 = try #require(read(Self.v2(family: 4, PacketBuilder.address(Sample.v4))))
        #expect(v4.virtualAddress == IPAddress(Sample.v4))
        #expect(try #require(read(Self.v2(family: 9, [1, 2, 3, 4]))).virtualAddress == nil)
    }

    @Test func givesNoAddressBeforeItIsLearned() throws {
        #expect(try #require(read(Self.v2(family: 4, []))).virtualAddress == nil)
        #expect(try #require(read(Self.v2(family: 6, []))).virtualAddress == nil)
        #expect(try #require(read(Array(Self.v1.prefix(16)) + [0, 0, 0, 0])).virtualAddress == nil)
    }

    @Test func rejectsEveryShorterPrefix() {
        for bytes in [Self.v1, Self.v2IPv6] {
            for length in 0..<bytes.count { #expect(read(Array(bytes.prefix(length))) == nil) }
        }
    }

    @Test func isIncompleteWhenTheNextPartIsCut() throws {
        for length in 1..<Self.textAuthentication.count {
            #expect(try #require(read(Self.v2IPv6 + Self.textAuthentication.prefix(length))).isIncomplete)
        }
    }

    @Test func rejectsAdvertisementsAndOtherParts() {
        #expect(read(PacketBuilder.hex("00 03 0001 000a 02 00 0001 0000 0000 0000 00000000")) == nil)
        #expect(read(PacketBuilder.hex("02 04 0000 0001")) == nil)
        #expect(read([0, 9] + Self.v1.dropFirst(2)) == nil)
    }
}
