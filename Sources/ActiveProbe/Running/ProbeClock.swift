public import Glibc
public import NetworkTypes

/// The time, and the only way to let it pass.
public protocol ProbeClock {
    /// Nanoseconds that never go backwards.
    var now: Int64 { get }
    var wallTime: CaptureTime { get }
    /// Waits until a socket is ready, the time has come, or a signal arrives; fills `revents`.
    func wait(_ sockets: inout [pollfd], until deadline: Int64)
}

/// The machine's own clock.
public struct SystemClock: ProbeClock {
    public init() {}

    public var now: Int64 { Self.read(CLOCK_MONOTONIC) }
    public var wallTime: CaptureTime { CaptureTime(nanoseconds: Self.read(CLOCK_REALTIME)) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    public func wait(_ sockets: inout [pollfd], until deadline: Int64) {
        // At most half a second, so that an interruption without a signal is seen too.
        let milliseconds = min(max((deadline &- now &+ 999_999) / 1_000_000, 0), 500)
        _ = poll(&sockets, nfds_t(sockets.count), Int32(milliseconds))
    }
}
