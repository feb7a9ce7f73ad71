import Messages
import SiteModel
import Testing

@testable import AuditReport

@Suite struct NamePolicyTests {
    private func policy(_ outside: PrivacyPolicy.OutsideNames = .count, id: String = "a") -> NamePolicy {
        NamePolicy(
            site: Site(
                id: id, name: LocalizedText(vi: "", en: ""), privacy: PrivacyPolicy(outsideNames: outside),
                domains: [Domain(name: "office.example")],
                devices: [ConfiguredHost(name: "x", names: ["mail.provider.test"])]))
    }

    @Test(arguments: [
        "office.example", "www.office.example", "WWW.Office.Example.", "mail.provider.test", "printer.local", "desktop",
        "_ipp._tcp.local",
    ])
    func showsTheNamesOfTheSiteAndOfTheLocalNetwork(name: String) {
        #expect(policy().shows(name))
    }

    @Test(arguments: ["notoffice.example", "provider.test", "office.example.test", "local.test", "a..b"])
    func hidesTheRest(name: String) {
        #expect(!policy().shows(name))
    }

    @Test func showsEverythingWithoutASiteOrWhereItKeepsNames() {
        #expect(NamePolicy(site: nil).shows("elsewhere.test"))
        #expect(policy(.keep).shows("elsewhere.test"))
    }

    @Test func hashesByNameAndSite() {
        #expect(policy().hash("Elsewhere.test.") == policy().hash("elsewhere.test"))
        #expect(policy().hash("elsewhere.test") != policy(id: "b").hash("elsewhere.test"))
        #expect(policy().hash("elsewhere.test") != policy().hash("elsewhere2.test"))
        #expect(policy().hash("elsewhere.test").utf8.count == 32)
    }
}
