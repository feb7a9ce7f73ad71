import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct SNMPMessageTests {
    private static func sequence(_ parts: [UInt8]...) -> [UInt8] { TextSample.ber(0x30, Array(parts.joined())) }
    private static func number(_ value: UInt8) -> [UInt8] { [2, 1, value] }
    private static func system(_ object: UInt8) -> [UInt8] { [6, 8, 0x2b, 6, 1, 2, 1, 1, object, 0] }
    private static func pdu(_ tag: UInt8, _ bindings: [UInt8]...) -> [UInt8] {
        TextSample.ber(tag, number(7) + number(0) + number(0) + TextSample.ber(0x30, Array(bindings.joined())))
    }
    private static let community = TextSample.ber(4, text: "bi-mat")
    private static let engine = PacketBuilder.hex("80001f88 03") + PacketBuilder.address(Sample.mac)
    private static let names = [
        sequence(system(1), TextSample.ber(4, text: "Example printer, firmware 9")),
        sequence(PacketBuilder.hex("06 08 2b06010201010300"), [0x43, 1, 9]),
        sequence(system(5), TextSample.ber(4, text: "may-in-01")),
    ]
    private static let pduOfNames = pdu(0xa2, names[0], names[1], names[2])

    static let request = sequence(number(1), community, pdu(0xa0, sequence(system(5), [5, 0])))
    static let response = sequence(number(1), community, pduOfNames)
    static let trapV1 = sequence(
        number(0), community,
        TextSample.ber(
            0xa4,
            PacketBuilder.hex("06 06 2b0601040101 40 04") + PacketBuilder.address(Sample.v4) + number(6) + number(0)
                + [0x43, 1, 9] + TextSample.ber(0x30, names[2])))
    static let responseV3 = version3(flags: 0, sequence(TextSample.ber(4, engine), [4, 0], pduOfNames))
    static let encrypted = version3(flags: 3, TextSample.ber(4, [1, 2, 3, 4]))

    private static func version3(flags: UInt8, engine: [UInt8] = engine, _ data: [UInt8]) -> [UInt8] {
        sequence(
            number(3), sequence([2, 2, 1, 2], [2, 3, 0, 0xff, 0xe3], [4, 1, flags], number(3)),
            TextSample.ber(
                4,
                sequence(
                    TextSample.ber(4, engine), number(1), number(2), TextSample.ber(4, text: "nguoi-dung"), [4, 0],
                    [4, 0])), data)
    }

    private func read(_ bytes: [UInt8]) -> SNMPMessage? { SNMPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsARequest() throws {
        let message = try #require(read(Self.request))
        #expect(message.version == .v2c)
        #expect(message.kind == .get)
        #expect(!message.isFromAgent && !message.isEncrypted && !message.isIncomplete)
        #expect(message.systemName == nil && message.engineIdentifier == nil)
    }

    @Test func readsNameAndDescriptionOfAResponse() throws {
        let message = try #require(read(Self.response))
        #expect(message.kind == .response)
        #expect(message.isFromAgent)
        #expect(message.systemName == "may-in-01")
        #expect(message.systemDescription == "Example printer, firmware 9")
        #expect(!message.isIncomplete)
    }

    @Test func readsTheAddressInsideATrapOfVersion1() throws {
        let message = try #require(read(Self.trapV1))
        #expect(message.version == .v1)
        #expect(message.kind == .trapV1)
        #expect(message.isFromAgent)
        #expect(message.agentAddress == Sample.v4)
        #expect(message.systemName == "may-in-01")
    }

    @Test func readsAResponseOfVersion3() throws {
        let message = try #require(read(Self.responseV3))
        #expect(message.version == .v3)
        #expect(message.kind == .response)
        #expect(message.engineIdentifier == Self.engine)
        #expect(message.engineEnterprise == 8072)
        #expect(message.engineMAC == Sample.mac)
        #expect(message.engineAddress == nil)
        #expect(message.systemName == "may-in-01")
        #expect(!message.isIncomplete)
    }

    @Test func readsTheEngineOfAnEncryptedMessage() throws {
        let message = try #require(read(Self.encrypted))
        #expect(message.isEncrypted)
        #expect(message.kind == nil)
        #expect(message.engineMAC == Sample.mac)
        #expect(!message.isFromAgent && !message.isIncomplete)
    }

    @Test func readsWhatAnEngineIsMadeOf() throws {
        func engine(_ text: String, _ octets: [UInt8]) throws -> SNMPMessage {
            let engine = PacketBuilder.hex(text) + octets
            return try #require(read(Self.version3(flags: 3, engine: engine, TextSample.ber(4, [1]))))
        }
        #expect(try engine("80000009 01", PacketBuilder.address(Sample.v4)).engineAddress == IPAddress(Sample.v4))
        #expect(try engine("80000009 02", PacketBuilder.address(Sample.v6)).engineAddress == IPAddress(Sample.v6))
        #expect(try engine("80000009 03 00", PacketBuilder.address(Sample.mac)).engineMAC == Sample.mac)
        #expect(try engine("80000008 03 00", PacketBuilder.address(Sample.mac)).engineMAC == nil)
        #expect(try engine("00000009 03", PacketBuilder.address(Sample.mac)).engineMAC == nil)
        #expect(try engine("", []).engineIdentifier == nil)
    }

    @Test func keepsNoSecrets() throws {
        for bytes in [Self.request, Self.response, Self.trapV1, Self.responseV3, Self.encrypted] {
            let message = try #require(read(bytes))
            let text = String(reflecting: message)
            #expect(!text.contains("bi-mat") && !text.contains("nguoi-dung"))
        }
    }

    @Test(arguments: [0xa0, 0xa1, 0xa3, 0xa5, 0xa6] as [UInt8])
    func readsNoNamesOutOfQuestions(tag: UInt8) throws {
        let bytes = Self.sequence(Self.number(1), Self.community, Self.pdu(tag, Self.names[2]))
        let message = try #require(read(bytes))
        #expect(message.kind == SNMPMessage.Kind(rawValue: tag))
        #expect(message.systemName == nil && !message.isFromAgent)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for bytes in [Self.request, Self.response, Self.trapV1, Self.responseV3, Self.encrypted] {
            for length in 0..<bytes.count {
                let message = read(Array(bytes.prefix(length)))
                #expect(message == nil || message?.isIncomplete == true)
            }
        }
    }

    @Test func rejectsOtherVersionsAndForms() {
        #expect(read(Self.sequence(Self.number(2), Self.community, Self.pdu(0xa0))) == nil)
        #expect(read(Self.sequence(Self.number(9), Self.community)) == nil)
        #expect(read(Self.sequence(Self.number(1), Self.number(1))) == nil)
        #expect(read([0x31] + Self.request.dropFirst()) == nil)
        #expect(read([0x30, 0x80] + Self.request.dropFirst(2)) == nil)  // indefinite length
        #expect(read([0x30, 0x85, 0, 0, 0, 0, 9] + Self.request.dropFirst(2)) == nil)
        #expect(read([]) == nil)
    }

    @Test func readsLongFormsOfLengths() throws {
        let body = Array(Self.request.dropFirst(2))
        let message = try #require(read([0x30, 0x84, 0, 0, 0, UInt8(body.count)] + body))
        #expect(message.kind == .get && !message.isIncomplete)
    }
}
