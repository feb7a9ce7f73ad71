import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct BGPMessageTests {
    private static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 0xff, count: 16) + PacketBuilder.integer(UInt16(19 + body.count)) + [type] + body
    }
    private static func open(_ parameters: [UInt8]) -> [UInt8] {
        message(1, PacketBuilder.hex("04 5ba0 00b4 c0000201") + parameters)
    }
    /// IPv4 and IPv6 unicast, IPv6 twice, and a four-octet number.
    private static let capabilities = PacketBuilder.hex("0104 0001 00 01 0104 0002 00 01 0104 0002 00 01 4104 00020001")
    static let openTwice = open(
        [26] + PacketBuilder.hex("02 06 0104 0001 00 01") + [2, 16]
            + PacketBuilder.hex("0104 0002 00 01 0200 4104 00020001 0600"))

    private func read(_ bytes: [UInt8]) -> BGPMessage? { BGPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsAnOpen() throws {
        let bytes = Self.open(
            [UInt8(Self.capabilities.count + 2), 2, UInt8(Self.capabilities.count)] + Self.capabilities)
        let message = try #require(read(bytes))
        #expect(message.kind == .open && message.length == bytes.count)
        #expect(message.autonomousSystem == 131_073)
        #expect(message.router?.description == "192.0.2.1")
        #expect(message.protocols.map(\.family) == [1, 2])
        #expect(message.protocols.map(\.subsequentFamily) == [1, 1])
        #expect(message.families == [.ipv4, .ipv6])
        #expect(!message.isIncomplete)
    }

    @Test func readsAnOpenWithoutCapabilities() throws {
        let message = try #require(read(Self.open([0])))
        #expect(message.autonomousSystem == 23_456)
        #expect(message.protocols.isEmpty && message.families == [.ipv4] && !message.isIncomplete)
    }

    @Test func readsTheExtendedFormOfTheParameters() throws {
        let length = UInt16(Self.capabilities.count)
        let bytes = Self.open(
            [0xff, 0xff] + PacketBuilder.integer(length + 3) + [2] + PacketBuilder.integer(length) + Self.capabilities)
        let message = try #require(read(bytes))
        #expect(message.autonomousSystem == 131_073 && message.families == [.ipv4, .ipv6] && !message.isIncomplete)
    }

    @Test(arguments: [2, 3, 4, 5] as [UInt8])
    func readsOnlyTheKindOfOthers(type: UInt8) throws {
        let bytes = Self.message(type, [1, 2, 3, 4])
        let message = try #require(read(bytes + bytes))
        #expect(message.kind.rawValue == type && message.length == 23 && !message.isIncomplete)
        #expect(message.autonomousSystem == nil && message.router == nil && message.families.isEmpty)
    }

    @Test func readsParametersOfOneCapabilityEach() throws {
        let message = try #require(read(Self.openTwice))
        #expect(message.families == [.ipv4, .ipv6] && message.autonomousSystem == 131_073 && !message.isIncomplete)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.openTwice.count {
            let message = read(Array(Self.openTwice.prefix(length)))
            #expect(length < 19 ? message == nil : message?.isIncomplete == true)
        }
    }

    @Test func isIncompleteWhereACapabilityDoesNotFit() throws {
        #expect(try #require(read(Self.open([4, 2, 2, 1, 9]))).isIncomplete)
        #expect(try #require(read(Self.open([4, 2, 9, 1, 0]))).isIncomplete)
        #expect(try #require(read(Self.open([200, 2, 2, 1, 0]))).isIncomplete)
    }

    @Test func rejectsOtherBytes() {
        let keepalive = Self.message(4, [])
        #expect(read([0] + keepalive.dropFirst()) == nil)
        #expect(read(Array(keepalive.prefix(18)) + [9]) == nil)
        #expect(read(Array(keepalive.prefix(16)) + [0, 18, 4]) == nil)
    }
}
