import PacketDecode
import TestSupport
import Testing

@Suite struct TLSServerHelloTests {
    private func read(_ bytes: [UInt8]) -> TLSServerHello? { TLSServerHello(bytes.span.bytes, bytes.whole) }

    @Test func readsTheChoiceOfTheServer() throws {
        let old = try #require(read(Hello.server(Hello.protocols(["http/1.1"]))))
        #expect(old.version == 0x0303)
        #expect(old.applicationProtocol == "http/1.1")
        #expect(!old.isRetryRequest && !old.isIncomplete)
        let new = try #require(read(Hello.server(Hello.extension(43, [3, 4]))))
        #expect(new.version == 0x0304)
        #expect(new.applicationProtocol == nil)
        #expect(try #require(read(Hello.server(version: 0x0301, nil))).version == 0x0301)
    }

    @Test func tellsARetryRequest() throws {
        let random = PacketBuilder.hex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c")
        #expect(try #require(read(Hello.server(random: random, Hello.extension(43, [3, 4])))).isRetryRequest)
    }

    @Test func marksEveryShorterHello() {
        let bytes = Hello.server(Hello.protocols(["h2"]) + Hello.extension(43, [3, 4]))
        for length in 0..<bytes.count {
            let hello = read(Array(bytes.prefix(length)))
            #expect((hello == nil) == (length < 38))
            if let hello { #expect(hello.isIncomplete == (length != 38)) }
        }
    }
}
