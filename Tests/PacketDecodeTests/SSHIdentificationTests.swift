import PacketDecode
import TestSupport
import Testing

@Suite struct SSHIdentificationTests {
    private func read(_ text: String) -> SSHIdentification? {
        let bytes = Array(text.utf8)
        return SSHIdentification(bytes.span.bytes, bytes.whole)
    }

    @Test func readsTheLine() throws {
        let line = try #require(read("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\nrest"))
        #expect(line.protocolVersion == "2.0")
        #expect(line.softwareVersion == "OpenSSH_9.2p1")
        #expect(line.comments == "Debian-2")
        #expect(line.end == 32)
        #expect(!line.isIncomplete)
        let short = try #require(read("SSH-1.99-Cisco-1.25\n"))
        #expect(short.protocolVersion == "1.99")
        #expect(short.softwareVersion == "Cisco-1.25")
        #expect(short.comments == nil)
    }

    @Test func skipsTheTextBeforeTheLine() throws {
        let line = try #require(read("Chào\r\n\r\nSSH-2.0-x\r\n"))
        #expect(line.softwareVersion == "x")
        #expect(read(String(repeating: "a\n", count: 17) + "SSH-2.0-x\r\n") == nil)
        #expect(read(String(repeating: "a", count: 300) + "\nSSH-2.0-x\r\n") == nil)
    }

    @Test func marksEveryShorterLine() {
        let text = "SSH-2.0-OpenSSH_9.2 x\r\n"
        for length in 0..<text.count {
            let line = read(String(text.prefix(length)))
            #expect((line == nil) == (length < 8))
            if let line { #expect(line.isIncomplete && text.contains(line.softwareVersion)) }
        }
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "SSH-x-y\r\n", "SSH-2.0\r\n", "SSH--y\r\n"])
    func rejectsWhatIsNoIdentification(text: String) { #expect(read(text) == nil) }
}
