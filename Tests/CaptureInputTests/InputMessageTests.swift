import Messages
import Testing

@Suite struct InputMessageTests {
    private static let damages: [CaptureDamage] = [
        .fileHeaderTruncated(needed: 24, available: 3), .versionUnsupported(major: 3, minor: 1),
        .linkTypeReservedBits(field: 65_536), .recordHeaderTruncated(needed: 16, available: 3),
        .recordTruncated(needed: 60, available: 3), .packetTooLong(length: 300_000, limit: 262_144),
        .blockTruncated(needed: 100, available: 3), .blockLengthInvalid(length: 0),
        .blockLengthMismatch(leading: 72, trailing: 12), .blockTooLong(length: 99, limit: 16),
        .blockTooShort(type: 6, length: 16), .packetExceedsBlock(captured: 61, room: 60), .byteOrderMagicInvalid(1),
        .sectionVersionUnsupported(major: 2, minor: 0), .unknownInterface(index: 3, described: 1),
        .tooManyInterfaces(limit: 65_536), .unreadable,
    ]
    private static let messages: [InputMessage] =
        [
            .notFound(path: "f"), .permissionDenied(path: "f"), .folderInsteadOfFile(path: "f"),
            .folderWithoutCaptures(path: "f"), .empty(path: "f"), .textFile(path: "f"),
            .otherCaptureFormat(path: "f", format: "Solaris snoop"), .archive(path: "f", kind: "zip"),
            .notACapture(path: "f", firstBytes: "00 01"),
            .decompressionFailed(path: "f", compression: "gzip", offset: 123_456, packets: 7),
            .system(path: "f", code: 5, description: "Input/output error"),
        ] + damages.map { .damaged(path: "f", offset: 123_456, damage: $0, packets: 7) }

    @Test(arguments: messages, Language.allCases)
    func isOneSentenceThatBeginsWithTheFile(message: InputMessage, language: Language) {
        let text = message.text(in: language)
        #expect(text.hasPrefix("f"))
        #expect(text.hasSuffix("."))
        #expect(!text.contains("\n"))
        #expect(!text.dropLast().contains(". "))
    }

    @Test(arguments: damages, Language.allCases)
    func namesTheByteAndThePackets(damage: CaptureDamage, language: Language) {
        let text = InputMessage.damaged(path: "f", offset: 123_456, damage: damage, packets: 7).text(in: language)
        #expect(text.contains("123456"))
        #expect(text.contains("7"))
    }

    @Test func makesPathsHarmless() {
        #expect(!InputMessage.empty(path: "a\u{1b}[2J").text(in: .vietnamese).contains("\u{1b}"))
        #expect(InputMessage.empty(path: "-").text(in: .english).hasPrefix("standard input"))
    }
}
