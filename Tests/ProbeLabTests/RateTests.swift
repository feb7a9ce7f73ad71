import Foundation
import Testing

/// No second holds more frames of the client than `packetsPerSecond`, whatever the machines do.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(3))) struct RateTests {
    @Test(arguments: [("dual", 60), ("ipv6-dropped", 60), ("aaaa-without-listener", 100), ("ipv6-rejected", 200)])
    func noSecondHoldsMorePacketsThanTheSiteAllows(variant: String, rate: Int) async throws {
        try await Laboratory.with(variant) { lab in
            var site = LaboratorySite()
            site.packetsPerSecond = rate
            try Self.expect(lab, site, noMoreThan: rate)
        }
    }

    /// Machines on the client's own link that are switched off: the kernel repeats its question for each of them a
    /// second and two seconds later, when other machines are asked already.
    @Test func questionsForMachinesThatAreOffCountWhenTheyAreSent() async throws {
        try await Laboratory.with("dual") { lab in
            var site = LaboratorySite()
            site.addresses += ["10.77.1.0/24", "2001:db8:77:1::/64"]
            site.packetsPerSecond = 100
            let off = (20..<50).map { last in
                LaboratorySite.Host(
                    name: "tat-\(last)", segment: "van-phong", addresses: ["10.77.1.\(last)", "2001:db8:77:1::\(last)"])
            }
            site.hosts = off + site.hosts
            try Self.expect(lab, site, noMoreThan: 100)
        }
    }

    private static func expect(_ lab: Laboratory, _ site: LaboratorySite, noMoreThan rate: Int) throws {
        let folder = try lab.write(site)
        var report: ProbeReport?
        let frames = try lab.framesSent {
            let result = try lab.probe(folder).finish()
            report = try? JSONDecoder().decode(ProbeReport.self, from: result.output)
        }
        #expect(frames.highestRate <= rate, "\(lab.variant): \(frames.highestRate) of \(rate)")
        let charged = try #require(report).sent.packets
        #expect(frames.count <= charged, "\(lab.variant): \(frames.count) sent, \(charged) charged")
    }
}
