import PacketDecode
import TestSupport
import Testing

@Suite struct TLSClientHelloTests {
    static let modern = Hello.client(
        Hello.extension(0x1a1a, []) + Hello.serverName("WWW.Example.vn") + Hello.protocols(["\n\n", "h2", "http/1.1"])
            + Hello.versions([0x2a2a, 0x0304, 0x0303]) + Hello.extension(0xfe0d, [0, 1, 2]))

    private func read(_ bytes: [UInt8]) -> TLSClientHello? { TLSClientHello(bytes.span.bytes, bytes.whole) }

    @Test func readsAModernHello() throws {
        let hello = try #require(read(Self.modern))
        #expect(hello.serverName == "www.example.vn")
        #expect(hello.applicationProtocols == ["h2", "http/1.1"])
        #expect(hello.offeredVersions == [0x0304, 0x0303])
        #expect(hello.hasEncryptedClientHello)
        #expect(!hello.isIncomplete)
    }

    @Test func readsAnOldHelloWithoutExtensions() throws {
        let hello = try #require(read(Hello.client(version: 0x0301, nil)))
        #expect(hello.serverName == nil)
        #expect(hello.offeredVersions == [0x0301])
        #expect(hello.applicationProtocols.isEmpty && !hello.hasEncryptedClientHello)
        #expect(!hello.isIncomplete)
    }

    @Test func marksEveryShorterHello() {
        let bytes = Hello.client(Hello.serverName("may-chu.example.vn") + Hello.versions([0x0304]))
        for length in 0..<bytes.count {
            let hello = read(Array(bytes.prefix(length)))
            #expect((hello == nil) == (length < 75))
            guard let hello else { continue }
            // Behind the fixed part alone, a hello of old would end.
            #expect(hello.isIncomplete == (length != 75))
            #expect(hello.serverName == nil || hello.serverName == "may-chu.example.vn")
            #expect((hello.serverName != nil) == (length >= 75 + 2 + 4 + 5 + 18))
        }
    }

    @Test(arguments: ["", "a b.vn", "tên.vn", "a\u{0}b"])
    func takesNoNameThatIsNoHostName(name: String) throws {
        let hello = try #require(read(Hello.client(Hello.serverName(name) + Hello.versions([0x0304]))))
        #expect(hello.serverName == nil)
        #expect(hello.isIncomplete)
        #expect(hello.offeredVersions == [0x0304])
    }

    @Test func dropsTheDotAtTheEnd() throws {
        #expect(try #require(read(Hello.client(Hello.serverName("a.vn.")))).serverName == "a.vn")
    }

    @Test func rejectsWhatIsNoHello() {
        #expect(read(Hello.client(version: 0x0200, nil)) == nil)
        var longSession = Hello.client(nil)
        longSession[34] = 33
        #expect(read(longSession) == nil)
        var oddSuites = Hello.client(nil)
        oddSuites[68] = 3
        #expect(read(oddSuites) == nil)
    }

    @Test func keepsABoundedNumberOfEntries() throws {
        let many = try #require(
            read(
                Hello.client(
                    Hello.protocols([String](repeating: "x", count: 17))
                        + Hello.versions([UInt16](repeating: 0x0303, count: 17)))))
        #expect(many.applicationProtocols.count == 16)
        #expect(many.offeredVersions.count == 16)
        #expect(many.isIncomplete)
        let extensions = try #require(
            read(Hello.client((0..<64).flatMap { _ in Hello.extension(99, []) } + Hello.serverName("a.vn"))))
        #expect(extensions.serverName == nil)
        #expect(extensions.isIncomplete)
    }
}
