import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Names as they stand in messages. RFC 1035 §3.1 and §4.1.4.
@Suite struct DomainNameTests {
    private func read(_ message: [UInt8]) throws -> DNSMessage {
        let message = DNSMessage(message.span.bytes, message.whole)
        return try #require(message)
    }

    /// The name of one question; nil when it does not decode.
    private func name(_ encoded: [UInt8]) throws -> String? {
        let message = try read(PacketBuilder.dns(questions: [PacketBuilder.dnsQuestion(encoded, type: 1)]))
        #expect(message.isIncomplete == message.questions.isEmpty)
        return message.questions.first?.name
    }

    private func name(label: [UInt8]) throws -> String? { try name([UInt8(label.count)] + label + [0]) }

    @Test func writesTheRootAsNothing() throws { #expect(try name([0]) == "") }

    @Test func lowersASCIILettersOnly() throws {
        #expect(try name(PacketBuilder.dnsName("WWW.Cong-DichVu.GOV.vn")) == "www.cong-dichvu.gov.vn")
        #expect(try name(label: Array("MÁY IN".utf8)) == "mÁy in")
    }

    @Test func escapesWhatIsNotAGraphicCharacter() throws {
        #expect(try name(label: Array("a.b".utf8)) == "a\\046b")
        #expect(try name(label: Array("a\\b".utf8)) == "a\\092b")
        #expect(try name(label: [0, 9, 0x7f, 0x20, 0x41]) == "\\000\\009\\127 a")
        #expect(try name(label: [0x41, 0xff, 0xc3]) == "a\\255\\195")
    }

    @Test func keepsUTF8ButNoControls() throws {
        #expect(try name(label: Array("máy-in-phòng-họp".utf8)) == "máy-in-phòng-họp")
        #expect(try name(label: Array("a\u{85}b".utf8)) == "a\\194\\133b")
        #expect(try name(label: Array("a\u{202e}b".utf8)) == "a\\226\\128\\174b")
        #expect(try name(label: Array("é.\u{1b}".utf8)) == "é\\046\\027")
    }

    @Test func limitsLabelsAndNames() throws {
        let longest = [UInt8](repeating: 0x61, count: 63)
        #expect(try name(label: longest)?.utf8.count == 63)
        let full = PacketBuilder.dnsLabels([longest, longest, longest, [UInt8](repeating: 0x62, count: 61)]) + [0]
        #expect(full.count == 255)
        #expect(try name(full)?.utf8.count == 253)
        let tooLong = PacketBuilder.dnsLabels([longest, longest, longest, [UInt8](repeating: 0x62, count: 62)]) + [0]
        #expect(try name(tooLong) == nil)
        let many = PacketBuilder.dnsLabels([[UInt8]](repeating: [0x61], count: 127)) + [0]
        #expect(try name(many)?.utf8.count == 253)
        #expect(try name(PacketBuilder.dnsLabels([[UInt8]](repeating: [0x61], count: 128)) + [0]) == nil)
    }

    @Test(arguments: [0x40, 0x80, 0xbf] as [UInt8])
    func rejectsOtherLabelTypes(head: UInt8) throws {
        #expect(try name([head] + [UInt8](repeating: 0x61, count: 70) + [0]) == nil)
    }

    @Test func followsPointersBackwards() throws {
        let first = PacketBuilder.dnsQuestion(PacketBuilder.dnsName("pc.example.vn"), type: 1)
        let message = try read(
            PacketBuilder.dns(questions: [
                first, PacketBuilder.dnsQuestion([3] + Array("www".utf8) + PacketBuilder.dnsPointer(15), type: 1),
                PacketBuilder.dnsQuestion(PacketBuilder.dnsPointer(UInt16(12 + first.count)), type: 28),
            ]))
        #expect(message.questions.map(\.name) == ["pc.example.vn", "www.example.vn", "www.example.vn"])
        #expect(message.questions.last?.type == 28)
        #expect(!message.isIncomplete)
    }

    @Test(arguments: [
        PacketBuilder.dnsPointer(12),  // itself
        PacketBuilder.dnsPointer(14),  // forwards
        PacketBuilder.dnsPointer(0x3fff),  // outside
        [1, 0x61] + PacketBuilder.dnsPointer(12),  // its own labels
        [1, 0x61] + PacketBuilder.dnsPointer(14),
        [0xc0],
    ])
    func rejectsPointersThatDoNotLeadBack(encoded: [UInt8]) throws { #expect(try name(encoded) == nil) }

    @Test func endsInALoopOfTwoPointers() throws {
        // The answer's data points to a pointer that points back at it.
        let record = PacketBuilder.dnsRecord([0], type: DNSMessage.typeCNAME, PacketBuilder.dnsPointer(25))
        let loop = PacketBuilder.dnsRecord([0], type: DNSMessage.typeCNAME, PacketBuilder.dnsPointer(23))
        let message = try read(PacketBuilder.dns(flags: 0x8000, answers: [record, loop]))
        #expect(message.records.map(\.data) == [.other, .other])
        #expect(message.isIncomplete)
    }

    @Test(arguments: [(127, true), (128, true), (129, false)])
    func followsABoundedNumberOfPointers(count: Int, isRead: Bool) throws {
        // The data of a TXT record holds the root and a ladder of pointers to it.
        var data: [UInt8] = [0]
        let start = 12 + 11
        for index in 0..<count - 1 {
            data += PacketBuilder.dnsPointer(UInt16(index == 0 ? start : start + 1 + (index - 1) * 2))
        }
        let top = UInt16(start + 1 + (count - 2) * 2)
        let message = try read(
            PacketBuilder.dns(
                flags: 0x8000,
                answers: [
                    PacketBuilder.dnsRecord([0], type: DNSMessage.typeTXT, data),
                    PacketBuilder.dnsRecord(
                        PacketBuilder.dnsPointer(top), type: DNSMessage.typeA, PacketBuilder.address(Sample.v4)),
                ]))
        #expect((message.records.count == 2) == isRead)
    }

    @Test func countsOctetsAcrossPointers() throws {
        // Each question's name is 21 octets and a pointer to the name before it.
        var questions: [[UInt8]] = []
        var offset = 12
        var previous: Int?
        for _ in 0..<16 {
            let tail = previous.map { PacketBuilder.dnsPointer(UInt16($0)) } ?? [0]
            questions.append(PacketBuilder.dnsQuestion([20] + [UInt8](repeating: 0x61, count: 20) + tail, type: 1))
            previous = offset
            offset += questions.last?.count ?? 0
        }
        let message = try read(PacketBuilder.dns(questions: questions))
        #expect(message.questions.count == 12)  // 12 × 21 + 1 = 253
        #expect(message.isIncomplete)
    }
}
