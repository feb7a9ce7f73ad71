import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct VRRPMessageTests {
    static let v2 =
        PacketBuilder.hex("21 0a 64 02 00 01 0000") + PacketBuilder.address(Sample.v4)
        + PacketBuilder.address(Sample.otherV4) + [UInt8](repeating: 0, count: 8)
    static let v3 =
        PacketBuilder.hex("31 14 ff 02 0064 0000") + PacketBuilder.address(Sample.linkLocal)
        + PacketBuilder.address(Sample.v6)

    private func read(_ bytes: [UInt8], _ family: AddressFamily) -> VRRPMessage? {
        VRRPMessage(bytes.span.bytes, bytes.whole, family: family)
    }

    @Test func readsVersion2() throws {
        let message = try #require(read(Self.v2, .ipv4))
        #expect(message.version == 2 && message.virtualRouter == 10 && message.priority == 100)
        #expect(message.addresses == [IPAddress(Sample.v4), IPAddress(Sample.otherV4)])
        #expect(!message.isIncomplete)
    }

    @Test func readsVersion3OfBothFamilies() throws {
        let message = try #require(read(Self.v3, .ipv6))
        #expect(message.version == 3 && message.virtualRouter == 20 && message.priority == 255)
        #expect(message.addresses == [IPAddress(Sample.linkLocal), IPAddress(Sample.v6)])
        let v4 = try #require(
            read(PacketBuilder.hex("31 14 64 01 0064 0000") + PacketBuilder.address(Sample.v4), .ipv4))
        #expect(v4.addresses == [IPAddress(Sample.v4)])
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.v3.count {
            let message = read(Array(Self.v3.prefix(length)), .ipv6)
            #expect(length < 8 ? message == nil : message?.isIncomplete == true)
            #expect(message?.addresses.count ?? 0 == max(0, length - 8) / 16)
        }
    }

    @Test func boundsTheAddresses() throws {
        let bytes = PacketBuilder.hex("31 01 64 ff 0064 0000") + [UInt8](repeating: 9, count: 255 * 4)
        let message = try #require(read(bytes, .ipv4))
        #expect(message.addresses.count == 64 && message.isIncomplete)
    }

    @Test(arguments: [0x11, 0x41, 0x22, 0x30] as [UInt8])
    func rejectsOtherVersionsAndTypes(head: UInt8) { #expect(read([head] + Self.v2.dropFirst(), .ipv4) == nil) }
}
