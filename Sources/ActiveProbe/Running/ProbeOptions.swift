/// How a run goes about its plan.
public struct ProbeOptions: Sendable {
    /// Tries before "does not work" is said.
    public var tries = ProbeLimits.tries
    /// Nanoseconds between two tries.
    public var interval = Int64(ProbeLimits.secondsBetweenTries) * 1_000_000_000
    public var packetsPerSecond = 50

    public init() {}
}

/// Where a run writes what it does. False: it could not be written, and nothing more is sent.
public protocol ProbeRecord: AnyObject {
    /// One line of the log, before the packets that it speaks of.
    func note(sending line: [UInt8]) -> Bool
    /// One line of the journal.
    func note(finished line: [UInt8]) -> Bool
}

/// How far a run is.
public struct ProbeProgress: Sendable, Equatable {
    public var done: Int
    public var total: Int
    public var packets: UInt64
    /// Seconds until the next try of what failed, where nothing else is left to do; nil: there is.
    public var waiting: Int?
}
