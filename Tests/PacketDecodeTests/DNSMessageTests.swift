import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct DNSMessageTests {
    private static let name = PacketBuilder.dnsName("www.Example.vn")
    private static let pointer = PacketBuilder.dnsPointer(12)

    static let query = PacketBuilder.dns(
        flags: 0x0100, questions: [PacketBuilder.dnsQuestion(name, type: DNSMessage.typeAAAA)],
        additionals: [PacketBuilder.dnsRecord([0], type: DNSMessage.typeOPT, class: 1232, timeToLive: 0, [])])

    static let answer = PacketBuilder.dns(
        flags: 0x8580, questions: [PacketBuilder.dnsQuestion(name, type: DNSMessage.typeANY)],
        answers: [
            PacketBuilder.dnsRecord(
                pointer, type: DNSMessage.typeCNAME, [3] + Array("web".utf8) + PacketBuilder.dnsPointer(16)),
            PacketBuilder.dnsRecord(pointer, type: DNSMessage.typeA, timeToLive: 60, PacketBuilder.address(Sample.v4)),
            PacketBuilder.dnsRecord(pointer, type: DNSMessage.typeAAAA, PacketBuilder.address(Sample.v6)),
            PacketBuilder.dnsRecord(pointer, type: DNSMessage.typeTXT, [2, 0x68, 0x69]),
        ],
        authorities: [PacketBuilder.dnsRecord([0], type: DNSMessage.typeNS, PacketBuilder.dnsName("ns.example.vn"))],
        additionals: [
            PacketBuilder.dnsRecord(
                PacketBuilder.dnsName("_sip._tcp"), type: DNSMessage.typeSRV,
                PacketBuilder.hex("0001 0002 13c4") + PacketBuilder.dnsName("SIP.example.vn"))
        ])

    private func read(_ message: [UInt8], _ range: ByteRange? = nil) -> DNSMessage? {
        DNSMessage(message.span.bytes, range ?? message.whole)
    }

    @Test func readsAQuery() throws {
        let message = try #require(read(Self.query))
        #expect(message.id == 0x1234)
        #expect(!message.isResponse && !message.isAuthoritative && !message.isTruncated)
        #expect(message.opcode == 0)
        #expect(message.responseCode == 0)
        let question = try #require(message.questions.first)
        #expect(question.name == "www.example.vn")
        #expect(question.type == 28)
        #expect(question.class == 1)
        #expect(!question.unicastResponse)
        #expect(message.records.map(\.type) == [DNSMessage.typeOPT])
        #expect(message.records.map(\.class) == [1232])
        #expect(!message.isIncomplete)
    }

    @Test func readsAnAnswer() throws {
        let message = try #require(read(Self.answer))
        #expect(message.isResponse)
        #expect(message.isAuthoritative)
        #expect(!message.isTruncated)
        #expect(
            message.records.map(\.data) == [
                .name("web.example.vn"), .a(Sample.v4), .aaaa(Sample.v6), .other, .name("ns.example.vn"),
                .service(port: 5060, target: "sip.example.vn"),
            ])
        #expect(message.records.map(\.section) == [.answer, .answer, .answer, .answer, .authority, .additional])
        #expect(message.records.map(\.name).prefix(4).allSatisfy { $0 == "www.example.vn" })
        #expect(message.records[4].name == "")
        #expect(message.records[5].name == "_sip._tcp")
        #expect(message.records.map(\.timeToLive) == [300, 60, 300, 300, 300, 300])
        #expect(!message.isIncomplete)
    }

    @Test(
        arguments: [(0x2800, 5, false, 0), (0x8203, 0, true, 3), (0xfa0f, 15, true, 15)]
            as [(UInt16, UInt8, Bool, UInt16)])
    func readsTheFlags(flags: UInt16, opcode: UInt8, isTruncated: Bool, responseCode: UInt16) throws {
        let message = try #require(read(PacketBuilder.dns(flags: flags)))
        #expect(message.opcode == opcode)
        #expect(message.isTruncated == isTruncated)
        #expect(message.responseCode == responseCode)
        #expect(message.isResponse == (flags & 0x8000 != 0))
        #expect(!message.isIncomplete)
    }

    @Test func extendsTheResponseCode() throws {
        let option = PacketBuilder.dnsRecord([0], type: DNSMessage.typeOPT, class: 4096, timeToLive: 0x0100_8000, [])
        #expect(try #require(read(PacketBuilder.dns(flags: 0x8000, additionals: [option]))).responseCode == 16)
        #expect(try #require(read(PacketBuilder.dns(flags: 0x8007, additionals: [option]))).responseCode == 23)
    }

    @Test func readsTheTopBitOfTheClass() throws {
        let name = PacketBuilder.dnsName("may-in.local")
        let message = try #require(
            read(
                PacketBuilder.dns(
                    questions: [PacketBuilder.dnsQuestion(name, type: DNSMessage.typeANY, class: 0x8001)],
                    answers: [
                        PacketBuilder.dnsRecord(
                            name, type: DNSMessage.typeA, class: 0x8001, PacketBuilder.address(Sample.v4))
                    ])))
        #expect(message.questions.first?.class == 1)
        #expect(message.questions.first?.unicastResponse == true)
        #expect(message.records.first?.class == 1)
        #expect(message.records.first?.cacheFlush == true)
        #expect(message.records.first?.data == .a(Sample.v4))
    }

    @Test(arguments: 0..<12)
    func rejectsEveryShorterHeader(length: Int) { #expect(read(Array(Self.answer.prefix(length))) == nil) }

    @Test func marksEveryShorterMessage() throws {
        let whole = try #require(read(Self.answer))
        for length in 12..<Self.answer.count {
            let message = try #require(read(Array(Self.answer.prefix(length))))
            #expect(message.isIncomplete)
            #expect(whole.records.starts(with: message.records))
            #expect(whole.questions.starts(with: message.questions))
        }
    }

    @Test func marksDataOfAnotherLengthAndGoesOn() throws {
        let wrong: [(UInt16, [UInt8])] = [
            (1, [1, 2, 3]), (1, []), (28, [1, 2, 3, 4]), (5, [0, 0]), (12, [5, 1]), (2, []), (33, [0, 0, 0, 0, 0, 1]),
            (33, [0, 0, 0, 0, 0, 1, 0, 0]),
        ]
        for (type, data) in wrong {
            let message = try #require(
                read(
                    PacketBuilder.dns(
                        flags: 0x8000,
                        answers: [
                            PacketBuilder.dnsRecord([0], type: type, data),
                            PacketBuilder.dnsRecord([0], type: DNSMessage.typeA, PacketBuilder.address(Sample.v4)),
                        ])))
            #expect(message.isIncomplete)
            #expect(message.records.map(\.data) == [.other, .a(Sample.v4)])
        }
    }

    @Test func readsDataOfTheInternetClassOnly() throws {
        // A dynamic update deletes with class ANY and no data. RFC 2136 §2.5.2.
        let record = PacketBuilder.dnsRecord([0], type: DNSMessage.typeA, class: 255, timeToLive: 0, [])
        let message = try #require(read(PacketBuilder.dns(flags: 0x2800, authorities: [record])))
        #expect(message.records.map(\.data) == [.other])
        #expect(!message.isIncomplete)
    }

    @Test func stopsAtARecordThatLeavesTheMessage() throws {
        let record = PacketBuilder.dnsRecord([0], type: DNSMessage.typeA, length: 5, PacketBuilder.address(Sample.v4))
        let message = try #require(read(PacketBuilder.dns(flags: 0x8000, answers: [record])))
        #expect(message.records.isEmpty)
        #expect(message.isIncomplete)
    }

    @Test func keepsABoundedNumberOfEntries() throws {
        let question = PacketBuilder.dnsQuestion([0], type: 1)
        let record = PacketBuilder.dnsRecord([0], type: DNSMessage.typeA, PacketBuilder.address(Sample.v4))
        func message(_ questions: Int, _ records: Int) throws -> DNSMessage {
            try #require(
                read(
                    PacketBuilder.dns(
                        questions: [[UInt8]](repeating: question, count: questions),
                        answers: [[UInt8]](repeating: record, count: records / 2),
                        additionals: [[UInt8]](repeating: record, count: records - records / 2))))
        }
        let full = try message(16, 256)
        #expect(full.questions.count == 16)
        #expect(full.records.count == 256)
        #expect(!full.isIncomplete)
        let questions = try message(17, 1)
        #expect(questions.questions.count == 16)
        #expect(questions.isIncomplete)
        let records = try message(1, 257)
        #expect(records.records.count == 256)
        #expect(records.isIncomplete)
    }

    @Test func readsAMessageInsideAFrame() throws {
        let frame = Sample.frame6(.udp, PacketBuilder.udp(from: 53, to: 50_000, Self.answer))
        let message = try #require(read(frame, decode(frame).payload))
        #expect(message.records.count == 6)
        #expect(message.records.first?.data == .name("web.example.vn"))
        #expect(!message.isIncomplete)
    }

    @Test func readsNothingBehindTheRange() throws {
        let bytes = Self.answer + [UInt8](repeating: 0, count: 100)
        let range = ByteRange(start: 0, end: Self.answer.count - 1)
        #expect(try #require(read(bytes, range)).isIncomplete)
        #expect(read(Self.answer, ByteRange(start: 5000, end: 6000))?.records.isEmpty != false)
    }

    private func data(_ type: UInt16, _ value: [UInt8]) throws -> (data: DNSMessage.RecordData?, isIncomplete: Bool) {
        let record = PacketBuilder.dnsRecord(Self.name, type: type, value)
        let message = try #require(read(PacketBuilder.dns(flags: 0x8000, answers: [record])))
        return (message.records.first?.data, message.isIncomplete)
    }

    @Test func readsTheExchangeOfMail() throws {
        let mail = try data(DNSMessage.typeMX, [0, 10, 4] + Array("Mail".utf8) + PacketBuilder.dnsPointer(16))
        #expect(mail.data == .name("mail.example.vn"))
        #expect(try data(DNSMessage.typeMX, [0, 0, 0]).data == .name(""))
        for wrong: [UInt8] in [[], [0, 1], [0, 1, 0, 0], [0, 1, 5, 0x61]] {
            let read = try data(DNSMessage.typeMX, wrong)
            #expect(read.data == .other)
            #expect(read.isIncomplete)
        }
    }

    private static func parameter(_ key: UInt16, _ value: [UInt8]) -> [UInt8] {
        PacketBuilder.integer(key) + PacketBuilder.integer(UInt16(value.count)) + value
    }

    @Test(arguments: [DNSMessage.typeSVCB, DNSMessage.typeHTTPS])
    func readsTheHints(type: UInt16) throws {
        let value =
            [0, 1, 0] + Self.parameter(1, [2, 0x68, 0x32]) + Self.parameter(4, PacketBuilder.address(Sample.v4))
            + Self.parameter(6, PacketBuilder.address(Sample.v6) + PacketBuilder.address(Sample.otherV6))
        let read = try data(type, value)
        #expect(read.data == .hints(v4: [Sample.v4], v6: [Sample.v6, Sample.otherV6], target: ""))
        #expect(!read.isIncomplete)
        for length in 0..<value.count {
            let short = try data(type, Array(value.prefix(length)))
            let endsWhole = [3, 10, 18].contains(length)
            #expect(short.isIncomplete == !endsWhole)
            #expect((short.data == .other) == !endsWhole)
        }
    }

    /// RFC 9460 §D.1: example.com. HTTPS 0 foo.example.com.
    @Test func readsTheAliasFormOfTheStandard() throws {
        let value = PacketBuilder.hex("0000 03666f6f 076578616d706c65 03636f6d 00")
        #expect(try data(DNSMessage.typeHTTPS, value).data == .hints(v4: [], v6: [], target: "foo.example.com"))
    }

    /// RFC 9460 §D.2, figure 7: ipv6hint="2001:db8:ffff:ffff:ffff:ffff:198.51.100.100".
    @Test func readsTheHintOfTheStandard() throws {
        let value = PacketBuilder.hex(
            "0001 076578616d706c65 03636f6d 00 0006 0010 20010db8ffffffffffffffffc6336464")
        let address = try #require(IPv6Address("2001:db8:ffff:ffff:ffff:ffff:c633:6464"))
        #expect(try data(DNSMessage.typeSVCB, value).data == .hints(v4: [], v6: [address], target: "example.com"))
    }

    @Test func keepsABoundedNumberOfHints() throws {
        let many = [[UInt8]](repeating: PacketBuilder.address(Sample.v4), count: 40).flatMap { $0 }
        let read = try data(DNSMessage.typeHTTPS, [0, 1, 0] + Self.parameter(4, many))
        #expect(
            read.data == .hints(v4: [IPv4Address](repeating: Sample.v4, count: 16), v6: [], target: ""))
        for wrong: [UInt8] in [[], [1, 2, 3]] {
            #expect(try data(DNSMessage.typeHTTPS, [0, 1, 0] + Self.parameter(4, wrong)).isIncomplete)
            #expect(try data(DNSMessage.typeHTTPS, [0, 1, 0] + Self.parameter(6, wrong)).isIncomplete)
        }
    }
}
