import PacketDecode
import TestSupport
import Testing

@Suite struct TLSHandshakeStartTests {
    private static let hello = TLSClientHelloTests.modern
    private static let handshake = Hello.message(1, hello)

    private func read(_ bytes: [UInt8]) -> TLSHandshakeStart? { TLSHandshakeStart(bytes.span.bytes, bytes.whole) }
    private func recognise(_ bytes: [UInt8]) -> TLSHandshakeStart.Recognition {
        TLSHandshakeStart.recognise(bytes.span.bytes, bytes.whole)
    }

    @Test(arguments: [16_384, 100, 50, 5, 3])
    func joinsTheRecordsOfAHello(size: Int) throws {
        let stream = Hello.records(Self.handshake, size: size)
        let start = try #require(read(stream + [0x14, 3, 3, 0, 1, 1]))
        #expect(start.message == .clientHello)
        #expect(start.body == Self.hello)
        #expect(!start.isIncomplete && !start.isBroken)
        #expect(start.neededCount == stream.count)
        let body = start.body
        #expect(TLSClientHello(body.span.bytes, body.whole)?.serverName == "www.example.vn")
    }

    @Test(arguments: [16_384, 50])
    func asksForMoreOfEveryShorterStream(size: Int) throws {
        let stream = Hello.records(Self.handshake, size: size)
        for length in 0..<stream.count {
            let start = read(Array(stream.prefix(length)))
            #expect((start == nil) == (length < 6))
            guard let start else { continue }
            #expect(start.isIncomplete && !start.isBroken)
            #expect(start.neededCount > length && start.neededCount <= stream.count)
            #expect(Self.hello.starts(with: start.body))
        }
    }

    @Test func knowsTheLengthOfAHelloInOneRecord() throws {
        let stream = Hello.records(Self.handshake)
        #expect(try #require(read(Array(stream.prefix(9)))).neededCount == stream.count)
    }

    @Test func leavesOutTheMessagesBehindTheFirst() throws {
        let server = Hello.server(Hello.extension(43, [3, 4]))
        let stream = Hello.records(Hello.message(2, server) + Hello.message(11, [UInt8](repeating: 0, count: 300)))
        let start = try #require(read(stream))
        #expect(start.message == .serverHello)
        #expect(start.body == server)
        #expect(start.neededCount == 5 + 4 + server.count)
        #expect(!start.isIncomplete)
    }

    @Test func recognisesTheFirstBytes() {
        let stream = Hello.records(Self.handshake)
        for length in 0..<6 {
            guard case .undecided = recognise(Array(stream.prefix(length))) else {
                Issue.record("\(length)")
                continue
            }
        }
        guard case .hello(.clientHello) = recognise(stream) else {
            Issue.record("hello")
            return
        }
        let others: [[UInt8]] = [
            [0x17], [0x16, 2], [0x16, 3, 9], [0x16, 3, 1, 0, 0], [0x16, 3, 1, 0xff, 0xff], [0x16, 3, 1, 0, 9, 11],
            Array("GET / HTTP/1.1".utf8),
        ]
        for other in others {
            guard case .otherProtocol = recognise(other) else {
                Issue.record("\(other)")
                continue
            }
            #expect(read(other) == nil)
        }
    }

    @Test func stopsAtARecordOfAnotherKind() throws {
        let stream = Hello.records(Array(Self.handshake.prefix(60))) + [0x15, 3, 3, 0, 2, 2, 40]
        let start = try #require(read(stream))
        #expect(start.isIncomplete && start.isBroken)
        #expect(start.body == Array(Self.hello.prefix(56)))
    }

    @Test func keepsABoundedNumberOfBytes() throws {
        let large = Hello.message(1, [UInt8](repeating: 3, count: 20_000))
        let start = try #require(read(Hello.records(large)))
        #expect(start.isIncomplete && start.isBroken)
        #expect(start.body.count <= 16_384)
        let fits = Hello.message(1, [UInt8](repeating: 3, count: 16_384))
        #expect(try #require(read(Hello.records(fits, size: 1000))).body.count == 16_384)
        let slow = try #require(read(Hello.records(fits, size: 1)))
        #expect(slow.isIncomplete && slow.isBroken)
    }
}
