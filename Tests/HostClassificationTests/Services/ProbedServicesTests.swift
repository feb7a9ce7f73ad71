import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct ProbedServicesTests {
    private static let ipv4 = "10.20.40.10"
    private static let ipv6 = "2001:db8:20:40::10"
    private static let name = "mot-cua.haihau.example"

    private static let site: Site = {
        let web = ConfiguredHost(
            system: "one-stop", name: "web", kind: .server, mandatory: true, segment: "servers", names: [name],
            addresses: [ipv4, ipv6].compactMap { IPAddress($0) }, ports: [ConfiguredHost.Port(.tcp, 443)])
        let system = InformationSystem(
            id: "one-stop", name: LocalizedText(vi: "Một cửa", en: "One stop"), components: [web])
        return Office.site(
            segments: [Office.segment("servers", "10.20.40.0/24", "2001:db8:20:40::/64")], systems: [system])
    }()

    private func run(
        _ ipv4: ProbeOutcome, _ ipv6: ProbeOutcome, vantage: Bool = true, content: ProbeComparison.Content = .same
    ) throws -> ProbeRun {
        let time = CaptureTime(seconds: 1_790_000_000)
        var run = ProbeRun(
            digest: "run", started: time, ended: time, isComplete: true,
            vantage: ProbeVantage(ipv4: true, ipv6: vantage))
        for (text, outcome) in [(Self.ipv4, ipv4), (Self.ipv6, ipv6)] {
            run.results.append(
                ProbeResult(
                    host: "system/one-stop/web", name: Self.name, address: try #require(IPAddress(text)),
                    check: ProbeCheck(.https, port: 443), grade: outcome == .answered ? .operational : .assigned,
                    outcome: outcome, tries: 3, time: time))
        }
        run.comparisons = [
            ProbeComparison(
                host: "system/one-stop/web", name: Self.name, check: ProbeCheck(.https, port: 443), content: content)
        ]
        var name = ProbedName(name: Self.name, server: nil, time: time)
        (name.isAAnswered, name.isAAAAAnswered) = (true, true)
        name.a = IPAddress(Self.ipv4)?.ipv4.map { [$0] } ?? []
        name.aaaa = IPAddress(Self.ipv6)?.ipv6.map { [$0] } ?? []
        run.names = [name]
        return run
    }

    private struct Judged {
        let hosts: [HostProfile]
        let service: ServiceState?
        let system: ServiceState?
    }

    private func judge(_ run: ProbeRun) -> Judged {
        var set = ObservationSet()
        set.add(run)
        let declared = set.declaring()
        let table = HostCorrelator.correlate(declared, site: Self.site)
        let hosts = HostClassifier.classify(table, declared, site: Self.site)
        let services = ServiceClassifier.classify(table, declared, hosts, site: Self.site)
        return Judged(
            hosts: hosts, service: services.first { $0.name == Self.name }?.state,
            system: SystemClassifier.classify(Self.site, hosts, services).first?.state)
    }

    @Test func aServiceThatAnswersOverBothFamiliesIsDual() throws {
        let judged = judge(try run(.answered, .answered))
        #expect(judged.service == .dualOK && judged.system == .dualOK)
        #expect(judged.hosts.count == 1)
        #expect(judged.hosts.first?.host.bindings.map(\.address.description) == [Self.ipv4, Self.ipv6])
        #expect(judged.hosts.first?.services.map(\.families) == [[.ipv4, .ipv6]])
    }

    @Test(arguments: [ProbeOutcome.refused, .timedOut, .prohibited, .unreachable])
    func aPublishedAddressThatDoesNotAnswerIsBroken(_ outcome: ProbeOutcome) throws {
        #expect(judge(try run(.answered, outcome)).service == .dualBroken)
    }

    @Test func differentContentIsDegraded() throws {
        #expect(judge(try run(.answered, .answered, content: .different)).service == .dualDegraded)
    }

    @Test func nothingIsConcludedWhereTheProberHasNoIPv6() throws {
        let judged = judge(try run(.answered, .timedOut, vantage: false))
        #expect(judged.service == .notTested)
    }

    @Test func aMachineThatOnlyAnsweredIsNotFinal() throws {
        let host = try #require(judge(try run(.answered, .timedOut)).hosts.first)
        #expect(host.provisionalBecause.contains(.notCaptured))
        #expect(host.state == .ipv4Seen)
    }
}
