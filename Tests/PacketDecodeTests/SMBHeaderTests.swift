import PacketDecode
import TestSupport
import Testing

@Suite struct SMBHeaderTests {
    static let negotiation1 = PacketBuilder.hex("ff534d42 72 00000000 98 0128") + [UInt8](repeating: 0, count: 24)
    static let setup2 =
        PacketBuilder.hex("fe534d42 4000 0100 160000c0 0100 0100 11000000 00000000") + [UInt8](repeating: 0, count: 48)

    private func read(_ bytes: [UInt8]) -> SMBHeader? { SMBHeader(bytes.span.bytes, bytes.whole) }

    @Test func readsSMB1() throws {
        let header = try #require(read([0, 0, 0, 36] + Self.negotiation1))
        #expect(header.form == .smb1)
        #expect(header.command == 0x72)
        #expect(header.isResponse == true)
        #expect(header.offset == 4)
    }

    @Test func readsSMB2() throws {
        let header = try #require(read([0, 0, 1, 36] + Self.setup2))
        #expect(header.form == .smb2)
        #expect(header.command == 1)
        #expect(header.isResponse == true)
        var request = Self.setup2
        request[16] = 0x10
        #expect(try #require(read(request)).isResponse == false)
        #expect(try #require(read(request)).offset == 0)
    }

    @Test(arguments: [(0xfd, .encrypted), (0xfc, .compressed)] as [(UInt8, SMBHeader.Form)])
    func tellsTheFormsOfSMB3(first: UInt8, form: SMBHeader.Form) throws {
        let header = try #require(read([0, 0, 0, 99, first] + Self.setup2.dropFirst()))
        #expect(header.form == form)
        #expect(header.command == nil && header.isResponse == nil)
    }

    @Test func rejectsEveryShorterHeader() {
        for bytes in [Self.negotiation1.prefix(32), Self.setup2.prefix(64)] {
            for length in 0..<bytes.count { #expect(read([0, 0, 0, 9] + bytes.prefix(length)) == nil) }
        }
        #expect(read([0xfb] + Self.setup2.dropFirst()) == nil)
        #expect(read([1, 0, 0, 9] + Self.setup2) == nil)
    }
}
