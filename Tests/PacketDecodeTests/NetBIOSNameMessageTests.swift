import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct NetBIOSNameMessageTests {
    private func read(_ bytes: [UInt8]) -> NetBIOSNameMessage? {
        NetBIOSNameMessage(bytes.span.bytes, bytes.whole)
    }

    @Test func readsARegistration() throws {
        let message = try #require(read(NetBIOSPackets.registration))
        #expect(message.transactionID == 0x1234)
        #expect(message.operation == NetBIOSNameMessage.registration)
        #expect(message.isClaim && message.isBroadcast && !message.isResponse)
        #expect(message.name?.text == "PC-KETOAN")
        #expect(message.name?.suffix == NetBIOSName.workstation)
        #expect(message.name?.scope == "")
        #expect(message.questionType == NetBIOSNameMessage.typeNB)
        #expect(message.owners.map(\.address) == [Sample.v4])
        #expect(message.owners.map(\.isGroup) == [false])
        #expect(!message.isIncomplete)
    }

    /// The name of RFC 1001 §14.1: FRED in scope NETBIOS.COM.
    @Test func readsTheNameOfTheStandard() throws {
        let encoded = [32] + Array("EGFCEFEECACACACACACACACACACACACA".utf8) + PacketBuilder.dnsName("NETBIOS.COM")
        let message = try #require(
            read(PacketBuilder.dns(flags: 0x0110, questions: [PacketBuilder.dnsQuestion(encoded, type: 0x20)])))
        #expect(message.name?.text == "FRED")
        #expect(message.name?.suffix == 0x20)
        #expect(message.name?.scope == "netbios.com")
        #expect(!message.isClaim && !message.isIncomplete)
    }

    @Test func readsAPositiveResponse() throws {
        let name = NetBIOSPackets.name("UBND", suffix: 0x1c)
        let data = NetBIOSPackets.owner(Sample.v4, isGroup: true) + NetBIOSPackets.owner(Sample.otherV4, isGroup: true)
        let message = try #require(
            read(PacketBuilder.dns(flags: 0x8580, answers: [PacketBuilder.dnsRecord(name, type: 0x20, data)])))
        #expect(message.isResponse && message.responseCode == 0 && !message.isClaim)
        #expect(message.name?.text == "UBND")
        #expect(message.owners.map(\.address) == [Sample.v4, Sample.otherV4])
        #expect(message.owners.map(\.isGroup) == [true, true])
    }

    @Test func readsANodeStatus() throws {
        let message = try #require(read(NetBIOSPackets.status))
        #expect(message.name?.isWildcard == true)
        #expect(message.nodeNames.map(\.name.text) == ["PC-KETOAN", "UBND", ""])
        #expect(message.nodeNames.map(\.name.suffix) == [0, 0, 3])
        #expect(message.nodeNames.map(\.isGroup) == [false, true, false])
        #expect(message.nodeNames.map(\.isActive) == [true, true, true])
        #expect(message.unitID == Sample.mac)
        #expect(!message.isIncomplete)
    }

    @Test func neverReadsTheNameOfAUser() throws {
        let question = PacketBuilder.dnsQuestion(NetBIOSPackets.name("NGUYENVANA", suffix: 3), type: 0x20)
        let message = try #require(read(PacketBuilder.dns(flags: 0x2910, questions: [question])))
        #expect(message.name?.suffix == NetBIOSName.messenger)
        #expect(message.name?.text == "")
    }

    @Test(
        arguments: [(0x4000, 8), (0x4800, 9), (0x7800, 15), (0x2800, 5)] as [(UInt16, UInt8)])
    func tellsTheOperationsThatClaim(flags: UInt16, operation: UInt8) throws {
        let message = try #require(read(PacketBuilder.dns(flags: flags)))
        #expect(message.operation == operation)
        #expect(message.isClaim)
        let response = try #require(read(PacketBuilder.dns(flags: flags | 0x8000)))
        #expect(!response.isClaim)
    }

    @Test func rejectsOperationsOfOtherProtocols() { #expect(read(PacketBuilder.dns(flags: 0x2000)) == nil) }

    @Test func escapesWhatIsNoText() throws {
        let question = PacketBuilder.dnsQuestion(
            NetBIOSPackets.name("\u{1}\u{2}__MSBROWSE__\u{2}", suffix: 1), type: 0x20)
        let message = try #require(read(PacketBuilder.dns(flags: 0x0110, questions: [question])))
        #expect(message.name?.text == "\\001\\002__MSBROWSE__\\002")
    }

    @Test func marksEveryShorterMessage() {
        for bytes in [NetBIOSPackets.registration, NetBIOSPackets.status] {
            for length in 0..<bytes.count {
                let message = read(Array(bytes.prefix(length)))
                #expect((message == nil) == (length < 12))
                if let message { #expect(message.isIncomplete) }
            }
        }
    }

    @Test func marksNamesThatAreNone() throws {
        let letters = [UInt8](repeating: 0x5a, count: 32)
        let encoded: [[UInt8]] = [[32] + letters + [0], [3, 0x61, 0x61, 0x61, 0], [0xc0, 200], [0xc0, 12]]
        for name in encoded {
            let message = try #require(
                read(PacketBuilder.dns(questions: [PacketBuilder.dnsQuestion(name, type: 0x20)])))
            #expect(message.name == nil)
            #expect(message.isIncomplete)
        }
    }

    @Test func keepsABoundedNumberOfEntries() throws {
        let name = NetBIOSPackets.name("A", suffix: 0)
        let owners = [[UInt8]](repeating: NetBIOSPackets.owner(Sample.v4), count: 65).flatMap { $0 }
        let many = try #require(
            read(PacketBuilder.dns(flags: 0x8500, answers: [PacketBuilder.dnsRecord(name, type: 0x20, owners)])))
        #expect(many.owners.count == 64)
        #expect(many.isIncomplete)
        let question = PacketBuilder.dnsQuestion(name, type: 0x20)
        let questions = PacketBuilder.dns(questions: [[UInt8]](repeating: question, count: 5))
        #expect(try #require(read(questions)).isIncomplete)
    }
}
