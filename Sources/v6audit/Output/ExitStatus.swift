/// The documented exit codes. Precedence when several apply: 2, 130, 1, 3, 0.
enum ExitStatus: Int32, Error {
    case success = 0
    /// Findings at or above `--fail-on`.
    case findings = 1
    case couldNotRun = 2
    /// Ran, but a part could not be read or tested.
    case partial = 3
    case usage = 64
    /// Interrupted; what was done so far is kept.
    case interrupted = 130
}
