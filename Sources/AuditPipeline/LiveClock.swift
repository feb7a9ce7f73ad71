import Glibc
import NetworkTypes

/// The clocks that a live capture needs: it is the one stage that lives in the present.
enum LiveClock {
    /// In nanoseconds; never set back or forth.
    static var steady: Int64 { read(CLOCK_MONOTONIC) }
    static var wall: CaptureTime { CaptureTime(nanoseconds: read(CLOCK_REALTIME)) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
