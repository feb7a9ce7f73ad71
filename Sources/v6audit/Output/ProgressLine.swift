import AuditPipeline
import Glibc
import LiveCapture
import Messages

/// Bytes, packets a second and time left on one line of a terminal's standard error; silent everywhere else.
final class ProgressLine {
    private let isShown: Bool
    private let start: Double
    private var lastShown: Double
    private var hasWritten = false

    init(isQuiet: Bool) {
        isShown = !isQuiet && Terminal.errorIsTerminal
        start = Self.now()
        lastShown = start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Seconds since the start; nil where it is too early for another line.
    private func elapsedIfDue() -> Double? {
        guard isShown else { return nil }
        let now = Self.now()
        guard now - lastShown >= 0.2 else { return nil }
        lastShown = now
        return max(now - start, 0.001)
    }

    func show(_ progress: LiveProgress) {
        guard let elapsed = elapsedIfDue() else { return }
        let dropped = progress.statistics.droppedByKernel &+ progress.statistics.droppedByInterface
        write(
            LiveMessage.progress(
                interface: progress.interface, packets: "\(progress.packets)", dropped: "\(dropped)",
                packetsPerSecond: "\(Int(Double(progress.packets) / elapsed))", file: progress.path))
    }

    func show(_ progress: ScanProgress) {
        guard let elapsed = elapsedIfDue() else { return }
        var secondsLeft: Int?
        if let total = progress.total, progress.bytes > 0, progress.bytes <= total {
            secondsLeft = Int(elapsed * Double(total - progress.bytes) / Double(progress.bytes))
        }
        let message = CommandMessage.progress(
            path: progress.path, megabytes: Int(progress.bytes >> 20),
            totalMegabytes: progress.total.map { Int($0 >> 20) },
            packetsPerSecond: Int(Double(progress.packets) / elapsed), secondsLeft: secondsLeft)
        write(message)
    }

    private func write(_ message: some LocalizedMessage) {
        let line = "\r\u{1b}[K" + Terminal.text(message)
        _ = FileOutput.writeAll(Array(line.utf8), to: STDERR_FILENO)
        hasWritten = true
    }

    func end() {
        guard hasWritten else { return }
        _ = FileOutput.writeAll(Array("\r\u{1b}[K".utf8), to: STDERR_FILENO)
        hasWritten = false
    }
}
