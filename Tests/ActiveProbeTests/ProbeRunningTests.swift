import Glibc
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import ActiveProbe

/// A clock that only goes on when somebody waits.
private final class FakeClock: ProbeClock {
    var now: Int64 = 1_000_000_000
    var wallTime: CaptureTime { CaptureTime(nanoseconds: ProbeFixture.time.nanoseconds &+ now) }
    func wait(_ sockets: inout [pollfd], until deadline: Int64) { now = max(now &+ 1000, deadline) }
}

/// A try without sockets: pays once, then says what it was told to.
private final class FakeCheck: CheckRun {
    let report: ActionReport
    private let peer: PermittedAddress
    init(_ peer: PermittedAddress, _ report: ActionReport) {
        self.peer = peer
        self.report = report
    }
    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait {
        event == .begin ? .pay(5, peer, what: "x") : .done
    }
}

private final class FakeRecord: ProbeRecord {
    var log: [String] = []
    var journal: [UInt8] = []
    func note(sending line: [UInt8]) -> Bool {
        log.append(String(decoding: line, as: UTF8.self))
        return true
    }
    func note(finished line: [UInt8]) -> Bool {
        journal += line
        return true
    }
}

@Suite struct ProbeRunningTests {
    private let clock = FakeClock()
    private let record = FakeRecord()
    private var plan: ProbePlan {
        var site = ProbeFixture.site((1...20).map { ProbeFixture.host("m\($0)", ["10.77.2.\($0)"]) })
        site.scope.names = []
        return ProbePlan(gate: ProbeFixture.gate(site), at: ProbeFixture.time)
    }

    private func run(
        journal: ProbeJournal? = nil, outcome: @escaping (IPAddress, Int) -> ProbeOutcome,
        reaches: @escaping (PermittedAddress) -> Bool = { _ in true }, stop: Int = .max
    ) -> (result: ProbeRunner.Result, times: [IPAddress: [Int64]]) {
        var times: [IPAddress: [Int64]] = [:]
        var options = ProbeOptions()
        options.packetsPerSecond = 50
        let running = ProbeRunning(
            plan: plan, gate: ProbeFixture.gate(ProbeFixture.site()), clock: clock, options: options,
            journal: journal ?? ProbeJournal(digest: plan.digest, started: clock.wallTime), record: record,
            make: { [clock] action, peer, _ in
                times[action.address, default: []].append(clock.now)
                let found = outcome(action.address, times[action.address]?.count ?? 0)
                let grade: ProbeGrade = found == .answered ? .operational : .assigned
                return FakeCheck(peer, ActionReport(layers: action.checks.map { .init($0, grade, found) }))
            }, reaches: reaches)
        running.work(interrupted: { times.count >= stop }, progress: { _ in })
        return (running.result(), times)
    }

    @Test func whatFailsIsTriedThreeTimesAMinuteApartAndWhatAnswersOnce() {
        let (result, times) = run { address, _ in address.low & 1 == 0 ? .answered : .timedOut }
        #expect(result.run.isComplete)
        #expect(result.run.results.count == 20)
        for one in result.run.results {
            let tries = times[one.address] ?? []
            #expect(one.tries == (one.outcome == .answered ? 1 : 3))
            #expect(tries.count == Int(one.tries))
            for (first, second) in zip(tries, tries.dropFirst()) { #expect(second - first >= 60_000_000_000) }
        }
    }

    @Test func aServiceThatComesBackIsSaidToWork() {
        let (result, _) = run { _, number in number == 1 ? .refused : .answered }
        #expect(result.run.results.allSatisfy { $0.outcome == .answered && $0.tries == 2 })
    }

    @Test func nothingIsSentOrConcludedWhereTheMachineLacksTheFamily() {
        let (result, times) = run(outcome: { _, _ in .answered }, reaches: { _ in false })
        #expect(times.isEmpty)
        #expect(result.run.chargedPackets == 0)
        #expect(result.run.results.allSatisfy { $0.outcome == .notTried && $0.tries == 0 })
        #expect(!result.run.vantage.ipv4)
        #expect(record.journal.isEmpty)
    }

    @Test func everythingSentIsLoggedAndChargedWithinTheRate() {
        let (result, _) = run { _, _ in .answered }
        #expect(record.log.filter { $0.contains("\tsend\t") }.count == 20)
        #expect(result.run.chargedPackets == 100)
        // 100 packets at 50 a second.
        #expect(clock.now >= 2_900_000_000)
    }

    @Test func aStoppedRunKeepsWhatWasDoneAndTheNextDoesOnlyTheRest() throws {
        let (first, _) = run(outcome: { _, _ in .answered }, stop: 8)
        #expect(!first.run.isComplete)
        let done = first.run.results.count
        #expect((1..<20).contains(done))
        // As after a crash: the last line is cut.
        let head = ProbeJournal(digest: plan.digest, started: ProbeFixture.time).headLine
        let journal = try #require(ProbeJournal(head + record.journal + Array("{\"action\":\"dev".utf8)))
        #expect(journal.actionCount == done)
        let (second, times) = run(journal: journal, outcome: { _, _ in .answered })
        #expect(times.count == 20 - done)
        #expect(second.run.isComplete)
        #expect(second.run.results.count == 20)
        #expect(second.run.results.filter { one in first.run.results.contains(one) }.count == done)
    }
}
