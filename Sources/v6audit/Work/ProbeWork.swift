import ActiveProbe
import AuditReport
import Foundation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

/// A run of `v6audit probe` from the site to the output.
struct ProbeWork {
    private let folder: SiteFolder
    private let options: ProbeOptions
    private let failure: Failure
    private let isQuiet: Bool
    private let gate: ProbeGate
    private let plan: ProbePlan
    private let clock = SystemClock()
    private var file: String { folder.path + "/site.yaml" }

    init(
        folder: SiteFolder, options: ProbeOptions, rate: Int?, only: [String], failure: Failure, isQuiet: Bool
    ) throws(ExitStatus) {
        self.folder = folder
        self.failure = failure
        self.isQuiet = isQuiet
        let limit = options.packetsPerSecond
        if let rate, rate > limit {
            _ = failure.couldNotRun(
                "rate", ProbeMessage.rateAboveSite(rate: rate, limit: limit, file: folder.path + "/site.yaml"))
            throw .usage
        }
        var options = options
        options.packetsPerSecond = rate ?? limit
        self.options = options
        gate = ProbeGate(index: SiteIndex(folder.site), systemResolvers: SystemResolvers.addresses())
        for text in only where !gate.index.hosts.contains(where: { $0.isCalled(text) }) {
            throw failure.couldNotRun("only", ProbeMessage.unknownHost(text: text))
        }
        plan = ProbePlan(gate: gate, at: clock.wallTime, only: only)
    }

    func printPlan() throws(ExitStatus) {
        if failure.isJSON { return try ProbePlanDocument(plan).print(failure) }
        let text = ProbeText(Terminal.language).plan(plan, packetsPerSecond: options.packetsPerSecond)
        try Output.print(nil, text: text, failure)
    }

    /// The status to end with.
    func run(isResuming: Bool) throws(ExitStatus) -> ExitStatus {
        try checkAuthorisation()
        if plan.actions.isEmpty, !isQuiet { Terminal.say(ProbeMessage.nothingToDo) }
        let records = try ProbeRecords(folder: folder.path, plan: plan, clock, isResuming: isResuming, failure)
        Interruption.install()
        let line = ProbeProgressLine(isQuiet: isQuiet)
        let result = ProbeRunner.run(
            plan: plan, gate: gate, clock: clock, options: options, journal: records.journal, record: records,
            interrupted: { Interruption.isRequested }, progress: line.show)
        line.end()
        try save(result.run)
        try print(result)
        if result.hasLostRecord {
            throw failure.couldNotRun(
                "record", ProbeMessage.recordFailed(file: records.failedPath, reason: records.failureReason))
        }
        if Interruption.isRequested {
            if !isQuiet { Terminal.say(ProbeMessage.notComplete(site: folder.path)) }
            return .interrupted
        }
        let isWhole = result.run.isComplete && !result.run.results.contains { $0.outcome == .notTried }
        return isWhole ? .success : .partial
    }

    /// For the next audit; of a run that goes on later the longer one counts.
    private func save(_ run: ProbeRun) throws(ExitStatus) {
        var set = ObservationSet()
        set.add(run)
        do {
            try ObservationFolder(folder).write(set, digest: "probe-\(run.digest)")
        } catch {
            throw failure.couldNotRun(error)
        }
    }

    private func print(_ result: ProbeRunner.Result) throws(ExitStatus) {
        let index = gate.index
        let parity = ServiceParity.of(result.run) { index.host($0)?.names ?? [] }
        let refused = plan.refused + result.refused
        if failure.isJSON { return try ProbeDocument(result.run, parity: parity, refused: refused).print(failure) }
        let text = ProbeText(Terminal.language).result(result.run, parity, refused: refused)
        try Output.print(nil, text: text, failure)
    }

    /// Refuses where nothing at all may be sent for want of an authorisation.
    private func checkAuthorisation() throws(ExitStatus) {
        let today = clock.wallTime.date(offsetMinutes: folder.site.utcOffsetMinutes)
        let unauthorised = plan.refused.filter { $0.reason == .notAuthorised }
        let segments = unauthorised.flatMap { refused -> [String] in
            let own = gate.index.host(refused.host)?.segment
            return [own, gate.index.segment(containing: refused.address).segment?.id].compactMap { $0 }
        }
        let gap = gate.gap(on: today, segments: segments)
        if case .otherSegments = gap, !plan.actions.isEmpty || unauthorised.isEmpty { return }
        let message: ProbeMessage =
            switch gap {
            case .none: .noAuthorisation(file: file)
            case .incomplete(let id, let parts):
                .authorisationIncomplete(
                    id: id, missing: parts.compactMap { ProbeMessage.Part(rawValue: $0.rawValue) }, file: file)
            case .notYet(let id, let first): .authorisationNotYet(id: id, first: "\(first)", file: file)
            case .over(let id, let last): .authorisationOver(id: id, last: "\(last)", file: file)
            case .otherSegments(let missing): .segmentsNotCovered(segments: missing, file: file)
            }
        throw failure.couldNotRun("not-authorised", message)
    }
}
