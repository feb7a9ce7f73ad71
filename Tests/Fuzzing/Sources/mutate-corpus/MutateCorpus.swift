import Foundation
import FuzzTargets
import Synchronization

/// mutate-corpus FOLDER COUNT [NUMBER OUTPUT]: reads COUNT damaged copies of the captures of a folder, in one process.
///
/// Stops with the number of the copy that crashes, takes more than five seconds, breaks a promise, or takes the process
/// beyond 512 MB; NUMBER and OUTPUT write that copy to a file.
@main
struct MutateCorpus {
    private static let secondsPerFile: UInt32 = 5
    private static let largestCapture = 64 << 10
    private static let memoryLimit = 512 << 10  // KiB, as the system counts
    /// For the signal handler: what is being read.
    private static let current = Atomic<UInt64>(0)

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 || arguments.count == 5, let count = UInt64(arguments[2]) else {
            print("usage: mutate-corpus FOLDER COUNT [NUMBER OUTPUT]")
            exit(64)
        }
        let captures = try load(arguments[1])
        guard !captures.isEmpty else {
            print("mutate-corpus: no capture of at most \(largestCapture) bytes in \(arguments[1])")
            exit(2)
        }
        if arguments.count == 5, let number = UInt64(arguments[3]) {
            try Data(copy(number, of: captures)).write(to: URL(filePath: arguments[4]))
            return
        }
        watch()
        let start = ContinuousClock.now
        var slowest = Duration.zero
        var bytes = 0
        for number in 0..<count {
            current.store(number, ordering: .relaxed)
            let damaged = copy(number, of: captures)
            bytes += damaged.count
            let began = ContinuousClock.now
            alarm(secondsPerFile)
            if let problem = CaptureFuzzing.violation(damaged) { stop("broken promise: \(problem)") }
            alarm(0)
            slowest = max(slowest, ContinuousClock.now - began)
            if number % 1024 == 0, memory() > memoryLimit { stop("\(memory() >> 10) MB of memory") }
        }
        print(
            """
            \(count) damaged copies of \(captures.count) captures, \(bytes >> 20) MiB: no crash, no broken promise; \
            slowest \(slowest), all \(ContinuousClock.now - start), \(memory() >> 10) MB of memory
            """)
    }

    private static func load(_ folder: String) throws -> [[UInt8]] {
        let files = try FileManager.default.contentsOfDirectory(
            at: URL(filePath: folder), includingPropertiesForKeys: nil)
        return files.sorted { $0.path < $1.path }.compactMap { file in
            guard let data = try? Data(contentsOf: file), (24...largestCapture).contains(data.count) else { return nil }
            let isText = data.prefix(16).allSatisfy { (0x09...0x7e).contains($0) }
            return isText ? nil : Array(data)
        }
    }

    private static func copy(_ number: UInt64, of captures: [[UInt8]]) -> [UInt8] {
        var mutation = Mutation(number: number)
        return mutation.apply(to: captures[mutation.choose(below: captures.count)])
    }

    /// The most memory that the process held, in KiB.
    private static func memory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private static func stop(_ problem: String) -> Never {
        print("mutate-corpus: copy \(current.load(ordering: .relaxed)): \(problem)")
        exit(1)
    }

    private static func watch() {
        for signal in [SIGALRM, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
            Foundation.signal(signal) { number in
                print("mutate-corpus: copy \(MutateCorpus.current.load(ordering: .relaxed)): signal \(number)")
                fflush(nil)
                _exit(1)
            }
        }
    }
}
