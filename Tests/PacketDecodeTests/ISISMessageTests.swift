import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct ISISMessageTests {
    private static func item(_ type: UInt8, _ value: [UInt8]) -> [UInt8] { [type, UInt8(value.count)] + value }
    private static let items =
        item(1, [3, 0x49, 0, 1]) + item(129, [0xcc, 0x8e]) + item(132, PacketBuilder.address(Sample.v4))
        + item(232, PacketBuilder.address(Sample.linkLocal))
    private static let system = PacketBuilder.hex("192168001001")

    private static func hello(type: UInt8, _ items: [UInt8] = items) -> [UInt8] {
        let tail: [UInt8] = type == 17 ? [1] : [64] + system + [1]
        let header = 20 + tail.count - 1
        return [0x83, UInt8(header), 1, 0, type, 1, 0, 0, 3] + system + [0, 30]
            + PacketBuilder.integer(UInt16(header + items.count)) + tail + items
    }
    static let lan = hello(type: 15)
    static let linkState: [UInt8] =
        [0x83, 27, 1, 6, 20, 1, 0, 0] + PacketBuilder.integer(UInt16(27 + items.count + 8)) + [4, 0xaf] + system
        + [0, 0, 0, 0, 0, 1, 0, 0, 3] + items + item(137, Array("rt-hue".utf8))

    private func read(_ bytes: [UInt8]) -> ISISMessage? { ISISMessage(bytes.span.bytes, bytes.whole) }

    @Test(arguments: [(15, 1), (16, 2), (17, nil)] as [(UInt8, UInt8?)])
    func readsHellos(type: UInt8, level: UInt8?) throws {
        let message = try #require(read(Self.hello(type: type) + [0, 0, 0]))
        #expect(message.kind == .hello && message.level == level)
        #expect(message.system == 0x1921_6800_1001)
        #expect(message.protocols == [0xcc, 0x8e] && message.families == [.ipv4, .ipv6])
        #expect(message.addresses == [IPAddress(Sample.v4), IPAddress(Sample.linkLocal)])
        #expect(message.hostName == nil && !message.isIncomplete)
    }

    @Test func readsALinkStatePDU() throws {
        let message = try #require(read(Self.linkState))
        #expect(message.kind == .linkState && message.level == 2)
        #expect(message.system == 0x1921_6800_1001)
        #expect(message.hostName == "rt-hue")
        #expect(message.addresses.count == 2 && !message.isIncomplete)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for bytes in [Self.lan, Self.linkState] {
            for length in 0..<bytes.count {
                let message = read(Array(bytes.prefix(length)))
                #expect(length < 27 ? message == nil : message?.isIncomplete == true)
            }
        }
    }

    @Test func boundsTheAddresses() throws {
        let many = (0..<20).flatMap { _ in Self.item(132, [UInt8](repeating: 1, count: 40)) }
        #expect(try #require(read(Self.hello(type: 15, many))).addresses.count == 32)
    }

    @Test func rejectsOtherPDUs() {
        #expect(read([0x83, 33, 1, 0, 24, 1, 0, 0] + [UInt8](repeating: 0, count: 40)) == nil)
        #expect(read([0x81] + Self.lan.dropFirst()) == nil)
        #expect(read([0x83, 26] + Self.lan.dropFirst(2)) == nil)
        #expect(read([0x83, 27, 1, 3] + Self.lan.dropFirst(4)) == nil)
    }
}
