import AuditRules
import Foundation
import Testing

@Suite struct GeneratedFileTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Docs/Facts.md")

    /// `make generate` sets V6AUDIT_REGENERATE and so rewrites the page.
    @Test func factsPageIsThatOfTheKeys() throws {
        if ProcessInfo.processInfo.environment["V6AUDIT_REGENERATE"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.page.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(FactKey.markdown.utf8).write(to: Self.page)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == FactKey.markdown)
    }
}
