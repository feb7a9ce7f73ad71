import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct ProbePlanTests {
    private func plan(_ hosts: [ConfiguredHost], only: [String] = []) -> ProbePlan {
        ProbePlan(gate: ProbeFixture.gate(ProbeFixture.site(hosts)), at: ProbeFixture.time, only: only)
    }

    private func checks(_ plan: ProbePlan, _ address: String) -> [String] {
        plan.targets.filter { "\($0.address)" == address }.map { $0.check.description }.sorted()
    }

    @Test func portsGetTheChecksOfTheirServices() {
        let host = ProbeFixture.host(
            "a", ["10.77.2.5", "2001:db8:77:2::5"],
            ports: [.init(.tcp, 443), .init(.tcp, 22), .init(.tcp, 7001), .init(.udp, 123), .init(.udp, 161)])
        let plan = plan([host])
        #expect(
            checks(plan, "10.77.2.5")
                == ["https/443", "icmp-echo", "ntp/123", "ssh/22", "tcp/22", "tcp/443", "tcp/7001", "tls/443"])
        #expect(checks(plan, "2001:db8:77:2::5").contains("path-mtu"))
        #expect(plan.targets.allSatisfy { $0.packets > 0 })
    }

    @Test func rowsThatSayNoAreLeftOutAndRefusedAddressesAreNamedWithTheirReason() {
        let plan = plan([
            ProbeFixture.host("khong", ["10.77.2.5"], probe: false),
            ProbeFixture.host("ngoai", ["192.0.2.1", "10.77.2.6"]),
            ProbeFixture.host("mat", ["10.77.4.4"], segment: nil),
            ProbeFixture.host("khac", ["10.77.5.4"], segment: nil),
        ])
        #expect(Set(plan.targets.filter { $0.check.kind == .icmpEcho }.map { "\($0.address)" }) == ["10.77.2.6"])
        #expect(plan.refused.map(\.reason) == [.outsideScope, .stateSecret, .notAuthorised])
    }

    @Test func namesAreAskedOfTheDeclaredResolversOnly() {
        let host = ProbeFixture.host(
            "a", ["10.77.2.5"], ports: [.init(.tcp, 80)], names: ["www.haihau.example", "www.other.example"])
        let plan = plan([host])
        let questions = plan.actions.filter { $0.checks.isEmpty }
        #expect(Set(questions.compactMap(\.name)) == ["www.haihau.example", "haihau.example"])
        #expect(questions.allSatisfy { "\($0.address)" == "10.77.1.1" })
        #expect(plan.later.map(\.name) == ["www.haihau.example"])
        #expect(plan.actions.filter { $0.checks.contains { $0.kind == .http } }.map(\.name) == ["www.haihau.example"])
    }

    @Test func theSamePlanHasTheSameDigestOnAnotherDay() {
        let site = ProbeFixture.site([ProbeFixture.host("a", ["10.77.2.5"])])
        let gate = ProbeFixture.gate(site)
        let later = CaptureTime(seconds: ProbeFixture.time.wholeSeconds + 3 * 86_400)
        #expect(ProbePlan(gate: gate, at: ProbeFixture.time).digest == ProbePlan(gate: gate, at: later).digest)
        #expect(plan([ProbeFixture.host("b", ["10.77.2.5"])]).digest != ProbePlan(gate: gate, at: later).digest)
    }

    @Test func rowsThatShareAnAddressAreOneMachine() {
        let plan = plan([
            ProbeFixture.host("a", ["10.77.2.5", "2001:db8:77:2::5"]),
            ProbeFixture.host("b", ["2001:db8:77:2::5", "10.77.2.7"]),
            ProbeFixture.host("c", ["10.77.2.8"]),
        ])
        func machines(_ hosts: [String]) -> Set<Int> {
            Set(plan.actions.filter { action in hosts.contains { action.host == "device/\($0)" } }.map(\.machine))
        }
        #expect(machines(["a", "b"]).count == 1)
        #expect(machines(["a", "c"]).count == 2)
    }

    @Test func noInventoryLeadsOutOfTheScope() {
        var generator = Seeded(state: 7)
        for _ in 0..<200 {
            let hosts = (0..<20).map { number in
                let v4 = IPAddress(IPv4Address(value: UInt32.random(in: 0x0a4d_0000...0x0a4e_ffff, using: &generator)))
                let v6 = IPAddress(
                    IPv6Address(
                        high: 0x2001_0db8_0077_0000 | UInt64.random(in: 0...8, using: &generator) << 14,
                        low: .random(in: .min ... .max, using: &generator)))
                let segment = ["may-chu", "mat", "khac", nil].randomElement(using: &generator) ?? nil
                return ConfiguredHost(name: "m\(number)", segment: segment, addresses: [v4, v6])
            }
            let site = ProbeFixture.site(hosts)
            let plan = ProbePlan(gate: ProbeFixture.gate(site), at: ProbeFixture.time)
            for target in plan.targets where "\(target.address)" != "10.77.1.1" {
                #expect(site.scope.allows(target.address))
                #expect(!site.segments[1].prefixes.contains { $0.contains(target.address) })
            }
        }
    }
}

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
