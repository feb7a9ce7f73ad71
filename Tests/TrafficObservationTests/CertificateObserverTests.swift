import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct CertificateObserverTests {
    private let hello = ObservedMessages.clientHello("may-chu.example.vn")
    /// SHA-256 of `publicKey(0x42)`.
    private let digest = "9eda3ee12d0f898350d8d60d54d2d2ab501a2cd122ef4e3a314b20862624c8bf"

    private func server(version: UInt16 = 0x0303, commonName: String = "may-chu.example.vn") -> [UInt8] {
        let leaf = PacketBuilder.certificate(
            key: PacketBuilder.publicKey(0x42), commonName: commonName, dnsNames: ["may-chu.example.vn"])
        let other = PacketBuilder.certificate(key: PacketBuilder.publicKey(1), commonName: "CA")
        return PacketBuilder.tlsServer(version: version, chain: [leaf, other], recordSize: 300)
    }

    private func keys(_ connection: ObservedConnection) -> [IdentityRow] {
        connection.finished().identities.filter { $0.kind == .tlsKey }
    }

    @Test(arguments: [[0, 1, 2], [1, 0, 2], [0, 2, 1], [0, 0, 1, 1, 2]])
    func aServerIsKnownByItsKeyInAnyOrderOfSegments(order: [Int]) throws {
        let stream = server()
        let cuts = [0, 90, 310, stream.count]
        var connection = ObservedConnection(port: 443)
        connection.send(hello, at: 0)
        for part in order {
            connection.send(Array(stream[cuts[part]..<cuts[part + 1]]), fromClient: false, at: cuts[part])
        }
        let row = try #require(keys(connection).first)
        #expect(row.value == digest && row.address == IPAddress(ObservedMessages.server) && row.mac == bob)
    }

    @Test func anEncryptedOneAndOneForManyMachinesAreNotNoted() {
        for stream in [server(version: 0x0304), server(commonName: "*.example.vn")] {
            var connection = ObservedConnection(port: 443)
            connection.send(hello, at: 0)
            connection.send(stream, fromClient: false, at: 0)
            #expect(keys(connection).isEmpty)
        }
    }

    @Test func aClientsCertificateIsNotTheServers() {
        var connection = ObservedConnection(port: 443)
        connection.send(server(), at: 0)
        #expect(keys(connection).isEmpty)
    }

    @Test func aKeyIsFoundBehindACommandThatAsksForTLS() {
        let greeting = Array("220 thu.example.vn ESMTP\r\n".utf8)
        let ready = Array("220 ready\r\n".utf8)
        var connection = ObservedConnection(port: 25)
        connection.send(greeting, fromClient: false, at: 0)
        connection.send(Array("STARTTLS\r\n".utf8), at: 0)
        connection.send(ready, fromClient: false, at: greeting.count)
        connection.send(server(), fromClient: false, at: greeting.count + ready.count)
        #expect(keys(connection).map(\.value) == [digest])
    }

    @Test func aCutCertificateIsNotNoted() {
        var connection = ObservedConnection(port: 443)
        connection.send(Array(server().prefix(300)), fromClient: false, at: 0)
        #expect(keys(connection).isEmpty)
    }
}
