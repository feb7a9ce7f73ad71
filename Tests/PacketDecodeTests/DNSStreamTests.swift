import PacketDecode
import TestSupport
import Testing

@Suite struct DNSStreamTests {
    private static func framed(_ message: [UInt8]) -> [UInt8] { PacketBuilder.integer(UInt16(message.count)) + message }
    private static let stream = framed(DNSMessageTests.query) + framed(DNSMessageTests.answer)

    private func split(_ bytes: [UInt8]) -> DNSStream.Split? { DNSStream.split(bytes.span.bytes, bytes.whole) }

    @Test func splitsAStream() throws {
        let split = try #require(self.split(Self.stream))
        let query = DNSMessageTests.query.count
        #expect(
            split.messages == [
                ByteRange(start: 2, end: 2 + query), ByteRange(start: 4 + query, end: Self.stream.count),
            ]
        )
        #expect(split.end == Self.stream.count)
        #expect(!split.needsMore)
        let message = split.messages.last.flatMap { DNSMessage(Self.stream.span.bytes, $0) }
        #expect(message?.records.count == 6)
        #expect(message?.isIncomplete == false)
    }

    @Test func asksForMoreOfEveryShorterStream() throws {
        let first = 2 + DNSMessageTests.query.count
        for length in 0..<Self.stream.count {
            let split = try #require(self.split(Array(Self.stream.prefix(length))))
            #expect(split.messages.count == (length < first ? 0 : 1))
            #expect(split.end == (length < first ? 0 : first))
            #expect(split.needsMore == (length != 0 && length != first))
        }
    }

    @Test func rejectsLengthsShorterThanAHeader() {
        #expect(split([0, 11] + [UInt8](repeating: 0, count: 20)) == nil)
        #expect(DNSStream.messageRanges([0, 0, 0, 0].span.bytes, ByteRange(start: 0, end: 4)).isEmpty)
    }

    @Test func keepsABoundedNumberOfMessages() throws {
        let many = (0..<100).flatMap { _ in Self.framed([UInt8](repeating: 0, count: 12)) }
        let split = try #require(self.split(many))
        #expect(split.messages.count == 64)
        #expect(split.end == 64 * 14)
    }
}
