import Foundation
import Testing

/// Ctrl-C keeps what was done, and `--resume` does only the rest.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(3))) struct ResumeTests {
    private static let count = 300

    private static var site: LaboratorySite {
        var site = LaboratorySite(hosts: [])
        site.addresses = ["10.78.0.0/16", "2001:db8:78::/64"]
        site.hosts = (1...count).map { number in
            LaboratorySite.Host(
                name: "may-\(number)", segment: "nhieu",
                addresses: ["10.78.\(number / 200).\(number % 200 + 1)", "2001:db8:78::\(String(number, radix: 16))"],
                ports: ["tcp/7001", "tcp/7002", "tcp/7003"])
        }
        site.packetsPerSecond = 4000
        return site
    }

    /// One connection attempt, by whom it is for; the kernel's repetition has the same source port.
    private struct Attempt: Hashable { let address: [UInt8], port, sourcePort: Int? }
    private struct Asked: Hashable { let address: [UInt8], port: Int? }

    private static func attempts(_ frames: [Frame]) -> [Asked: Int] {
        let attempts = Set(
            frames.filter(\.isConnecting).map {
                Attempt(address: $0.destination, port: $0.port, sourcePort: $0.sourcePort)
            })
        return Dictionary(attempts.map { (Asked(address: $0.address, port: $0.port), 1) }, uniquingKeysWith: +)
    }

    @Test(arguments: [700_000, 1_500_000, 2_600_000] as [UInt32])
    func anInterruptedRunIsFinishedByAnotherThatAsksNothingTwice(microseconds: UInt32) async throws {
        try await Laboratory.with("many") { lab in
            let site = try lab.write(Self.site)
            var first: Program.Result?
            let begun = try lab.framesSent {
                let run = try lab.probe(site)
                usleep(microseconds)
                run.interrupt()
                first = try run.finish()
            }
            let report = try JSONDecoder().decode(ProbeReport.self, from: try #require(first).output)
            #expect(!report.complete)
            let done = Set(report.results.filter { $0.check.hasPrefix("tcp/") && $0.outcome == "answered" })
            var second: Program.Result?
            let rest = try lab.framesSent { second = try lab.probe(site, ["--tries", "1", "--resume"]).finish() }
            let whole = try JSONDecoder().decode(ProbeReport.self, from: try #require(second).output)
            #expect(whole.complete)
            let answered = whole.results.filter { $0.check.hasPrefix("tcp/") && $0.outcome == "answered" }
            #expect(answered.count == Self.count * 2 * 3)
            #expect(Set(answered).isSuperset(of: done), "what was done is kept as it was")
            Self.judge(Self.attempts(begun), Self.attempts(rest), done: done.count)
        }
    }

    private static func judge(_ begun: [Asked: Int], _ rest: [Asked: Int], done: Int) {
        #expect(begun.values.allSatisfy { $0 == 1 } && rest.values.allSatisfy { $0 == 1 })
        #expect(Set(begun.keys).union(rest.keys).count == count * 2 * 3)
        // Twice is asked only what was under way when the signal came.
        let twice = Set(begun.keys).intersection(rest.keys).count
        #expect(rest.count == count * 2 * 3 - done)
        #expect(twice == begun.count - done)
    }

    @Test func threeHundredMachinesAreAskedAtTheRateWithinTheMemoryThatIsAllowed() async throws {
        try await Laboratory.with("many") { lab in
            let site = try lab.write(Self.site)
            let began = Date.now
            let result = try lab.start(
                "client",
                ["/usr/bin/time", "-f", "%M", Laboratory.tool, "probe", "--site", site, "--json", "--tries", "1"]
            ).finish()
            let seconds = Date.now.timeIntervalSince(began)
            let report = try JSONDecoder().decode(ProbeReport.self, from: result.output)
            #expect(report.complete)
            #expect(seconds < Double(report.sent.packets) / 4000 * 1.5 + 5, "\(seconds) s")
            let kilobytes = result.errors.split(whereSeparator: \.isNewline).last.flatMap { Int($0) }
            #expect(try #require(kilobytes) <= 200 * 1024)
        }
    }
}
