import PacketDecode
import TestSupport
import Testing

@Suite struct SSHKeyExchangeReplyTests {
    private static func string(_ bytes: [UInt8]) -> [UInt8] { PacketBuilder.integer(UInt32(bytes.count)) + bytes }
    private static func packet(_ payload: [UInt8]) -> [UInt8] {
        PacketBuilder.integer(UInt32(payload.count + 5)) + [4] + payload + [0, 0, 0, 0]
    }

    private static let key = string(Array("ssh-ed25519".utf8)) + string([UInt8](repeating: 0x42, count: 32))
    private static let payload = [31] + string(key) + string([UInt8](repeating: 9, count: 32)) + string([1, 2, 3])
    static let stream =
        Array("SSH-2.0-OpenSSH_9.2\r\n".utf8) + packet([20] + [UInt8](repeating: 0, count: 200)) + packet(payload)
        + packet([21])

    private func read(_ bytes: [UInt8]) -> SSHKeyExchangeReply? {
        SSHKeyExchangeReply(bytes.span.bytes, bytes.whole)
    }

    private func find(_ bytes: [UInt8]) -> SSHKeyExchangeReply.Search {
        SSHKeyExchangeReply.find(bytes.span.bytes, bytes.whole)
    }

    @Test(arguments: [31, 33] as [UInt8])
    func readsTheHostKey(type: UInt8) throws {
        let bytes = [type] + Self.payload.dropFirst()
        let reply = try #require(read(bytes))
        #expect(reply.algorithm == "ssh-ed25519")
        #expect(Array(bytes[Int(reply.hostKey.start)..<Int(reply.hostKey.end)]) == Self.key)
    }

    @Test func findsItInTheStream() throws {
        guard case .found(let reply) = find(Self.stream) else {
            Issue.record("not found")
            return
        }
        #expect(Array(Self.stream[Int(reply.hostKey.start)..<Int(reply.hostKey.end)]) == Self.key)
    }

    @Test func passesTheGroupOfAGroupExchange() {
        let group = [31] + Self.string([0] + [UInt8](repeating: 0xff, count: 256)) + Self.string([2])
        let bytes =
            Array("SSH-2.0-x\r\n".utf8) + Self.packet([20]) + Self.packet(group)
            + Self.packet([33] + Self.payload.dropFirst())
        guard case .found(let reply) = find(bytes) else {
            Issue.record("not found")
            return
        }
        #expect(reply.algorithm == "ssh-ed25519")
    }

    @Test func asksForMoreOfEveryShorterStream() {
        let end = Self.stream.count - Self.packet([21]).count
        for length in 0..<end {
            switch find(Array(Self.stream.prefix(length))) {
            case .needsMore(let count): #expect(count > length && count <= end && length >= 8)
            case .absent: #expect(length < 8)
            case .found: Issue.record("\(length)")
            }
        }
    }

    @Test func endsWhereKeysAreTaken() {
        let banner = Array("SSH-2.0-x\r\n".utf8)
        #expect(find(banner + Self.packet([20]) + Self.packet([21]) + Self.packet(Self.payload)) == .absent)
        #expect(find(banner + (0..<16).flatMap { _ in Self.packet([20]) } + Self.packet(Self.payload)) == .absent)
        #expect(find(banner + [0xff, 0xff, 0xff, 0xff, 4, 20]) == .absent)
        #expect(find(banner + [0, 0, 0, 3, 9, 20]) == .absent)
    }
}
