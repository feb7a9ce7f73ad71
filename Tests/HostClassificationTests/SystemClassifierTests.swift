import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct SystemClassifierTests {
    private func component(_ name: String, _ address: String, mandatory: Bool = true) throws -> ConfiguredHost {
        ConfiguredHost(
            system: "one-stop", name: name, kind: .server, mandatory: mandatory,
            addresses: [try #require(IPAddress(address))],
            ports: [ConfiguredHost.Port(.tcp, 443)])
    }

    private func system(_ set: ObservationSet, _ components: [ConfiguredHost]) throws -> SystemProfile {
        let site = Office.site(systems: [
            InformationSystem(id: "one-stop", name: LocalizedText(vi: "a", en: "a"), components: components)
        ])
        let table = HostCorrelator.correlate(set, site: site)
        let profiles = HostClassifier.classify(table, set, site: site)
        let services = ServiceClassifier.classify(table, set, profiles, site: site)
        return try #require(SystemClassifier.classify(site, profiles, services).first)
    }

    private func server(answersIPv6: Bool) throws -> SetBuilder {
        var builder = try Office.link()
        try builder.bind("2001:db8::a", to: Office.card, by: .solicitationSource)
        try builder.flow("198.51.100.80", Office.router, to: "192.0.2.10", Office.card)
        try builder.flow(
            "2001:db8:0:1::80", Office.router, to: "2001:db8::a", Office.card, port: answersIPv6 ? 443 : 22)
        return builder
    }

    @Test func isDualWhenAPortAnswersOverBothFamilies() throws {
        let system = try system(try server(answersIPv6: true).set, [try component("web", "192.0.2.10")])
        #expect(system.state == .dualOK)
        #expect(system.components.first?.host != nil)
    }

    @Test func isUnknownWhileNobodyTriesItsPortOverIPv6() throws {
        let system = try system(try server(answersIPv6: false).set, [try component("web", "192.0.2.10")])
        #expect(system.components.map(\.state) == [.notTested])
        #expect(system.state == .unknown)
        #expect(system.known == nil)
    }

    @Test func aPortThatNobodyTriedKeepsAComponentFromBeingWell() throws {
        var web = try component("web", "192.0.2.10")
        web.ports.append(ConfiguredHost.Port(.tcp, 80))
        #expect(try system(try server(answersIPv6: true).set, [web]).components.map(\.state) == [.notTested])
    }

    @Test func isTheLeastOfItsMandatoryComponents() throws {
        var builder = try server(answersIPv6: true)
        try builder.bind("192.0.2.20", to: Office.other, by: .arpRequest)
        let web = try component("web", "192.0.2.10")
        #expect(try system(builder.set, [web, try component("db", "192.0.2.20")]).state == .ipv4Only)
        #expect(try system(builder.set, [web, try component("db", "192.0.2.20", mandatory: false)]).state == .dualOK)
        let open = try system(builder.set, [web, try component("db", "192.0.2.99")])
        #expect(open.state == .unknown)
        #expect(open.known == .dualOK)
    }

    @Test func isUnknownWithoutComponents() throws {
        #expect(try system(try Office.link().set, []).state == .unknown)
    }
}
