import Testing

/// What `v6audit probe` says of each variant of the lab.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(2))) struct VariantTests {
    @Test func machinesWithBothFamiliesWorkOverBoth() async throws {
        try await Laboratory.with("dual") { lab in
            let report = try lab.report()
            #expect(report.schema == "v6audit.probe/1")
            #expect(report.complete)
            #expect(report.vantage.ipv4 && report.vantage.ipv6)
            for family in ["ipv4", "ipv6"] {
                for (device, check) in Self.services {
                    let result = report.result(device, family, check)
                    #expect(result?.outcome == "answered", "\(device) \(family) \(check)")
                    #expect(result?.grade == "operational", "\(device) \(family) \(check)")
                }
            }
            #expect(report.parity("cong", "http/80")?.content == "same")
        }
    }

    /// A check of each machine that says that its service works.
    static let services = [
        ("cong", "http/80"), ("cong", "tls/443"), ("thu", "smtp/25"), ("quan-tri", "ssh/22"), ("gio", "ntp/123"),
        ("ten-mien", "dns/53"),
    ]
}
