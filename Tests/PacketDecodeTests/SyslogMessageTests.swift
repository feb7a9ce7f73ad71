import PacketDecode
import TestSupport
import Testing

@Suite struct SyslogMessageTests {
    private func read(_ text: String) -> SyslogMessage? {
        let bytes = Array(text.utf8)
        return SyslogMessage(bytes.span.bytes, bytes.whole)
    }

    static let modern = "<34>1 2026-10-11T22:14:15.003Z may-chu.example.vn su - ID47 - 'su root' failed"
    static let old = "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8"

    @Test func readsAMessageOfRFC5424() throws {
        let message = try #require(read(Self.modern))
        #expect(message.format == .rfc5424)
        #expect(message.facility == 4 && message.severity == 2)
        #expect(message.hostName == "may-chu.example.vn")
        #expect(!message.isIncomplete)
    }

    @Test func readsAMessageOfRFC3164() throws {
        let message = try #require(read(Self.old))
        #expect(message.format == .rfc3164)
        #expect(message.facility == 4 && message.severity == 2)
        #expect(message.hostName == "mymachine")
        #expect(!message.isIncomplete)
    }

    @Test(arguments: ["<165>1 - - app - - -", "<13>Oct 11 22:14:15 sshd[42]: x", "<13>Oct 11 22:14:15 kernel: x"])
    func givesNoHostWhereNoneStands(text: String) throws {
        #expect(try #require(read(text)).hostName == nil)
    }

    @Test func readsAFramedMessage() throws {
        #expect(try #require(read("76 " + Self.modern)).hostName == "may-chu.example.vn")
    }

    @Test func readsThePriorityOfAMessageWithoutAHead() throws {
        let message = try #require(read("<191>something happened"))
        #expect(message.format == nil && message.facility == 23 && message.severity == 7)
        #expect(message.hostName == nil)
    }

    @Test(arguments: [modern, old])
    func survivesEveryShorterPrefix(text: String) {
        let host = text == Self.modern ? "may-chu.example.vn" : "mymachine"
        for length in 0..<text.count {
            let message = read(String(text.prefix(length)))
            if length < 4 { #expect(message == nil) }
            #expect(message?.hostName == nil || message?.hostName == host)
            if message?.format == .rfc5424, message?.hostName == nil { #expect(message?.isIncomplete == true) }
        }
    }

    @Test(arguments: ["", "<", "<>", "<192>x", "<abc>x", "<1234>x", "34>x", "12 34 <13>x", "GET / HTTP/1.1"])
    func rejectsOtherTexts(text: String) { #expect(read(text) == nil) }
}
