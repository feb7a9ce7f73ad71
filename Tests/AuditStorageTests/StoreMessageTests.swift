import Messages
import Testing

@Suite struct StoreMessageTests {
    private static let messages: [StoreMessage] = [
        .missing(path: "f"), .folderMissing(folder: "f"), .folderInsteadOfFile(path: "f"), .permissionDenied(path: "f"),
        .readOnly(path: "f"), .diskFull(path: "f"), .locked(path: "f", seconds: 10), .notADatabase(path: "f"),
        .otherDatabase(path: "f"), .damaged(path: "f", detail: "malformed"),
        .newerSchema(path: "f", found: 3, known: 1),
        .olderSchema(path: "f", found: 1, needed: 2), .inconsistentAudit(path: "f", detail: "UNIQUE"),
        .system(path: "f", detail: "disk I/O error"),
    ]

    @Test(arguments: messages, Language.allCases)
    func isOneSentenceThatBeginsWithTheFile(message: StoreMessage, language: Language) {
        let text = message.text(in: language)
        #expect(text.hasPrefix("f: "))
        #expect(text.hasSuffix("."))
        #expect(!text.contains("\n"))
        #expect(!text.dropLast().contains(". "))
    }

    @Test func makesPathsAndDetailsHarmless() {
        let message = StoreMessage.damaged(path: "a\u{1b}[2J", detail: "\u{202e}b")
        for language in Language.allCases {
            #expect(!message.text(in: language).contains("\u{1b}"))
            #expect(!message.text(in: language).unicodeScalars.contains("\u{202e}"))
        }
    }
}
