import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct CDPMessageTests {
    private static func item(_ type: UInt16, _ value: [UInt8]) -> [UInt8] {
        PacketBuilder.integer(type) + PacketBuilder.integer(UInt16(value.count + 4)) + value
    }
    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static let v4 = PacketBuilder.hex("01 01 cc 0004") + PacketBuilder.address(Sample.v4)
    private static let v6 = PacketBuilder.hex("02 08 aaaa03000000 86dd 0010") + PacketBuilder.address(Sample.v6)
    private static let head: [UInt8] = [2, 180, 0, 0]

    static let complete: [UInt8] =
        head + item(1, text("rt-hue.example.vn")) + item(2, [0, 0, 0, 2] + v4 + v6)
        + item(3, text("GigabitEthernet0/1")) + item(4, [0, 0, 0, 0x29])
        + item(5, text("Example OS Software, Version 15.2\nCopyright")) + item(6, text("example C2960"))
        + item(0x0a, [0, 99]) + item(0x14, text("rt-hue"))
        + item(0x16, [0, 0, 0, 1] + PacketBuilder.hex("01 01 8e 0010") + PacketBuilder.address(Sample.otherV6))

    private func read(_ bytes: [UInt8]) -> CDPMessage? { CDPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsEveryField() throws {
        let message = try #require(read(Self.complete))
        #expect(message.version == 2)
        #expect(message.timeToLive == 180)
        #expect(message.deviceIdentifier == "rt-hue.example.vn")
        #expect(message.addresses == [IPAddress(Sample.v4), IPAddress(Sample.v6)])
        #expect(message.portIdentifier == "GigabitEthernet0/1")
        #expect(message.capabilities == [.router, .switch, CDPMessage.Capabilities(rawValue: 0x20)])
        #expect(message.software == "Example OS Software, Version 15.2")
        #expect(message.platform == "example C2960")
        #expect(message.nativeVLAN == 99)
        #expect(message.systemName == "rt-hue")
        #expect(message.managementAddresses == [IPAddress(Sample.otherV6)])
        #expect(!message.isIncomplete)
    }

    @Test func stepsOverAddressesOfOtherProtocols() throws {
        let other = PacketBuilder.hex("02 08 aaaa03000000 8137 000a 00000001020304050607")
        let message = try #require(read(Self.head + Self.item(2, [0, 0, 0, 2] + other + Self.v4)))
        #expect(message.addresses == [IPAddress(Sample.v4)])
    }

    @Test func survivesACountOfAddressesThatIsTooLarge() throws {
        let message = try #require(read(Self.head + Self.item(2, [0xff, 0xff, 0xff, 0xff] + Self.v4)))
        #expect(message.addresses == [IPAddress(Sample.v4)])
        #expect(message.isIncomplete)
    }

    @Test(arguments: [0, 3, 400] as [UInt16])
    func stopsAtAnItemThatDoesNotFit(length: UInt16) throws {
        let bad = PacketBuilder.integer(UInt16(1)) + PacketBuilder.integer(length) + [0x61]
        let message = try #require(read(Self.head + Self.item(6, Self.text("x")) + bad))
        #expect(message.platform == "x")
        #expect(message.deviceIdentifier == nil)
        #expect(message.isIncomplete)
    }

    @Test func survivesEveryShorterPrefix() throws {
        for length in 0..<Self.complete.count {
            let message = read(Array(Self.complete.prefix(length)))
            if length < 8 { #expect(message == nil) } else { #expect(message?.managementAddresses.isEmpty == true) }
        }
    }

    @Test(arguments: [0, 3, 0xff] as [UInt8])
    func rejectsOtherVersions(version: UInt8) {
        #expect(read([version] + Self.complete.dropFirst()) == nil)
    }
}
