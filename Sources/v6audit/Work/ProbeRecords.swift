import ActiveProbe
import Foundation
import Glibc
import Messages
import NetworkTypes

/// The log of everything sent and the journal of what is finished, in the site's folder of observations. Only ever
/// appended to.
final class ProbeRecords: ProbeRecord {
    let journal: ProbeJournal
    private let journalPath: String
    private let logPath: String
    private var journalFile: Int32 = -1
    private var logFile: Int32 = -1
    private(set) var failedPath = ""
    private(set) var failureReason = ""

    init(
        folder: String, plan: ProbePlan, _ clock: SystemClock, isResuming: Bool, _ failure: Failure
    ) throws(ExitStatus) {
        let observations = folder + "/observations"
        mkdir(observations, 0o750)
        logPath = observations + "/probe.log"
        if isResuming {
            guard let path = Self.newestJournal(in: observations),
                let bytes = FileManager.default.contents(atPath: path), bytes.count <= ProbeJournal.mostBytes,
                let journal = ProbeJournal(Array(bytes))
            else { throw failure.couldNotRun("resume", ProbeMessage.nothingToResume(folder: observations)) }
            guard journal.digest == plan.digest else {
                throw failure.couldNotRun("resume", ProbeMessage.planChanged(file: path))
            }
            self.journal = journal
            journalPath = path
        } else {
            journal = ProbeJournal(digest: plan.digest, started: clock.wallTime)
            let stamp = "\(journal.started)".filter { $0 != ":" && $0 != "-" }
            journalPath = observations + "/probe-\(stamp).journal"
        }
        journalFile = open(journalPath, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        logFile = open(logPath, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        for (file, path) in [(journalFile, journalPath), (logFile, logPath)] where file < 0 {
            throw failure.couldNotRun(OutputError(path: path, code: errno))
        }
        // A line that a crash has cut is ended, so that the next one stands alone.
        let start: [UInt8] = isResuming ? [0x0a] : journal.headLine
        guard FileOutput.writeAll(start, to: journalFile) else {
            throw failure.couldNotRun(OutputError(path: journalPath, code: errno))
        }
    }

    deinit {
        close(journalFile)
        close(logFile)
    }

    /// Their names sort by time.
    private static func newestJournal(in folder: String) -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("probe-") && $0.hasSuffix(".journal") }.max().map { folder + "/" + $0 }
    }

    func note(sending line: [UInt8]) -> Bool { append(line, logFile, logPath) }
    func note(finished line: [UInt8]) -> Bool { append(line, journalFile, journalPath) }

    private func append(_ line: [UInt8], _ file: Int32, _ path: String) -> Bool {
        if FileOutput.writeAll(line, to: file) { return true }
        failureReason = String(cString: strerror(errno))
        failedPath = path
        return false
    }
}

/// The name servers that the operating system uses.
enum SystemResolvers {
    /// Those of `/etc/resolv.conf`; resolv.conf(5).
    static func addresses(_ path: String = "/etc/resolv.conf") -> [IPAddress] {
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 65_536 else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count >= 2, words[0] == "nameserver" else { return nil }
            return IPAddress(words[1])
        }
    }
}

/// How far the run is, on one line of a terminal; silent everywhere else.
final class ProbeProgressLine {
    private let isShown: Bool
    private var last: CaptureTime?
    private var hasWritten = false

    init(isQuiet: Bool) { isShown = !isQuiet && Terminal.errorIsTerminal }

    func show(_ progress: ProbeProgress) {
        guard isShown else { return }
        let now = SystemClock().wallTime
        if let last, now.nanoseconds(since: last) < 200_000_000 { return }
        last = now
        let message = ProbeMessage.progress(
            done: progress.done, total: progress.total, packets: Int(clamping: progress.packets),
            waiting: progress.waiting)
        _ = FileOutput.writeAll(Array(("\r\u{1b}[K" + Terminal.text(message)).utf8), to: STDERR_FILENO)
        hasWritten = true
    }

    func end() {
        guard hasWritten else { return }
        _ = FileOutput.writeAll(Array("\r\u{1b}[K".utf8), to: STDERR_FILENO)
    }
}
