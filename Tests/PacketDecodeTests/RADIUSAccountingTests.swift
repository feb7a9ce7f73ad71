import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct RADIUSAccountingTests {
    private static let v4 = IPv4Address(value: 0x0a01_0203)
    private static let v6 = IPv6Address(high: 0x2001_0db8_0000_0001, low: 0x10)
    private static let interface = PacketBuilder.hex("0211 22ff fe33 4455")

    private static func attribute(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
        PacketBuilder.radiusAttribute(type, value)
    }

    private static func text(_ type: UInt8, _ text: String) -> [UInt8] { attribute(type, Array(text.utf8)) }

    static let interim = PacketBuilder.radius(
        text(1, "nguyenvana"), attribute(4, [10, 0, 0, 5]), attribute(8, PacketBuilder.address(v4)),
        text(31, "02-00-5E-00-53-01"), text(32, "switch-1"), attribute(40, [0, 0, 0, 3]), text(44, "5F0A-0001"),
        attribute(168, PacketBuilder.address(v6)), attribute(96, interface),
        attribute(97, [0, 64] + PacketBuilder.hex("20010db8 00000002")))

    private func read(_ bytes: [UInt8]) -> RADIUSAccounting? { RADIUSAccounting(bytes.span.bytes, bytes.whole) }

    @Test func readsTheAddressesOfASession() throws {
        let message = try #require(read(Self.interim))
        #expect(message.session == "5f0a-0001" && message.status == 3)
        #expect(message.accessServer == "10.0.0.5")
        #expect(message.station == MACAddress(value: 0x0200_5e00_5301))
        let joined = IPv6Address(high: 0x2001_0db8_0000_0002, low: 0x0211_22ff_fe33_4455)
        #expect(message.addresses == [IPAddress(Self.v4), IPAddress(Self.v6), IPAddress(joined)])
        #expect(!message.isIncomplete)
    }

    @Test func keepsNoUser() throws {
        let message = try #require(read(Self.interim))
        #expect(!"\(message)".contains("nguyenvana"))
    }

    @Test(arguments: ["02005e005301", "0200.5E00.5301", "02:00:5e:00:53:01"])
    func knowsAMACInEveryForm(_ form: String) throws {
        let message = try #require(read(PacketBuilder.radius(Self.text(31, form))))
        #expect(message.station == MACAddress(value: 0x0200_5e00_5301))
    }

    @Test(arguments: ["840912345678", "0912345678", "02-00-5e-00-53", "01-00-5e-00-00-01", "02-00-5e-00-53-01:x"])
    func aTelephoneNumberIsNoMAC(_ form: String) throws {
        #expect(try #require(read(PacketBuilder.radius(Self.text(31, form)))).station == nil)
    }

    @Test func takesTheServersNameWhereItGivesNoAddress() throws {
        let named = try #require(
            read(PacketBuilder.radius(Self.text(32, "Switch-1"), Self.attribute(4, [0, 0, 0, 0]))))
        #expect(named.accessServer == "switch-1")
        let six = try #require(
            read(PacketBuilder.radius(Self.attribute(95, PacketBuilder.address(Self.v6)), Self.text(32, "x"))))
        #expect(six.accessServer == "2001:db8:0:1::10")
        #expect(try #require(read(PacketBuilder.radius())).accessServer == nil)
    }

    @Test func writesASessionThatIsNoTextInHexadecimal() throws {
        #expect(try #require(read(PacketBuilder.radius(Self.attribute(44, [0x41, 0, 0xff])))).session == "4100ff")
        #expect(try #require(read(PacketBuilder.radius(Self.text(44, "a|b")))).session == "617c62")
    }

    @Test func leavesOutAddressesThatNobodyHas() throws {
        let message = try #require(
            read(
                PacketBuilder.radius(
                    Self.attribute(8, [255, 255, 255, 254]),
                    Self.attribute(97, [0, 56] + [UInt8](repeating: 1, count: 7)),
                    Self.attribute(96, Self.interface))))
        #expect(message.addresses.isEmpty && !message.isIncomplete)
    }

    @Test func marksEveryShorterMessage() throws {
        for length in 0..<Self.interim.count {
            let message = read(Array(Self.interim.prefix(length)))
            #expect((message == nil) == (length < 20))
            if let message { #expect(message.isIncomplete) }
        }
    }

    @Test func rejectsOtherMessagesAndLengths() throws {
        #expect(read(PacketBuilder.radius(code: 1)) == nil)
        #expect(read(PacketBuilder.radius(code: 5)) == nil)
        var short = PacketBuilder.radius()
        short[3] = 19
        #expect(read(short) == nil)
        #expect(try #require(read(PacketBuilder.radius([44, 0]))).isIncomplete)
        #expect(try #require(read(PacketBuilder.radius([44, 1, 2]))).isIncomplete)
        #expect(try #require(read(PacketBuilder.radius(Self.attribute(8, [1, 2, 3])))).isIncomplete)
        let behind = try #require(read(PacketBuilder.radius() + Self.text(44, "padding")))
        #expect(behind.session == nil && !behind.isIncomplete)
    }

    @Test func keepsAFewAddresses() throws {
        let many = (0..<30).flatMap { Self.attribute(8, [10, 1, 1, UInt8($0 + 1)]) }
        let message = try #require(read(PacketBuilder.radius(many)))
        #expect(message.addresses.count == 16 && message.isIncomplete)
    }
}
