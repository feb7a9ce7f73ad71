import Glibc
import Synchronization

/// Ctrl-C, TERM and a terminal that goes away ask for a clean end; a second one ends at once. What ignores the end of
/// its terminal (nohup) goes on ignoring it.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    static func install() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            if number == SIGHUP, sigaction(number, nil, &action) == 0, isIgnored(action) { continue }
            signal(number) { number in
                Interruption.requested.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        // Whoever started this may have had them blocked, which is inherited.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&numbers, number) }
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        // SIG_IGN is the number 1 as an address, which has no Swift name.
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
