import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct ServiceClassifierTests {
    private static let ipv4 = "192.0.2.10"
    private static let ipv6 = "2001:db8::a"

    private func services(_ set: ObservationSet, _ site: Site? = nil) -> [ServiceProfile] {
        let table = HostCorrelator.correlate(set, site: site)
        return ServiceClassifier.classify(table, set, HostClassifier.classify(table, set, site: site), site: site)
    }

    private func named(_ builder: SetBuilder, _ name: String = "www.example.org", _ site: Site? = nil) throws
        -> ServiceProfile
    {
        try #require(services(builder.set, site).first { $0.name == name })
    }

    /// A server that a client asked for by name.
    private func server(isDual: Bool = true) throws -> SetBuilder {
        var builder = try Office.visibleLink()
        if isDual { try builder.bind(Self.ipv6, to: Office.card, by: .solicitationSource) }
        try builder.request("www.example.org", at: Self.ipv4)
        return builder
    }

    private func ask(_ builder: inout SetBuilder, _ server: String, _ outcome: SetBuilder.Outcome, times: Int = 1)
        throws
    {
        let client = server.contains(":") ? "2001:db8:0:1::80" : "198.51.100.80"
        for number in 0..<times {
            try builder.flow(
                client, Office.router, to: server, Office.card, from: UInt16(50000 + number), outcome, at: 1)
        }
    }

    // MARK: Names

    @Test func bothFamiliesWork() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .answered)
        let service = try named(builder)
        #expect(service.state == .dualOK)
        #expect(service.port == 443)
        #expect(service.host != nil)
        #expect(Set(service.proofs.map(\.code)) == [.works, .addressSeen])
    }

    @Test func withoutAnAAAARecordItIsIPv4Only() throws {
        var builder = try server(isDual: false)
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [])
        try ask(&builder, Self.ipv4, .answered)
        let service = try named(builder)
        #expect(service.state == .ipv4Only)
        #expect(service.ipv6 == .none)
        #expect(service.proofs.contains { $0.code == .emptyAnswer && $0.family == .ipv6 })
    }

    @Test func anAddressThatAnswersWithoutARecordIsLatent() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [])
        try ask(&builder, Self.ipv4, .answered)
        #expect(try named(builder).state == .ipv4Only)
        try ask(&builder, Self.ipv6, .answered)
        #expect(try named(builder).state == .ipv6Latent)
    }

    @Test func anAAAAQuestionThatNobodyAskedSaysNothing() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: nil)
        try ask(&builder, Self.ipv4, .answered)
        let service = try named(builder)
        #expect(service.state == .notTested)
        #expect(service.ipv4 == .works)
        #expect(service.ipv6 == .notTested)
    }

    @Test func anAddressThatNobodyTriedIsNotTested() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        #expect(try named(builder).state == .notTested)
    }

    @Test func publishedAndRefusedIsBroken() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .refused)
        let service = try named(builder)
        #expect(service.state == .dualBroken)
        #expect(service.ipv6 == .refused)
    }

    @Test func aLateSuccessOutweighsARefusal() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .refused)
        try ask(&builder, Self.ipv6, .answered)
        #expect(try named(builder).state == .dualOK)
    }

    @Test func oneSYNWithoutAnAnswerIsALostPacketAndThreeAreSilence() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .unanswered)
        #expect(try named(builder).state == .notTested)
        try ask(&builder, Self.ipv6, .unanswered, times: 2)
        let service = try named(builder)
        #expect(service.state == .dualBroken)
        #expect(service.ipv6 == .silent)
    }

    @Test func dataAfterASYNShowsThatTheAnswerPassedElsewhere() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .oneSided, times: 5)
        #expect(try named(builder).ipv6 == .notTested)
    }

    @Test func anICMPErrorIsAnAnswer() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .unreachable)
        #expect(try named(builder).state == .dualBroken)
    }

    @Test func aPageThatHangsIsDegraded() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .hanging)
        let service = try named(builder)
        #expect(service.state == .dualDegraded)
        #expect(service.ipv6 == .hangs)
    }

    @Test func oneOfTwoAddressesThatFailsIsDegradedAndOneThatNobodyTriedIsOpen() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6, "2001:db8::b"])
        try ask(&builder, Self.ipv4, .answered)
        try ask(&builder, Self.ipv6, .answered)
        let open = try named(builder)
        #expect(open.state == .notTested)
        #expect(open.ipv6 == .worksSoFar)
        try ask(&builder, "2001:db8::b", .refused)
        #expect(try named(builder).state == .dualDegraded)
    }

    @Test func ipv6WithoutAnARecord() throws {
        var builder = try server()
        builder.dns("v6.example.org", a: [], aaaa: [Self.ipv6])
        try builder.request("v6.example.org", at: Self.ipv6)
        try ask(&builder, Self.ipv6, .answered)
        #expect(try named(builder, "v6.example.org").state == .ipv6OnlyOK)
    }

    @Test func outOfReachOverBothIsNoFailureOfIPv6() throws {
        var builder = try server()
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: [Self.ipv6])
        try ask(&builder, Self.ipv4, .refused)
        try ask(&builder, Self.ipv6, .refused)
        #expect(try named(builder).state == .unreachableBoth)
    }

    @Test func addressesOfADNS64AreNoIPv6() throws {
        var builder = try server(isDual: false)
        builder.dns("www.example.org", a: [Self.ipv4], aaaa: ["64:ff9b::c000:20a"])
        try ask(&builder, Self.ipv4, .answered)
        #expect(try named(builder).state == .ipv4Only)
    }

    @Test func aListedNameWithoutAnyAddressIsThereForNothing() throws {
        var builder = try server()
        builder.dns("old.example.org", a: [], aaaa: [])
        builder.dns("new.example.org", a: [], aaaa: nil)
        let site = Office.site(devices: [ConfiguredHost(name: "x", names: ["old.example.org", "new.example.org"])])
        #expect(try named(builder, "old.example.org", site).state == .intentionallyNone)
        #expect(try named(builder, "new.example.org", site).state == .notTested)
    }

    // MARK: Ports of machines

    private func port(_ builder: SetBuilder) throws -> ServiceProfile {
        try #require(services(builder.set).first { $0.name == nil && $0.port == 443 })
    }

    @Test func aMachinesClosedIPv6PortIsNoBrokenPromise() throws {
        var builder = try server()
        try ask(&builder, Self.ipv4, .answered)
        #expect(try port(builder).state == .notTested)
        try ask(&builder, Self.ipv6, .refused)
        #expect(try port(builder).state == .ipv4Only)
    }

    @Test func aMachineWithoutIPv6ServesIPv4Only() throws {
        var builder = try server(isDual: false)
        try ask(&builder, Self.ipv4, .answered)
        #expect(try port(builder).state == .ipv4Only)
    }

    @Test func theSameInputGivesTheSameOrder() throws {
        var builder = try server()
        try builder.request("a.example.org", at: Self.ipv4)
        try builder.request("a.example.org", at: Self.ipv4, port: 80, by: .http)
        try ask(&builder, Self.ipv4, .answered)
        let found = services(builder.set)
        #expect(
            found.map { "\($0.name ?? "-") \($0.port ?? 0)" } == [
                "a.example.org 80", "a.example.org 443", "www.example.org 443", "- 443",
            ])
    }
}
