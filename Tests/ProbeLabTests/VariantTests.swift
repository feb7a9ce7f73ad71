import Testing

/// What `v6audit probe` says of each variant of the lab.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(3))) struct VariantTests {
    /// What says of each machine that it works, and what it takes for that.
    private static let services = [
        (device: "cong", first: "tcp/80", last: "http/80"), (device: "cong", first: "tcp/443", last: "tls/443"),
        (device: "thu", first: "tcp/25", last: "smtp/25"), (device: "quan-tri", first: "tcp/22", last: "ssh/22"),
        (device: "gio", first: "ntp/123", last: "ntp/123"),
    ]

    private static func expectAllWork(_ report: ProbeReport, _ family: String) {
        for service in services {
            let result = report.result(service.device, family, service.last)
            #expect(result?.outcome == "answered", "\(report.variant) \(service) \(family)")
            #expect(result?.grade == "operational", "\(report.variant) \(service) \(family)")
        }
    }

    @Test func machinesWithBothFamiliesWorkOverBothAndShowTheSamePage() async throws {
        try await Laboratory.with("dual") { lab in
            let report = try lab.report()
            #expect(report.schema == "v6audit.probe/1")
            #expect(report.complete)
            #expect(report.vantage.ipv4 && report.vantage.ipv6)
            for family in ["ipv4", "ipv6"] {
                Self.expectAllWork(report, family)
                #expect(report.result("ten-mien", family, "dns/53")?.grade == "operational")
                #expect(report.result("cong", family, "icmp-echo")?.outcome == "answered")
            }
            for service in Self.services {
                #expect(report.parity(service.device, service.last)?.state == "dual-ok", "\(service)")
            }
            #expect(report.parity("cong", "http/80")?.content == "same")
        }
    }

    @Test func aMachineRoomWithoutIPv6IsIPv4Only() async throws {
        try await Laboratory.with("ipv4-only") { lab in
            let report = try lab.report(LaboratorySite(family: "."))
            Self.expectAllWork(report, "ipv4")
            for service in Self.services {
                #expect(report.results(service.device, "ipv6").isEmpty)
                #expect(report.parity(service.device, service.last)?.state == "ipv4-only", "\(service)")
            }
        }
    }

    @Test func aMachineRoomWithoutIPv4IsIPv6Only() async throws {
        try await Laboratory.with("ipv6-only") { lab in
            let report = try lab.report(LaboratorySite(family: ":"))
            Self.expectAllWork(report, "ipv6")
            for service in Self.services {
                #expect(report.results(service.device, "ipv4").isEmpty)
                #expect(report.parity(service.device, service.last)?.state == "ipv6-only-ok", "\(service)")
            }
        }
    }

    /// Each fault has its own outcome, and none of them counts as working IPv6.
    @Test(arguments: [
        ("aaaa-without-listener", "refused"), ("aaaa-without-machine", "unreachable"), ("ipv6-dropped", "timed-out"),
        ("ipv6-rejected", "prohibited"), ("router-without-route", "unreachable"),
    ])
    func anIPv6ThatIsOnlyInTheDNSIsNotWorkingIPv6(variant: String, outcome: String) async throws {
        try await Laboratory.with(variant) { lab in
            let report = try lab.report()
            Self.expectAllWork(report, "ipv4")
            for service in Self.services {
                let result = report.result(service.device, "ipv6", service.first)
                #expect(result?.outcome == outcome, "\(variant) \(service)")
                #expect(
                    result.map { ["none", "assigned", "reachable"].contains($0.grade) } == true, "\(variant) \(service)"
                )
                #expect(report.parity(service.device, service.last)?.state == "dual-broken", "\(variant) \(service)")
            }
        }
    }

    @Test func aWebServerThatShowsAnotherPageOverIPv6IsSeen() async throws {
        try await Laboratory.with("different-content") { lab in
            let report = try lab.report()
            for service in ["http/80", "https/443"] {
                #expect(report.parity("cong", service)?.content == "different", "\(service)")
            }
            Self.expectAllWork(report, "ipv6")
        }
    }

    @Test func aPortThatIsOpenOverIPv4OnlyIsSeenBesideOneThatIsOpenOverBoth() async throws {
        try await Laboratory.with("different-ports") { lab in
            let report = try lab.report()
            #expect(report.parity("cong", "http/80")?.state == "dual-ok")
            #expect(report.parity("cong", "tls/443")?.state == "dual-broken")
            #expect(report.result("cong", "ipv6", "tcp/443")?.outcome == "refused")
        }
    }

    @Test func aTunnelThatLosesLargePacketsIsNotWorkingIPv6() async throws {
        try await Laboratory.with("path-mtu-black-hole") { lab in
            let report = try lab.report()
            #expect(report.result("cong", "ipv6", "icmp-echo")?.outcome == "answered")
            #expect(report.result("cong", "ipv6", "tcp/80")?.outcome == "answered")
            #expect(report.result("cong", "ipv6", "http/80")?.grade != "operational")
            let value = report.result("cong", "ipv6", "path-mtu")?.value
            #expect(value.map { (1280...1300).contains($0) } == true)
            Self.expectAllWork(report, "ipv4")
        }
    }

    /// What the machines have is not known by what the client lacks.
    @Test(arguments: ["client-without-ipv6", "no-default-router"])
    func nothingIsSaidOfAFamilyThatTheClientItselfLacks(variant: String) async throws {
        try await Laboratory.with(variant) { lab in
            let report = try lab.report()
            #expect(!report.vantage.ipv6, "\(variant)")
            Self.expectAllWork(report, "ipv4")
            for service in Self.services {
                for result in report.results(service.device, "ipv6") {
                    #expect(result.outcome == "not-tried", "\(variant) \(result)")
                }
                #expect(report.parity(service.device, service.last)?.state == "not-tested", "\(variant) \(service)")
            }
        }
    }
}
