import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct SIPMessageTests {
    private static let offer = TextSample.lines(
        "v=0", "o=- 1 1 IN IP4 192.0.2.10", "s=-", "c=IN IP4 192.0.2.10", "t=0 0", "m=audio 4000 RTP/AVP 0",
        "c=IN IP6 2001:db8::10")
    static let invite =
        TextSample.lines(
            "INVITE sip:1001@example.vn SIP/2.0", "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1;rport",
            "From: <sip:lan@example.vn>;tag=1", "To: <sip:1001@example.vn>", "CSeq: 1 INVITE",
            "Contact: \"Lan\" <sip:lan@192.0.2.10:5060;transport=udp>", "User-Agent: Example Phone 1.2",
            "Content-Type: application/sdp", "Content-Length: \(offer.count)", "") + offer
    static let answer = TextSample.lines(
        "SIP/2.0 200 OK", "v: SIP/2.0/TCP [2001:db8::5]:5060;branch=z9hG4bK2", "Via: SIP/2.0/UDP pbx.example.vn",
        "m: <sips:[2001:db8::7%25eth0]>", "Server: Example PBX 3", "l: 0", "")

    private func read(_ bytes: [UInt8]) -> SIPMessage? { SIPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsARequestWithAnOffer() throws {
        let message = try #require(read(Self.invite))
        #expect(message.method == "INVITE")
        #expect(message.statusCode == nil && !message.isResponse)
        #expect(message.software == "Example Phone 1.2")
        #expect(message.viaFamilies == [.ipv4])
        #expect(message.contactFamilies == [.ipv4])
        #expect(message.sdpFamilies == [.ipv4, .ipv6])
        #expect(!message.isIncomplete)
    }

    @Test func readsAResponseInTheCompactForm() throws {
        let message = try #require(read(Self.answer))
        #expect(message.method == nil)
        #expect(message.statusCode == 200 && message.isResponse)
        #expect(message.software == "Example PBX 3")
        #expect(message.viaFamilies == [.ipv6])
        #expect(message.contactFamilies == [.ipv6])
        #expect(message.sdpFamilies.isEmpty)
        #expect(!message.isIncomplete)
    }

    @Test func prefersTheUserAgent() throws {
        for fields in [["Server: b", "User-Agent: a"], ["User-Agent: a", "Server: b"]] {
            let bytes = TextSample.lines("OPTIONS sip:x SIP/2.0", fields[0], fields[1], "")
            #expect(try #require(read(bytes)).software == "a")
        }
    }

    @Test func keepsNoUsers() throws {
        let message = try #require(read(Self.invite))
        let text = String(reflecting: message)
        #expect(!text.contains("lan") && !text.contains("1001"))
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.invite.count {
            let message = read(Array(Self.invite.prefix(length)))
            if length < 34 { #expect(message == nil) } else { #expect(message?.isIncomplete == true) }
        }
    }

    @Test(arguments: [
        "", "SIP/2.0", "SIP/2.0 20", "SIP/2.0 abc OK", "SIP/2.0 999 No", "INVITE sip:a SIP/3.0", "GET / HTTP/1.1",
        "invite sip:a SIP/2.0", " SIP/2.0", "ABCDEFGHIJKLMNOPQRSTUV sip:a SIP/2.0",
    ])
    func rejectsOtherFirstLines(line: String) {
        #expect(read(TextSample.lines(line, "Server: x", "")) == nil)
    }
}
