import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct LLDPMessageTests {
    private static func item(_ type: UInt16, _ value: [UInt8]) -> [UInt8] {
        PacketBuilder.integer(type << 9 | UInt16(value.count)) + value
    }
    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static let mandatory =
        item(1, [4] + PacketBuilder.address(Sample.mac)) + item(2, [5] + text("ge-0/0/7")) + item(3, [0, 120])
    private static let managementV4 = item(
        8, [5, 1] + PacketBuilder.address(Sample.v4) + [2, 0, 0, 0, 7, 0])
    private static let managementV6 = item(
        8, [17, 2] + PacketBuilder.address(Sample.v6) + [2, 0, 0, 0, 7, 0])

    static let complete: [UInt8] =
        mandatory + item(4, text("uplink")) + item(5, text("sw-tang-2")) + item(6, text("Example OS 4.2\r\n"))
        + item(7, [0x00, 0x14, 0x00, 0x04]) + managementV4 + managementV6
        + item(127, [0x00, 0x80, 0xc2, 1, 0x00, 0x1e]) + item(127, [0x00, 0x12, 0xbb, 1, 0x00, 0x03, 3]) + [0, 0]

    private func read(_ bytes: [UInt8]) -> LLDPMessage? { LLDPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsEveryField() throws {
        let message = try #require(read(Self.complete))
        #expect(message.chassisSubtype == 4)
        #expect(message.chassis == .mac(Sample.mac))
        #expect(message.portSubtype == 5)
        #expect(message.port == .name("ge-0/0/7"))
        #expect(message.timeToLive == 120)
        #expect(message.portDescription == "uplink")
        #expect(message.systemName == "sw-tang-2")
        #expect(message.systemDescription == "Example OS 4.2")
        #expect(message.capabilities == [.bridge, .router])
        #expect(message.enabledCapabilities == [.bridge])
        #expect(message.managementAddresses == [IPAddress(Sample.v4), IPAddress(Sample.v6)])
        #expect(message.portVLAN == 30)
        #expect(message.deviceClass == 3)
        #expect(!message.isIncomplete)
    }

    @Test func readsAChassisThatIsAnAddressOrAName() throws {
        let rest = Self.item(2, [3] + PacketBuilder.address(Sample.otherMAC)) + [0, 0]
        let v6 = try #require(read(Self.item(1, [5, 2] + PacketBuilder.address(Sample.v6)) + rest))
        #expect(v6.chassis == .address(IPAddress(Sample.v6)))
        #expect(v6.port == .mac(Sample.otherMAC))
        let v4 = try #require(read(Self.item(1, [5, 1] + PacketBuilder.address(Sample.v4)) + rest))
        #expect(v4.chassis == .address(IPAddress(Sample.v4)))
        #expect(try #require(read(Self.item(1, [7] + Self.text("rack 4")) + rest)).chassis == .name("rack 4"))
        #expect(try #require(read(Self.item(1, [4, 1, 2]) + rest)).chassis == .other)
        #expect(try #require(read(Self.item(1, [5, 9, 2]) + rest)).chassis == .other)
    }

    @Test func keepsTheFirstOfWhatMustStandOnce() throws {
        let message = try #require(read(Self.mandatory + Self.item(2, [5, 0x61]) + Self.item(3, [0, 1]) + [0, 0]))
        #expect(message.port == .name("ge-0/0/7"))
        #expect(message.timeToLive == 120)
    }

    @Test(arguments: [[0, 0], [0x0f, 0xff], [0xff, 0xff]] as [[UInt8]])
    func givesNoPortVLANOutsideItsRange(identifier: [UInt8]) throws {
        let message = try #require(read(Self.mandatory + Self.item(127, [0, 0x80, 0xc2, 1] + identifier) + [0, 0]))
        #expect(message.portVLAN == nil)
    }

    @Test func stopsAtSixteenManagementAddresses() throws {
        let many = (0..<40).flatMap { _ in Self.managementV6 }
        #expect(try #require(read(Self.mandatory + many + [0, 0])).managementAddresses.count == 16)
    }

    @Test func leavesOutAManagementAddressThatDoesNotFit() throws {
        for value in [[200, 1, 192, 0, 2, 1], [5, 2, 192, 0, 2, 1], [4, 1, 192, 0, 2, 1], [0], []] as [[UInt8]] {
            let message = try #require(read(Self.mandatory + Self.item(8, value) + [0, 0]))
            #expect(message.managementAddresses.isEmpty)
            #expect(!message.isIncomplete)
        }
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.complete.count {
            let message = read(Array(Self.complete.prefix(length)))
            #expect(length < 9 ? message == nil : message?.isIncomplete == true)
        }
    }

    @Test func rejectsWhatDoesNotBeginWithAChassis() {
        #expect(read(Self.item(2, [5, 0x61]) + [0, 0]) == nil)
        #expect(read([0, 0]) == nil)
        #expect(read(Self.item(1, [4])) == nil)
    }
}
