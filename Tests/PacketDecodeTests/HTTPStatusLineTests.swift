import PacketDecode
import TestSupport
import Testing

@Suite struct HTTPStatusLineTests {
    static let response = "HTTP/1.1 404 Not Found\r\nDate: x\r\nServer: nginx/1.24\r\n\r\n"

    private func read(_ text: String) -> HTTPStatusLine? {
        let bytes = Array(text.utf8)
        return HTTPStatusLine(bytes.span.bytes, bytes.whole)
    }

    @Test func readsStatusAndServer() throws {
        let line = try #require(read(Self.response))
        #expect(line.status == 404)
        #expect(line.server == "nginx/1.24")
        #expect(!line.isIncomplete)
        #expect(try #require(read("HTTP/1.0 200\r\n\r\n")).server == nil)
    }

    @Test func marksEveryShorterHead() {
        let bytes = Array(Self.response.utf8)
        for length in 0..<bytes.count {
            let line = read(String(decoding: bytes.prefix(length), as: UTF8.self))
            #expect((line == nil) == (length < 12))
            if let line {
                #expect(line.isIncomplete)
                #expect(line.server == nil || line.server == "nginx/1.24")
            }
        }
    }

    @Test(arguments: [
        "HTTP/2.0 200 OK", "HTTP/1.1 2x0 OK", "HTTP/1.1  200", "HTTP/1.1 099 No", "GET / HTTP/1.1\r\n\r\n",
    ])
    func rejectsWhatIsNoResponse(text: String) { #expect(read(text + "\r\n\r\n") == nil) }

    @Test func boundsTheServersName() throws {
        let name = String(repeating: "s", count: 400)
        #expect(try #require(read("HTTP/1.1 200 OK\r\nServer: \(name)\r\n\r\n")).server?.count == 256)
    }
}
