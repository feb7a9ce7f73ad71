import CPcap
import Glibc

/// Whether an interface can be heard: it exists, is switched on and has a carrier.
struct LinkState: Equatable {
    /// The kernel's number; 0 where there is no such interface.
    let index: UInt32
    let isUp: Bool
    let isLoopback: Bool

    /// `any` is no interface, it is always up.
    init(of interface: String) {
        index = if_nametoindex(interface)
        guard index != 0 else {
            isUp = interface == "any"
            isLoopback = false
            return
        }
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else {
            isUp = true
            isLoopback = false
            return
        }
        defer { close(socket) }
        let flags = capture_interface_flags(socket, interface)
        let wanted = Int32(IFF_UP) | Int32(IFF_RUNNING)
        isUp = flags >= 0 && flags & wanted == wanted
        isLoopback = flags >= 0 && flags & Int32(IFF_LOOPBACK) != 0
    }
}

/// The system's clocks, in nanoseconds.
enum SystemClock {
    /// Since 1970; the clock of packet times.
    static var wall: Int64 { read(CLOCK_REALTIME) }
    /// Never set back or forth.
    static var steady: Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
