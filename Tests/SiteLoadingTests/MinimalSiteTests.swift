import Messages
import NetworkTypes
import SiteLoading
import SiteModel
import Testing

/// The first site file of a new user.
@Suite struct MinimalSiteTests {
    @Test(arguments: Language.allCases, ["UBND xã Hải Hậu", "A \"b\" \\ c: #d", "null", "yes\nid: x", ""])
    func loads(language: Language, name: String) throws {
        let prefixes = try ["10.1.0.0/24", "2001:db8:1::/64"].map { try #require(IPPrefix($0)) }
        let text = MinimalSite.text(agencyID: "xa-hai-hau", name: name, prefixes: prefixes, language: language)
        guard !name.isEmpty else { return }
        let site = try SiteLoader.read(site: text)
        #expect(site.agencies.map(\.id) == ["xa-hai-hau"])
        #expect(site.name.vietnamese == name.printable)
        #expect(site.segments[0].prefixes == prefixes)
        #expect(site.segments[0].plan?.target == .dualStack)
        #expect(site.policy == .standard)
    }

    @Test func putsTheAskedLanguageFirst() {
        let text = MinimalSite.text(agencyID: "a", name: "A", language: .english)
        #expect(text.hasPrefix("# " + InitialSiteMessage.title.text(in: .english)))
        #expect(text.contains(InitialSiteMessage.title.text(in: .vietnamese)))
        #expect(throws: Never.self) { try SiteLoader.read(site: text) }
    }

    @Test func knowsWhichIdsAreValid() {
        for id in ["a", "xa-hai-hau", "Xã-A", "1"] { #expect(MinimalSite.isValid(agencyID: id)) }
        for id in ["", "a b", "a/b", "a@b", "a,b", "a\u{7}"] { #expect(!MinimalSite.isValid(agencyID: id)) }
    }
}
