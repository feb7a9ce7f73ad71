import NetworkTypes
import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct ServiceParityTests {
    private func result(_ address: String, _ grade: ProbeGrade, _ outcome: ProbeOutcome = .answered) -> ProbeResult {
        ProbeResult(
            host: "device/a", address: ProbeFixture.address(address), check: ProbeCheck(.https, port: 443),
            grade: grade, outcome: outcome, tries: 1, time: ProbeFixture.time)
    }

    private func state(
        _ results: [ProbeResult], content: ProbeComparison.Content = .same, aaaa: [String]? = nil
    ) -> ServiceParity.State? {
        var run = ProbeRun(
            digest: "", started: ProbeFixture.time, ended: ProbeFixture.time, isComplete: true,
            vantage: ProbeVantage(ipv4: true, ipv6: true))
        run.results = results
        run.comparisons = [
            ProbeComparison(host: "device/a", check: ProbeCheck(.https, port: 443), content: content)
        ]
        if let aaaa {
            var name = ProbedName(name: "www", server: nil, time: ProbeFixture.time)
            name.isAAAAAnswered = true
            name.aaaa = aaaa.compactMap { IPv6Address($0) }
            run.names = [name]
        }
        return ServiceParity.of(run) { _ in ["www"] }.first?.state
    }

    private let v4 = "192.0.2.1"
    private let v6 = "2001:db8::1"

    @Test func everyStateOfTheReferenceIsFound() {
        let good = [result(v4, .operational), result(v6, .operational)]
        #expect(state(good) == .dualOK)
        #expect(state(good, content: .different) == .dualDegraded)
        #expect(state(good + [result("2001:db8::2", .assigned, .timedOut)]) == .dualDegraded)
        #expect(state([result(v4, .operational), result(v6, .reachable, .refused)]) == .dualBroken)
        #expect(state([result(v4, .operational)]) == .ipv4Only)
        #expect(state([result(v6, .operational)]) == .ipv6OnlyOK)
        #expect(state(good, aaaa: []) == .ipv6Latent)
        #expect(state([result(v4, .operational), result(v6, .reachable, .refused)], aaaa: []) == .ipv4Only)
        #expect(state(good, aaaa: [v6]) == .dualOK)
        #expect(state([result(v4, .assigned, .timedOut), result(v6, .assigned, .timedOut)]) == .unreachableBoth)
    }

    @Test func nothingIsConcludedAboutAFamilyThatWasNotAsked() {
        #expect(state([result(v4, .operational), result(v6, .assigned, .notTried)]) == .notTested)
        #expect(state([result(v4, .assigned, .notTried), result(v6, .assigned, .notTried)]) == .notTested)
    }

    @Test func aConnectionBelowAnotherCheckIsNoServiceOfItsOwn() {
        var run = ProbeRun(
            digest: "", started: ProbeFixture.time, ended: ProbeFixture.time, isComplete: true,
            vantage: ProbeVantage(ipv4: true, ipv6: true))
        for check in [
            ProbeCheck(.icmpEcho), ProbeCheck(.tcp, port: 443), ProbeCheck(.https, port: 443),
            ProbeCheck(.tcp, port: 7001),
        ] {
            var one = result(v4, .operational)
            one.check = check
            one.milliseconds = 3
            run.results.append(one)
        }
        let parity = ServiceParity.of(run) { _ in [] }
        #expect(parity.map(\.service.description) == ["https/443", "tcp/7001"])
        #expect(parity.first?.ipv4Milliseconds == 3)
    }
}
