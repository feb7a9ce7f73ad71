import PacketDecode
import TestSupport
import Testing

@Suite struct QUICLongHeaderTests {
    /// The unprotected header of a client's Initial, RFC 9001 §A.2, with `length` bytes behind its packet number's start.
    static func initial(version: UInt32 = 1, first: UInt8 = 0xc3, token: [UInt8] = [], length: Int = 1182) -> [UInt8] {
        [first] + PacketBuilder.integer(version) + PacketBuilder.hex("08 8394c8f03e515708 00") + [UInt8(token.count)]
            + token + PacketBuilder.integer(0x4000 | UInt16(length)) + [UInt8](repeating: 0xaa, count: length)
    }

    private func read(_ bytes: [UInt8], _ range: ByteRange? = nil) -> QUICLongHeader? {
        QUICLongHeader(bytes.span.bytes, range ?? bytes.whole)
    }

    private func octets(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
        Array(bytes[Int(range.start)..<Int(range.end)])
    }

    @Test func readsTheInitialOfTheStandard() throws {
        let bytes = Self.initial()
        let header = try #require(read(bytes))
        #expect(header.isInitial)
        #expect(header.version == 1)
        #expect(octets(bytes, header.destinationConnectionID) == PacketBuilder.hex("8394c8f03e515708"))
        #expect(header.sourceConnectionID.isEmpty)
        #expect(header.tokenRange.isEmpty)
        #expect(header.packetNumberOffset == 18)
        #expect(header.payloadEnd == 1200)
        #expect(!header.isIncomplete)
    }

    @Test func findsTheNextPacketOfTheDatagram() throws {
        let first = Self.initial(token: [1, 2, 3], length: 40)
        let bytes = first + PacketBuilder.hex("e0 00000001 00 02 abcd 02 0000 4142")
        let header = try #require(read(bytes))
        #expect(octets(bytes, header.tokenRange) == [1, 2, 3])
        #expect(header.payloadEnd == first.count)
        let next = try #require(read(bytes, ByteRange(start: header.payloadEnd, end: bytes.count)))
        #expect(next.kind == .handshake)
        #expect(octets(bytes, next.sourceConnectionID) == [0xab, 0xcd])
        #expect(next.packetNumberOffset == first.count + 10)
        #expect(next.payloadEnd == first.count + 12)
        #expect(!next.isIncomplete)
    }

    @Test(
        arguments: [
            (1, 0xc0, .initial), (1, 0xd0, .zeroRTT), (1, 0xe0, .handshake), (1, 0xf0, .retry),
            (0x6b33_43cf, 0xd0, .initial), (0x6b33_43cf, 0xe0, .zeroRTT), (0x6b33_43cf, 0xf0, .handshake),
            (0x6b33_43cf, 0xc0, .retry), (0xff00_001d, 0xc0, .initial), (0xff00_001b, 0xc0, .initial),
        ] as [(UInt32, UInt8, QUICLongHeader.Kind)])
    func tellsTheKinds(version: UInt32, first: UInt8, kind: QUICLongHeader.Kind) throws {
        let header = try #require(read(Self.initial(version: version, first: first, length: 30)))
        #expect(header.kind == kind)
        #expect(header.version == version)
        #expect(header.isInitial == (kind == .initial))
    }

    @Test func readsANegotiation() throws {
        let bytes = PacketBuilder.hex("8a 00000000 01 aa 02 bbbb 00000001 6b3343cf")
        let header = try #require(read(bytes))
        #expect(header.kind == .versionNegotiation)
        #expect(octets(bytes, header.sourceConnectionID) == [0xbb, 0xbb])
        #expect(header.payloadEnd == bytes.count)
        #expect(!header.isIncomplete)
        #expect(read(PacketBuilder.hex("8a 00000000 01 aa 02 bbbb 000000")) == nil)
        #expect(read(PacketBuilder.hex("8a 00000000 01 aa 02 bbbb")) == nil)
    }

    @Test func rejectsOtherPayloads() {
        #expect(read(Self.initial(first: 0x43)) == nil)
        #expect(read(Self.initial(first: 0x83)) == nil)
        #expect(read(Self.initial(version: 0x5130_3433)) == nil)
        let longID = PacketBuilder.hex("c3 00000001 15") + [UInt8](repeating: 0, count: 60)
        #expect(read(longID) == nil)
    }

    @Test func marksEveryShorterPacket() throws {
        let bytes = Self.initial(token: [9, 9], length: 60)
        for length in 0..<bytes.count {
            let header = read(Array(bytes.prefix(length)))
            #expect((header == nil) == (length < 15))
            if let header {
                #expect(header.isIncomplete)
                #expect(header.payloadEnd == length)
                #expect(header.packetNumberOffset <= length)
            }
        }
    }

    @Test func takesNoLengthOnTrust() throws {
        let huge = PacketBuilder.hex("c3 00000001 00 00 ffffffffffffffff 00")
        let header = try #require(read(huge))
        #expect(header.isIncomplete)
        #expect(header.tokenRange.isEmpty)
    }
}
