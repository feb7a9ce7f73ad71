import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct StreamObserverTests {
    private let name = "mot-cua.quangtri.gov.vn"

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 2, 0], [2, 1, 0], [1, 0, 0, 2]])
    func aNameInAHelloOverThreeSegmentsIsFoundInAnyOrder(order: [Int]) throws {
        let hello = ObservedMessages.clientHello(name)
        var connection = ObservedConnection(port: 443)
        let cuts = [0, 40, 70, hello.count]
        for part in order { connection.send(Array(hello[cuts[part]..<cuts[part + 1]]), at: cuts[part]) }
        let row = try #require(connection.finished().serverNames.first)
        #expect(row.name == name)
        #expect(row.server == IPAddress(ObservedMessages.server))
        #expect(row.port == 443 && row.transport == .tcp && row.source == .tls)
        #expect(row.sighting.first.frame == UInt64(order.count) + 2)
    }

    @Test func aHelloWithAMissingSegmentNamesNothing() {
        let hello = ObservedMessages.clientHello(name)
        var connection = ObservedConnection(port: 443)
        connection.send(Array(hello[..<40]), at: 0)
        connection.send(Array(hello[70...]), at: 70)
        #expect(connection.finished().serverNames.isEmpty)
    }

    @Test func anHTTPRequestNamesItsHost() throws {
        var connection = ObservedConnection(port: 80)
        connection.send(Array("GET / HTTP/1.1\r\nHost: Mot-Cua.quangtri.gov.vn\r\n\r\n".utf8), at: 0)
        let row = try #require(connection.finished().serverNames.first)
        #expect(row.name == name && row.source == .http && row.port == 80)
    }

    @Test func whatAProxyIsAskedForIsNotItsName() {
        var connection = ObservedConnection(port: 3128)
        connection.send(Array("CONNECT example.vn:443 HTTP/1.1\r\nHost: example.vn:443\r\n\r\n".utf8), at: 0)
        #expect(connection.finished().serverNames.isEmpty)
    }

    @Test func aNameIsFoundBehindACommandThatAsksForTLS() {
        let command = Array("1 STARTTLS\r\n".utf8)
        var connection = ObservedConnection(port: 143)
        connection.send(Array("* OK ready\r\n".utf8), fromClient: false, at: 0)
        connection.send(command, at: 0)
        connection.send(ObservedMessages.clientHello(name), at: command.count)
        #expect(connection.finished().serverNames.map(\.name) == [name])
    }

    @Test func twoAnswersInOneSegmentAndOneOverTwoAreAllRead() {
        let addresses = (0..<3).map { IPv4Address(value: 0xc000_0201 + UInt32($0)) }
        let messages = addresses.enumerated().map { number, address -> [UInt8] in
            let message = ObservedMessages.answer("may\(number).example.vn", address)
            return PacketBuilder.integer(UInt16(message.count)) + message
        }
        let both = messages[0] + messages[1]
        var connection = ObservedConnection(port: 53)
        connection.send(both, fromClient: false, at: 0)
        connection.send(Array(messages[2].prefix(20)), fromClient: false, at: both.count)
        connection.send(Array(messages[2].dropFirst(20)), fromClient: false, at: both.count + 20)
        let names = connection.finished().dnsNames
        #expect(names.map(\.name) == ["may0.example.vn", "may1.example.vn", "may2.example.vn"])
        #expect(names.map(\.a) == addresses.map { [$0] })
        #expect(names.map { $0.lastAnswer?.frame } == [3, 3, 5])
    }

    @Test func anSSHServerIsKnownByItsHostKey() throws {
        var connection = ObservedConnection(port: 2222)
        let stream = ObservedMessages.sshServer
        connection.send(Array(stream[..<100]), fromClient: false, at: 0)
        connection.send(Array(stream[100...]), fromClient: false, at: 100)
        let row = try #require(connection.finished().identities.first)
        #expect(row.kind == .sshHostKey && row.value == ObservedMessages.sshDigest)
        #expect(row.address == IPAddress(ObservedMessages.server))
        #expect(row.mac == bob)
    }
}
