import PacketDecode
import TestSupport
import Testing

@Suite struct HTTPRequestHeadTests {
    static let request =
        "GET /ho-so?id=1 HTTP/1.1\r\nUser-Agent: x\r\nhOST:  WWW.Example.vn:8080 \r\nCookie: a\r\n\r\nbody"

    private func read(_ text: String) -> HTTPRequestHead? {
        let bytes = Array(text.utf8)
        return HTTPRequestHead(bytes.span.bytes, bytes.whole)
    }

    @Test func readsTheHost() throws {
        let head = try #require(read(Self.request))
        #expect(head.method == "GET")
        #expect(head.host == "www.example.vn")
        #expect(head.port == 8080)
        #expect(!head.isToProxy && !head.isIncomplete)
    }

    @Test(
        arguments: [
            ("a.vn", "a.vn", nil), ("[2001:DB8::1]:80", "2001:db8::1", 80), ("[2001:db8::1]", "2001:db8::1", nil),
            ("192.0.2.1:99999", "192.0.2.1", nil), ("", nil, nil), ("a b", nil, nil), ("2001:db8::1", nil, nil),
            ("<x>", nil, nil), ("a.vn.", "a.vn", nil),
        ] as [(String, String?, UInt16?)])
    func readsEveryFormOfHost(value: String, host: String?, port: UInt16?) throws {
        let head = try #require(read("POST / HTTP/1.0\nHost: \(value)\n\n"))
        #expect(head.host == host)
        #expect(head.port == port)
        #expect(!head.isIncomplete)
    }

    @Test(arguments: ["CONNECT a.vn:443 HTTP/1.1", "GET http://a.vn/ HTTP/1.1", "GET HTTPS://a.vn HTTP/1.1"])
    func tellsRequestsToAProxy(line: String) throws {
        let head = try #require(read(line + "\r\nHost: a.vn\r\n\r\n"))
        #expect(head.isToProxy)
        #expect(head.host == "a.vn")
    }

    @Test(arguments: [
        "", "GET", "GETX / HTTP/1.1\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "GET / SIP/2.0\r\n\r\n",
        "get / HTTP/1.1\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n", "PRI * HTTP/2.0\r\n\r\n",
    ])
    func rejectsWhatIsNoRequest(text: String) { #expect(read(text) == nil) }

    @Test func marksEveryShorterHead() {
        let end = Self.request.utf8.count - 4
        for length in 4..<end {
            let head = read(String(decoding: Array(Self.request.utf8).prefix(length), as: UTF8.self))
            #expect(head?.isIncomplete == true)
            #expect((head?.host != nil) == (length >= 70))
        }
    }

    @Test func stopsAtItsLimits() throws {
        let long = try #require(
            read("GET /" + String(repeating: "x", count: 9000) + " HTTP/1.1\r\nHost: a.vn\r\n\r\n"))
        #expect(long.host == nil && long.isIncomplete)
        let many = try #require(
            read("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 200) + "Host: a.vn\r\n\r\n"))
        #expect(many.host == nil && many.isIncomplete)
        let name = String(repeating: "a", count: 301)
        #expect(try #require(read("GET / HTTP/1.1\r\nHost: \(name)\r\n\r\n")).host == nil)
    }
}
