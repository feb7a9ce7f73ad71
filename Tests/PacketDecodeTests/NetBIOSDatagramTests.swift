import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct NetBIOSDatagramTests {
    private func read(_ bytes: [UInt8]) -> NetBIOSDatagram? { NetBIOSDatagram(bytes.span.bytes, bytes.whole) }

    @Test func readsAnAnnouncement() throws {
        let datagram = try #require(read(NetBIOSPackets.announcement()))
        #expect(datagram.type == 0x11)
        #expect(datagram.sourceAddress == Sample.v4)
        #expect(datagram.sourceName?.text == "PC-KETOAN")
        #expect(datagram.sourceName?.suffix == 0x20)
        #expect(datagram.destinationName?.text == "UBND")
        let host = try #require(datagram.announcement)
        #expect(host.serverName == "PC-KETOAN")
        #expect(host.serverType == 0x0001_1003)
        #expect(host.majorVersion == 10 && host.minorVersion == 0)
        #expect(!host.isLocalMaster)
        #expect(!datagram.isIncomplete)
    }

    @Test func tellsTheLocalMaster() throws {
        #expect(try #require(read(NetBIOSPackets.announcement(command: 15))).announcement?.isLocalMaster == true)
        let other = try #require(read(NetBIOSPackets.announcement(command: 8)))
        #expect(other.announcement == nil)
        #expect(!other.isIncomplete)
    }

    @Test func marksEveryShorterDatagram() {
        let bytes = NetBIOSPackets.announcement()
        for length in 0..<bytes.count {
            let datagram = read(Array(bytes.prefix(length)))
            #expect((datagram == nil) == (length < 14))
            guard let datagram else { continue }
            #expect(datagram.isIncomplete)
            #expect((datagram.sourceName != nil) == (length >= 48))
            #expect(datagram.announcement == nil || datagram.announcement?.serverName == "PC-KETOAN")
        }
    }

    @Test(arguments: [0x00, 0x0f, 0x13, 0x14, 0xff] as [UInt8])
    func rejectsOtherTypes(type: UInt8) { #expect(read([type] + NetBIOSPackets.announcement().dropFirst()) == nil) }

    @Test func followsNoOffsetOutOfTheDatagram() throws {
        var bytes = NetBIOSPackets.announcement()
        let offset = 14 + 68 + 57
        #expect(bytes[offset] == 86)
        bytes.replaceSubrange(offset..<offset + 2, with: [0xff, 0xff])
        let datagram = try #require(read(bytes))
        #expect(datagram.announcement == nil)
    }
}
