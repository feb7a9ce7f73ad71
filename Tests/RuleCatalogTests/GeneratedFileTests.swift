import RuleCatalog
import Testing

@Suite struct GeneratedFileTests {
    /// `make generate` brings it up to date.
    @Test func builtInTextIsThatOfTheFolder() throws {
        let files = try RuleFolder.rules()
        #expect(BuiltInText.rules.map(\.path) == files.map(\.path))
        for (builtIn, file) in zip(BuiltInText.rules, files) {
            #expect(builtIn.text == file.text, "\(file.path) is stale")
        }
    }
}
