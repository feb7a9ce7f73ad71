import PacketDecode
import TestSupport
import Testing

@Suite struct NTLMMessageTests {
    private static func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        PacketBuilder.integer(value.byteSwapped)
    }
    private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { little($0) } }
    private static func field(_ count: Int, at offset: Int) -> [UInt8] {
        little(UInt16(count)) + little(UInt16(count)) + little(UInt32(offset))
    }
    private static func attribute(_ identifier: UInt16, _ value: [UInt8]) -> [UInt8] {
        little(identifier) + little(UInt16(value.count)) + value
    }
    private static let signature = Array("NTLMSSP\0".utf8)

    static func challenge(_ info: [UInt8]) -> [UInt8] {
        signature + little(UInt32(2)) + field(8, at: 56) + little(UInt32(0xe289_8215))
            + [UInt8](repeating: 1, count: 16) + field(info.count, at: 64) + [10, 0, 0, 0, 0, 0, 0, 15] + utf16("UBND")
            + info
    }

    static let challenge = challenge(
        attribute(2, utf16("UBND")) + attribute(1, utf16("MÁY-CHỦ")) + attribute(4, utf16("ubnd.example.vn"))
            + attribute(3, utf16("may-chu.ubnd.example.vn")) + attribute(7, [UInt8](repeating: 9, count: 8))
            + attribute(0, []))

    static func authenticate(isUnicode: Bool = true) -> [UInt8] {
        let encode: (String) -> [UInt8] = { isUnicode ? utf16($0) : Array($0.utf8) }
        let domain = encode("UBND")
        let user = encode("nguyenvana")
        let workstation = encode("PC-KETOAN")
        let base = 64
        return signature + little(UInt32(3)) + field(0, at: base) + field(0, at: base)
            + field(domain.count, at: base) + field(user.count, at: base + domain.count)
            + field(workstation.count, at: base + domain.count + user.count) + field(0, at: base)
            + little(UInt32(isUnicode ? 0xe288_8215 : 0xe288_8214)) + domain + user + workstation
    }

    private func read(_ bytes: [UInt8]) -> NTLMMessage? { NTLMMessage(bytes.span.bytes, bytes.whole) }
    private func find(_ bytes: [UInt8]) -> NTLMMessage? { NTLMMessage.find(bytes.span.bytes, bytes.whole) }

    @Test func readsTheNamesOfAServer() throws {
        let message = try #require(read(Self.challenge))
        #expect(message.type == 2)
        #expect(message.serverNetBIOSName == "MÁY-CHỦ")
        #expect(message.serverNetBIOSDomain == "UBND")
        #expect(message.serverDNSName == "may-chu.ubnd.example.vn")
        #expect(message.serverDNSDomain == "ubnd.example.vn")
        #expect(message.workstation == nil)
        #expect(!message.isIncomplete)
    }

    @Test(arguments: [true, false])
    func readsTheWorkstationAndNotTheUser(isUnicode: Bool) throws {
        let message = try #require(read(Self.authenticate(isUnicode: isUnicode)))
        #expect(message.type == 3)
        #expect(message.workstation == "PC-KETOAN")
        #expect(!message.isIncomplete)
        #expect(!"\(message)".contains("nguyenvana"))
    }

    @Test func findsAMessageInsideAPayload() throws {
        let around = [UInt8](repeating: 0x4e, count: 100)
        #expect(try #require(find(around + Self.challenge + around)).serverNetBIOSDomain == "UBND")
        #expect(find([UInt8](repeating: 0, count: 4096) + Self.challenge) == nil)
        #expect(find([]) == nil)
        #expect(find(Array("NTLMSSP".utf8)) == nil)
    }

    @Test func findsAMessageInBase64() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bits = (Self.challenge + [0, 0]).flatMap { octet in (0..<8).map { octet >> (7 - $0) & 1 } }
        let encoded = stride(from: 0, to: bits.count - 5, by: 6).map { start in
            alphabet[Int(bits[start..<start + 6].reduce(0) { $0 << 1 | $1 })]
        }
        let header = Array("WWW-Authenticate: NTLM ".utf8) + encoded + Array("\r\n".utf8)
        #expect(try #require(find(header)).serverDNSName == "may-chu.ubnd.example.vn")
    }

    @Test func marksEveryShorterMessage() throws {
        for bytes in [Self.challenge, Self.authenticate()] {
            for length in 0..<bytes.count {
                let message = read(Array(bytes.prefix(length)))
                #expect((message == nil) == (length < 12))
                if let message { #expect(message.isIncomplete) }
            }
        }
        #expect(try #require(read(Self.signature + [1, 0, 0, 0])).isIncomplete == false)
    }

    @Test func rejectsOtherTypes() {
        #expect(read(Self.signature + [4, 0, 0, 0]) == nil)
        #expect(read(Self.signature + [0, 0, 0, 2]) == nil)
        #expect(read([0x4d] + Self.challenge.dropFirst()) == nil)
    }

    @Test func marksAttributesThatDoNotFit() throws {
        let cut = try #require(read(Self.challenge(Self.attribute(1, Self.utf16("A")) + [2, 0, 99, 0])))
        #expect(cut.serverNetBIOSName == "A")
        #expect(cut.isIncomplete)
        let many = try #require(read(Self.challenge((0..<40).flatMap { _ in Self.attribute(9, []) })))
        #expect(many.isIncomplete)
        var far = Self.authenticate()
        far.replaceSubrange(48..<52, with: [0xff, 0xff, 0xff, 0xff])
        #expect(try #require(read(far)).workstation == nil)
    }
}
