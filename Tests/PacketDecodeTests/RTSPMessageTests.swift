import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct RTSPMessageTests {
    static let setup = TextSample.lines(
        "SETUP rtsp://xem:mat-khau@[2001:db8::20]:554/live/ch1 RTSP/1.0", "CSeq: 3", "User-Agent: Example NVR",
        "Transport: RTP/AVP;unicast;destination=192.0.2.9;client_port=5000-5001,RTP/AVP/TCP;interleaved=0-1", "")
    private static let session = TextSample.lines("v=0", "c=IN IP6 ff15::1", "m=video 0 RTP/AVP 96")
    static let description =
        TextSample.lines(
            "RTSP/1.0 200 OK", "CSeq: 2", "Server: Example Camera/2.1",
            "Transport: RTP/AVP;unicast;dest_addr=\"192.0.2.9:5000\";src_addr=\"[2001:db8::20]:6000\"",
            "Content-Length: \(session.count)", "") + session

    private func read(_ bytes: [UInt8]) -> RTSPMessage? { RTSPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsARequest() throws {
        let message = try #require(read(Self.setup))
        #expect(message.method == "SETUP" && !message.isResponse)
        #expect(message.urlAddress.map(\.description) == "2001:db8::20")
        #expect(message.software == "Example NVR")
        #expect(message.transportFamilies == [.ipv4])
        #expect(!message.isIncomplete)
        #expect(!String(reflecting: message).contains("mat-khau"))
    }

    @Test func readsAResponse() throws {
        let message = try #require(read(Self.description))
        #expect(message.method == nil && message.statusCode == 200 && message.isResponse)
        #expect(message.software == "Example Camera/2.1")
        #expect(message.transportFamilies == [.ipv4, .ipv6])
        #expect(message.sdpFamilies == [.ipv6])
        #expect(message.urlAddress == nil)
        #expect(!message.isIncomplete)
    }

    @Test func readsABareIPv6AddressInTransport() throws {
        let bytes = TextSample.lines("RTSP/2.0 200 OK", "Transport: RTP/AVP;source=2001:db8::1", "")
        #expect(try #require(read(bytes)).transportFamilies == [.ipv6])
    }

    @Test func leavesMediaBehindTheMessageAlone() throws {
        let message = try #require(read(Self.setup + TextSample.lines("c=IN IP4 192.0.2.1")))
        #expect(message.sdpFamilies.isEmpty)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for bytes in [Self.setup, Self.description] {
            for length in 0..<bytes.count {
                let message = read(Array(bytes.prefix(length)))
                #expect(message == nil || message?.isIncomplete == true)
            }
        }
    }

    @Test(arguments: ["", "RTSP/1.0", "RTSP/1.0 99", "GET / HTTP/1.1", "play rtsp://a RTSP/1.0", " RTSP/1.0"])
    func rejectsOtherFirstLines(line: String) {
        #expect(read(TextSample.lines(line, "CSeq: 1", "")) == nil)
    }
}
