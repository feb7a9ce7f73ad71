import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct ComputerObserverTests {
    private let challenge = ObservedMessages.challenge(netBIOSName: "MAY-CHU", dnsName: "May-Chu.ubnd.example.vn")

    private func rows(port: UInt16, _ segments: [[UInt8]], fromClient: Bool = false) -> [IdentityRow] {
        var connection = ObservedConnection(port: port)
        var offset = 0
        for segment in segments {
            connection.send(segment, fromClient: fromClient, at: offset)
            offset += segment.count
        }
        return connection.finished().identities
    }

    private func http(_ header: String) -> [UInt8] {
        Array("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: \(header)\r\nContent-Length: 0\r\n\r\n".utf8)
    }

    private func expectComputer(_ rows: [IdentityRow], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(rows.map(\.value) == ["may-chu|may-chu.ubnd.example.vn"], sourceLocation: sourceLocation)
        #expect(
            rows.allSatisfy {
                $0.kind == .computerName && $0.address == IPAddress(ObservedMessages.server) && $0.mac == bob
            }, sourceLocation: sourceLocation)
    }

    @Test func aServerOfFilesNamesItsMachine() {
        expectComputer(rows(port: 445, [[0, 0, 0, 80] + [UInt8](repeating: 7, count: 60), challenge]))
    }

    @Test func aChallengeInTwoSegmentsIsReadWhole() {
        expectComputer(rows(port: 445, [Array(challenge.prefix(70)), Array(challenge.dropFirst(70))]))
    }

    @Test func aServerOfRemoteProceduresNamesItsMachine() {
        expectComputer(rows(port: 49_685, [[5, 0, 12, 7] + [UInt8](repeating: 0, count: 40) + challenge]))
        #expect(rows(port: 49_685, [[5, 0, 2, 7] + [UInt8](repeating: 0, count: 40) + challenge]).isEmpty)
    }

    @Test func aWebServerNamesItsMachineInItsSecondAnswer() {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bits = (challenge + [0, 0]).flatMap { octet in (0..<8).map { octet >> (7 - $0) & 1 } }
        let encoded = stride(from: 0, to: bits.count - 5, by: 6).map { start in
            alphabet[Int(bits[start..<start + 6].reduce(0) { $0 << 1 | $1 })]
        }
        let second = http("NTLM \(String(decoding: encoded, as: UTF8.self))")
        expectComputer(rows(port: 80, [http("NTLM"), second]))
        expectComputer(rows(port: 80, [Array(second.prefix(120)), Array(second.dropFirst(120))]))
    }

    @Test func bothNamesMustBeThere() {
        #expect(rows(port: 445, [ObservedMessages.challenge(netBIOSName: "MAY-CHU", dnsName: nil)]).isEmpty)
        #expect(rows(port: 445, [ObservedMessages.challenge(netBIOSName: nil, dnsName: "a.example.vn")]).isEmpty)
    }

    @Test func aClientThatSendsAChallengeIsNoServer() {
        #expect(rows(port: 445, [challenge], fromClient: true).isEmpty)
    }
}
