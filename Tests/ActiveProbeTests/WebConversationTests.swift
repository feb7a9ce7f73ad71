import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct WebConversationTests {
    private let check = ProbeCheck(.http, port: 80)

    private func converse(_ answer: String, pieces: Int) -> (WebConversation, isDone: Bool) {
        let conversation = WebConversation(check, host: "www.haihau.example", path: "/")
        _ = conversation.begin(at: 0)
        let bytes = Array(answer.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            let piece = Array(bytes[start..<min(start + pieces, bytes.count)])
            if conversation.receive(piece, at: 5_000_000).isDone { return (conversation, true) }
        }
        return (conversation, false)
    }

    @Test(arguments: [1, 7, 4096])
    func aPageOfKnownLengthEndsWithItsLastByte(pieces: Int) {
        let (conversation, isDone) = converse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", pieces: pieces)
        #expect(isDone)
        #expect(conversation.page == WebPage(status: 200, body: Array("hello".utf8)))
        #expect(conversation.finding(for: check)?.value == 200)
        #expect(conversation.finding(for: check)?.isOperational == true)
    }

    @Test(arguments: [1, 3, 4096])
    func chunksAreJoined(pieces: Int) {
        let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n"
        let (conversation, isDone) = converse(text, pieces: pieces)
        #expect(isDone)
        #expect(conversation.page == WebPage(status: 200, body: Array("hello".utf8)))
    }

    @Test func aPageWithoutLengthEndsWithTheStreamAndACutOneIsNone() {
        let (open, isDone) = converse("HTTP/1.0 200 OK\r\n\r\nhello", pieces: 9)
        #expect(!isDone)
        #expect(open.end(at: 0))
        #expect(open.page == WebPage(status: 200, body: Array("hello".utf8)))
        let (cut, _) = converse("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", pieces: 9)
        #expect(!cut.end(at: 0))
        #expect(cut.page == nil)
    }

    @Test func aRedirectSaysWhereAndAFailingServerDoesNotWork() {
        let (redirect, _) = converse("HTTP/1.1 301 Moved\r\nLocation: https://www.haihau.example/\r\n\r\n", pieces: 99)
        #expect(redirect.redirect == "https://www.haihau.example/")
        #expect(redirect.finding(for: check)?.isOperational == true)
        let (failing, _) = converse("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", pieces: 99)
        #expect(failing.finding(for: check)?.isOperational == false)
    }

    @Test func whatIsNotHTTPIsAnotherService() {
        let (conversation, isDone) = converse("SSH-2.0-OpenSSH_9.2\r\n", pieces: 99)
        #expect(isDone)
        #expect(conversation.finding(for: check)?.isMismatch == true)
    }

    @Test func noAnswerEndsBadly() {
        var generator = Seeded(state: 1)
        let samples = [
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhel\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhel",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n0\r\n\r\n",
        ]
        for _ in 0..<5000 {
            var bytes = Array((samples.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            let conversation = WebConversation(check, host: "x", path: "/")
            _ = conversation.begin(at: 0)
            _ = conversation.receive(Array(bytes.prefix(20)), at: 0)
            _ = conversation.receive(Array(bytes.dropFirst(20)), at: 0)
            _ = conversation.end(at: 0)
        }
    }
}

@Suite struct WebPageTests {
    private func page(_ text: String, _ status: UInt32 = 200) -> WebPage {
        WebPage(status: status, body: Array(text.utf8))
    }

    @Test func whatChangesWithEveryRequestDoesNotCount() {
        let a = page("<script nonce=\"abc123\">x</script><input name=\"__VIEWSTATE\" id=\"v\" value=\"AAAA\" />")
        let b = page("<script nonce=\"zzz99999999\">x</script><input name=\"__VIEWSTATE\" id=\"v\" value=\"QQQQQQ\" />")
        #expect(a.similarity(to: b) == 1000)
    }

    @Test func aTenthMayDiffer() {
        let base = String(repeating: "a", count: 90)
        #expect(
            page(base + String(repeating: "b", count: 10)).isSame(as: page(base + String(repeating: "c", count: 10))))
        #expect(
            !page(base + String(repeating: "b", count: 40)).isSame(as: page(base + String(repeating: "c", count: 40))))
        #expect(!page(base).isSame(as: page(base, 404)))
        #expect(page("").isSame(as: page("")))
    }
}

@Suite struct WebAddressTests {
    private let here = WebAddress(isTLS: false, host: "www.haihau.example", port: 80, path: "/a/b?c=/d")

    @Test func redirectsAreFollowedByTheirParts() {
        #expect(
            here.following("https://WWW.haihau.example/x#y")
                == WebAddress(isTLS: true, host: "www.haihau.example", port: 443, path: "/x"))
        #expect(here.following("/x?y")?.path == "/x?y")
        #expect(here.following("x")?.path == "/a/x")
        #expect(here.following("//other.example:8080")?.authority == "other.example:8080")
        #expect(here.following("http://[2001:db8::1]:8080/x")?.host == "[2001:db8::1]")
    }

    @Test(arguments: [
        "javascript:alert(1)", "ftp://a/", "", "http://", "https://user@host/", "/a b", "http://a:0/",
        "http://a:99999/",
    ])
    func otherThingsAreNotFollowed(text: String) { #expect(here.following(text) == nil) }
}
