import NetworkTypes
import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct NameMessageTests {
    private let question = NameMessage.Question(name: "www.haihau.example", kind: .aaaa, identifier: 0x1234)

    /// Header of an answer with one question and so many records, the question as it was asked.
    private func answer(_ request: [UInt8], flags: UInt8 = 0x80, code: UInt8 = 0, records: [[UInt8]]) -> [UInt8] {
        var length = 12
        while request[length] != 0 { length += Int(request[length]) + 1 }
        return [request[0], request[1], 0x81 | flags, 0x80 | code, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0]
            + request[12..<(length + 5)] + records.flatMap { [0xc0, 12] + $0 }
    }

    @Test func aQuestionHasItsIdentifierRecursionAndEDNS() throws {
        let bytes = try #require(NameMessage.bytes(of: question))
        #expect(bytes.prefix(6) == [0x12, 0x34, 1, 0, 0, 1])
        #expect(bytes[11] == 1)
        // OPT with a payload of 1232 bytes.
        #expect(bytes.suffix(11).prefix(5) == [0, 0, 41, 4, 0xd0])
        var plain = question
        plain.hasEDNS = false
        #expect(try #require(NameMessage.bytes(of: plain))[11] == 0)
    }

    @Test func addressesAreReadAndDisguisedOnesAreNot() throws {
        let request = try #require(NameMessage.bytes(of: question))
        let real: [UInt8] =
            [0, 28, 0, 1, 0, 0, 0, 60, 0, 16, 0x20, 1, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [5]
        let mapped: [UInt8] =
            [0, 28, 0, 1, 0, 0, 0, 60, 0, 16] + [UInt8](repeating: 0, count: 10) + [255, 255, 10, 0, 0, 1]
        let bytes = answer(request, records: [real, mapped])
        #expect(NameMessage.isAnswer(bytes, to: request))
        #expect(NameMessage.answer(bytes)?.aaaa.map(\.description) == ["2001:db8::5"])
    }

    @Test func aNullMXIsNoMailServer() throws {
        let request = try #require(
            NameMessage.bytes(of: .init(name: "haihau.example", kind: .mx, identifier: 1)))
        let bytes = answer(request, records: [[0, 15, 0, 1, 0, 0, 0, 60, 0, 3, 0, 0, 0]])
        let found = try #require(NameMessage.answer(bytes))
        #expect(found.hasNullMX && found.mailServers.isEmpty)
    }

    @Test func answersToOtherQuestionsAreNone() throws {
        let request = try #require(NameMessage.bytes(of: question))
        var other = question
        other.name = "www.haihau.exampla"
        let foreign = try #require(NameMessage.bytes(of: other))
        #expect(!NameMessage.isAnswer(answer(foreign, records: []), to: request))
        var wrong = answer(request, records: [])
        wrong[1] ^= 1
        #expect(!NameMessage.isAnswer(wrong, to: request))
        #expect(!NameMessage.isAnswer(request, to: request))
    }

    @Test func noMessageEndsBadly() throws {
        let request = try #require(NameMessage.bytes(of: question))
        let whole = answer(request, records: [[0, 2, 0, 1, 0, 0, 0, 60, 0, 6, 3, 110, 115, 49, 0xc0, 12]])
        var generator = Seeded(state: 9)
        for length in 0..<whole.count { _ = NameMessage.answer(Array(whole.prefix(length))) }
        for _ in 0..<10_000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = NameMessage.answer(bytes)
            _ = NameMessage.isAnswer(bytes, to: request)
        }
    }

    @Test func reverseNamesAreThoseOfTheRFCs() {
        #expect(NameMessage.reverseName(of: ProbeFixture.address("10.77.2.5")) == "5.2.77.10.in-addr.arpa")
        #expect(
            NameMessage.reverseName(of: ProbeFixture.address("2001:db8::567:89ab"))
                == "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")
    }
}

@Suite struct SmallMessageTests {
    @Test func anEchoIsRecognisedByItsContentAndOnlyThen() {
        let request = EchoMessage.request(isV6: false, identifier: 7, sequence: 1, contentSize: 56)
        #expect(EchoMessage.checksum(request) == 0)
        var reply = request
        reply[0] = 0
        // The system may have changed the identifier.
        reply[4] ^= 0x55
        #expect(EchoMessage.isReply(reply, to: request, isV6: false, hasIPHeader: false))
        let header = [0x45] + [UInt8](repeating: 0, count: 19)
        #expect(EchoMessage.isReply(header + reply, to: request, isV6: false, hasIPHeader: true))
        reply[10] ^= 1
        #expect(!EchoMessage.isReply(reply, to: request, isV6: false, hasIPHeader: false))
        for length in 0..<reply.count {
            #expect(!EchoMessage.isReply(Array(header.prefix(length)), to: request, isV6: false, hasIPHeader: true))
        }
    }

    @Test func aTimeServerWithoutTimeDoesNotWork() {
        let request = TimeMessage.request()
        var answer = [UInt8](repeating: 0, count: 48)
        answer[0] = 4 << 3 | 4
        answer[1] = 2
        answer.replaceSubrange(24..<32, with: request[40..<48])
        #expect(TimeMessage.isAnswer(answer, to: request))
        #expect(TimeMessage.finding(answer, milliseconds: 1).isOperational)
        answer[1] = 0
        answer.replaceSubrange(12..<16, with: Array("RATE".utf8))
        #expect(TimeMessage.finding(answer, milliseconds: 1).detail == "RATE")
        #expect(!TimeMessage.finding(answer, milliseconds: 1).isOperational)
        answer[24] ^= 1
        #expect(!TimeMessage.isAnswer(answer, to: request))
    }

    @Test func aMailServerGreetsWith220() {
        let check = ProbeCheck(.smtp, port: 25)
        func finding(_ text: String) -> CheckFinding? {
            let banner = BannerConversation(check)
            _ = banner.begin(at: 0)
            for byte in text.utf8 where banner.receive([byte], at: 0).isDone { break }
            return banner.finding(for: check)
        }
        #expect(finding("220 mail.haihau.example ESMTP\r\n")?.isOperational == true)
        #expect(finding("554 no\r\n")?.isOperational == false)
        #expect(finding("SSH-2.0-x\r\n")?.isMismatch == true)
        #expect(finding("220 half") == nil)
    }

    @Test func namesOfACertificateAreThoseOfItsExtension() {
        // 06 03 55 1d 11, OCTET STRING, SEQUENCE: dNSName "*.a.vn", dNSName "b.vn", iPAddress 10.0.0.1.
        let list: [UInt8] =
            [0x82, 6] + Array("*.a.vn".utf8) + [0x82, 4] + Array("b.vn".utf8) + [0x87, 4, 10, 0, 0, 1]
        let bytes: [UInt8] =
            [0x30, 0x40, 0x06, 0x03, 0x55, 0x1d, 0x11, 0x04, UInt8(list.count + 2), 0x30, UInt8(list.count)] + list
        let names = CertificateNames(bytes)
        #expect(names.hasWildcard)
        #expect(names.cover("b.vn") && names.cover("X.a.vn") && !names.cover("x.y.a.vn") && !names.cover("a.vn"))
        #expect(names.addresses.map(\.description) == ["10.0.0.1"])
        for length in 0..<bytes.count { _ = CertificateNames(Array(bytes.prefix(length))) }
    }

    @Test func theKeyOfAnSSHServerIsTakenFromItsReply() {
        let check = ProbeCheck(.ssh, port: 22)
        func string(_ bytes: [UInt8]) -> [UInt8] { [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes }
        func packet(_ payload: [UInt8]) -> [UInt8] {
            let padding = 4 + (8 - (payload.count + 9) % 8) % 8
            let length = payload.count + padding + 1
            return [0, 0, UInt8(length >> 8), UInt8(length & 255), UInt8(padding)] + payload
                + [UInt8](repeating: 0, count: padding)
        }
        let key = Array("the host key".utf8)
        let conversation = SSHConversation(check)
        _ = conversation.begin(at: 0)
        let greeting = conversation.receive(Array("hello\r\nSSH-2.0-OpenSSH_9.2\r\n".utf8), at: 0)
        #expect(greeting.send.starts(with: Array("SSH-2.0-".utf8)))
        #expect(conversation.finding(for: check)?.detail == "SSH-2.0-OpenSSH_9.2")
        let offer = [20] + [UInt8](repeating: 1, count: 16) + string(Array("x,curve25519-sha256".utf8))
        #expect(!conversation.receive(packet(offer), at: 0).send.isEmpty)
        let reply = packet([31] + string(key) + string([1]) + string([2]))
        #expect(!conversation.receive(Array(reply.prefix(9)), at: 0).isDone)
        #expect(conversation.receive(Array(reply.dropFirst(9)), at: 0).isDone)
        #expect(conversation.identities == [FoundIdentity(kind: "ssh-host-key", value: SHA256Text.of(key))])
    }
}
