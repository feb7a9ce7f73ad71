import Glibc
import NetworkTypes
public import TrafficObservation

/// Carries out a plan: one thread, many sockets, every packet paid for before it is sent.
public enum ProbeRunner {
    public struct Result {
        public var run: ProbeRun
        /// Addresses that names led to and that the gate refused.
        public var refused: [ProbePlan.Refused]
        /// The log or the journal could not be written.
        public var hasLostRecord: Bool
    }

    /// - Parameters:
    ///   - journal: what an earlier run of the same plan has done already; else a new one.
    ///   - interrupted: asked several times a second.
    public static func run(
        plan: ProbePlan, gate: ProbeGate, clock: some ProbeClock, options: ProbeOptions, journal: ProbeJournal,
        record: any ProbeRecord, interrupted: () -> Bool, progress: (ProbeProgress) -> Void = { _ in }
    ) -> Result {
        let running = ProbeRunning(
            plan: plan, gate: gate, clock: clock, options: options, journal: journal, record: record,
            make: CheckRuns.make, reaches: Vantage.reaches)
        running.work(interrupted: interrupted, progress: progress)
        return running.result()
    }
}
