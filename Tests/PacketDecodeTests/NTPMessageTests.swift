import PacketDecode
import TestSupport
import Testing

@Suite struct NTPMessageTests {
    private static let rest = [UInt8](repeating: 0, count: 46)
    static let client: [UInt8] = [0x23, 0] + rest
    static let server: [UInt8] = [0x24, 2] + rest

    private func read(_ bytes: [UInt8]) -> NTPMessage? { NTPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsClientServerAndBroadcast() throws {
        let client = try #require(read(Self.client))
        #expect(client.version == 4 && client.mode == .client && client.stratum == 0 && !client.isIncomplete)
        let server = try #require(read(Self.server))
        #expect(server.version == 4 && server.mode == .server && server.stratum == 2)
        #expect(try #require(read([0x1d, 1] + Self.rest)).mode == .broadcast)
    }

    @Test func readsControlMessagesWithoutAStratum() throws {
        let message = try #require(read([0x16, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]))
        #expect(message.mode == .control && message.version == 2 && message.stratum == nil && !message.isIncomplete)
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.server.count {
            let message = read(Array(Self.server.prefix(length)))
            #expect(length < 4 ? message == nil : message?.isIncomplete == true)
        }
    }

    @Test(arguments: [0x00, 0x20, 0x03, 0x2b, 0x3c] as [UInt8])
    func rejectsReservedVersionsAndModes(first: UInt8) { #expect(read([first, 0] + Self.rest) == nil) }
}
