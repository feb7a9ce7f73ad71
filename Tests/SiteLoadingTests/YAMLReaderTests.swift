import Messages
import NetworkTypes
import SiteLoading
import SiteModel
import Testing

/// What YAML allows and a site does not, and scalars that YAML 1.1 would turn into other things.
@Suite struct YAMLReaderTests {
    typealias Found = SmallSite.Found

    @Test func readsScalarsAsText() throws {
        let site = try SiteLoader.read(
            site: SmallSite.text.replacing("id: van-phong", with: "id: on").replacing("xa-a", with: "1e3")
                .replacing("Commune A", with: "2026-01-01")
                + "    routers: [{mac: 10:20:30:40:50:59}]\n    vlan: 0012\n")
        #expect(site.id == "on")
        #expect(site.agencies[0].id == "1e3")
        #expect(site.agencies[0].names[0].text.english == "2026-01-01")
        #expect(site.segments[0].routers[0].mac?.description == "10:20:30:40:50:59")
        #expect(site.segments[0].vlan == 12)
    }

    @Test func reportsDuplicateKeysWhereTheyStandTheSecondTime() {
        #expect(
            SmallSite.problems(adding: "    kind: server\nid: b\nid: c\n") == [
                Found(12, 5, .duplicateKey("kind", firstLine: 9)), Found(13, 1, .duplicateKey("id", firstLine: 2)),
                Found(14, 1, .duplicateKey("id", firstLine: 2)),
            ])
        #expect(SmallSite.problems(adding: "\"id\": b\n").map(\.message.code) == ["site.duplicate-key"])
    }

    @Test func refusesAnchorsAndAliases() {
        #expect(
            SmallSite.problems(adding: "domains: &d []\n") == [Found(12, 10, .anchorRefused)])
        #expect(
            SmallSite.problems(replacing: "van-phong", with: "&a van-phong", adding: "profiles: [*a]\n").map(\.message)
                == [.anchorRefused])
        #expect(SmallSite.problems(adding: "profiles: [*a]\n") == [Found(12, 12, .anchorRefused)])
    }

    @Test func refusesAliasesThatMultiply() {
        var bomb = "a0: &a0 [x]\n"
        for level in 1...20 {
            bomb += "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(SmallSite.problems(site: bomb + "? *a20\n: 1\n") == [Found(2, 10, .anchorRefused)])
    }

    @Test func refusesDeepNesting() {
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(SmallSite.problems(adding: "profiles: \(deep)\n").contains(Found(12, 42, .tooDeep(limit: 32))))
        for opening in ["[", "{a: ", "- ", "? "] {
            let text = "x: " + String(repeating: opening, count: 100_000)
            #expect(!SmallSite.problems(site: text).isEmpty)
            #expect(!SmallSite.problems(site: String(text.dropFirst(3))).isEmpty)
        }
        let stairs = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(SmallSite.problems(site: stairs).contains { $0.message == .tooDeep(limit: 32) })
    }

    @Test func reportsSyntaxAtItsPlace() {
        let found = SmallSite.problems(replacing: "[10.0.0.0/24]", with: "[10.0.0.0/24")
        #expect(found.map(\.message.code) == ["site.syntax"])
        #expect(found.first?.line == 12)
        #expect(SmallSite.problems(adding: "\tid: x\n").map(\.message.code) == ["site.syntax"])
        #expect(SmallSite.problems(adding: "note: a\u{1}b\n").map(\.line) == [12])
    }

    @Test func refusesASecondDocumentAndAnEmptyFile() {
        #expect(SmallSite.problems(adding: "---\na: b\n").map(\.message) == [.severalDocuments])
        #expect(SmallSite.problems(site: "").map(\.message) == [.empty])
        #expect(SmallSite.problems(site: "# nothing\n").map(\.message) == [.empty])
        #expect(
            SmallSite.problems(site: "- a\n")
                == [Found(1, 1, .wrongForm(key: "site.yaml", value: nil, expected: .mapping))])
        #expect(SmallSite.problems(adding: "[a]: b\n") == [Found(12, 1, .keyNotText)])
    }

    @Test func dropsAByteOrderMark() {
        #expect(SmallSite.problems(site: "\u{feff}" + SmallSite.text) == [])
        #expect(SmallSite.problems(site: "\u{feff}shema: v6audit.site/1\n").first?.column == 1)
    }
}
