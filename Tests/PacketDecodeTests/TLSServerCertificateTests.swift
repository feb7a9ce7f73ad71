import PacketDecode
import TestSupport
import Testing

@Suite struct TLSServerCertificateTests {
    private static let leaf = X509CertificateTests.certificate
    private static let other = PacketBuilder.certificate(key: PacketBuilder.publicKey(1), commonName: "CA")
    static let stream = PacketBuilder.tlsServer(chain: [leaf, other])

    private func find(_ bytes: [UInt8]) -> TLSServerCertificate.Search {
        TLSServerCertificate.find(bytes.span.bytes, bytes.whole)
    }

    @Test(arguments: [16_384, 100, 64])
    func findsTheFirstOfTheChainOverAnyRecords(recordSize: Int) {
        let stream = PacketBuilder.tlsServer(chain: [Self.leaf, Self.other], recordSize: recordSize)
        #expect(find(stream) == .found(Self.leaf))
    }

    @Test func givesUpAStreamInTooManyRecords() {
        #expect(find(PacketBuilder.tlsServer(chain: [Self.leaf], recordSize: 4)) == .absent)
    }

    @Test func asksForMoreOfEveryShorterStreamUntilItIsThere() {
        var found = 0
        for length in 0...Self.stream.count {
            switch find(Array(Self.stream.prefix(length))) {
            case .found(let leaf):
                #expect(leaf == Self.leaf)
                found += 1
            case .needsMore: #expect(found == 0)
            case .absent: Issue.record("\(length)")
            }
        }
        #expect(found > Self.other.count)
    }

    @Test func passesSupplementalData() {
        let stream = PacketBuilder.tlsServer(between: [23, 0, 0, 3, 1, 2, 3], chain: [Self.leaf])
        #expect(find(stream) == .found(Self.leaf))
    }

    @Test func findsNoneInVersion13AndInAResumedSession() {
        #expect(find(PacketBuilder.tlsServer(version: 0x0304, chain: [Self.leaf])) == .absent)
        let resumed = Array(PacketBuilder.tlsServer(chain: [], recordSize: 42).prefix(47)) + [20, 3, 3, 0, 1, 1]
        #expect(find(resumed) == .absent)
        let ticket = PacketBuilder.tlsServer(between: [4, 0, 0, 1, 0], chain: [Self.leaf])
        #expect(find(ticket) == .absent)
    }

    @Test func findsNoneInAnEmptyChainAndInOtherProtocols() {
        #expect(find(PacketBuilder.tlsServer(chain: [])) == .absent)
        #expect(find(PacketBuilder.tlsServer(chain: [[]])) == .absent)
        #expect(find(Array("HTTP/1.1 200 OK\r\n".utf8)) == .absent)
        #expect(find([22, 3, 3, 0, 0]) == .absent)
        #expect(find(Hello.records(Hello.message(1, TLSClientHelloTests.modern))) == .absent)
    }

    @Test func givesUpACertificateThatIsTooLarge() {
        let large = [UInt8](repeating: 0, count: 20_000)
        #expect(find(PacketBuilder.tlsServer(chain: [large])) == .absent)
    }
}
