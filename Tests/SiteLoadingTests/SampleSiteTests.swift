import Foundation
import Messages
import SiteLoading
import SiteModel
import Testing

/// The sample site and the published schemas agree with the loader.
@Suite struct SampleSiteTests {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func loadsTheSampleSite() throws {
        let site = try SiteLoader.load(folder: Self.package.appending(path: "Samples/hai-hau").path)
        #expect(site.id == "hai-hau")
        #expect(!site.systems.isEmpty)
        #expect(!site.devices.isEmpty)
        #expect(!site.answers.isEmpty)
        let index = SiteIndex(site)
        for segment in site.segments {
            for prefix in segment.prefixes { #expect(index.segment(containing: prefix).segment == segment) }
        }
    }

    /// Every key that the schema allows is one that the loader knows.
    @Test(arguments: ["site", "answers"])
    func knowsEveryKeyOfTheSchema(name: String) throws {
        let data = try Data(contentsOf: Self.package.appending(path: "Docs/Schemas/\(name).schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let keys = try #require(schema["properties"] as? [String: Any]).keys
        #expect(keys.count > 3)
        let text = keys.sorted().map { "\($0):\n" }.joined()
        let found = name == "site" ? SmallSite.problems(site: text) : SmallSite.problems(answers: text)
        #expect(!found.contains { $0.message.code == "site.unknown-key" })
    }
}
