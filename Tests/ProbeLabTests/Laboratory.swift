import Foundation
import Testing

/// One lab of `lab/lab`: it stands while the value lives, and the kernel removes it when this process dies.
final class Laboratory: @unchecked Sendable {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    private static let script = root.appending(path: "Tests/ProbeLabTests/lab/lab").path
    /// Nil where this machine can hold a lab.
    static let hindrance: String? = {
        // A minute and a dozen servers: they run where somebody asks for them.
        guard ProcessInfo.processInfo.environment["V6AUDIT_PROBE_LAB"] != nil else {
            return "V6AUDIT_PROBE_LAB is not set"
        }
        guard let check = try? Program(script, ["check"]).finish() else { return "bash is missing" }
        return check.status == 0 ? nil : check.errors.trimmingCharacters(in: .whitespacesAndNewlines)
    }()
    static var reason: Comment { Comment(rawValue: hindrance ?? "") }
    /// So many at once; each has a dozen servers.
    private static let places = DispatchSemaphore(value: 4)

    struct Refused: Error { let variant, errors: String }

    let variant: String
    /// Where the servers' configurations and logs stand, and what a test writes for the lab.
    let folder: String
    private let holder: Program

    private init(_ variant: String) throws {
        self.variant = variant
        holder = try Program(Self.script, [variant, "run"])
        folder = holder.line()
        if folder.isEmpty { throw Refused(variant: variant, errors: try holder.finish().errors) }
    }

    deinit { holder.end() }

    /// Builds a lab for a test. It runs on a thread of its own: a test that waits must not hold up the others.
    static func with(_ variant: String, _ body: @escaping @Sendable (Laboratory) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                places.wait()
                defer { places.signal() }
                done.resume(with: Result { try body(try Laboratory(variant)) })
            }
        }
    }

    /// Starts a command in one of `client`, `router`, `server` and `outside`.
    func start(_ namespace: String, _ command: [String]) throws -> Program {
        try Program(Self.script, [variant, "exec", folder, namespace] + command)
    }

    @discardableResult
    func run(_ namespace: String, _ command: [String]) throws -> Program.Result {
        try start(namespace, command).finish()
    }

    /// The frames that leave the client while the body runs.
    func framesSent(_ body: () throws -> Void) throws -> [Frame] {
        let file = folder + "/sent.pcap"
        let capture = try start(
            "client",
            [
                "tcpdump", "--immediate-mode", "-i", "eth0", "-Q", "out", "-Z", "root", "-n", "-s", "256", "-B",
                "16384", "-w", file,
            ])
        // tcpdump says on its error output that it listens.
        while capture.errors.isEmpty, capture.isRunning { usleep(20_000) }
        try body()
        usleep(300_000)
        capture.interrupt()
        let result = try capture.finish()
        #expect(result.errors.contains("\n0 packets dropped by kernel"), "the capture lost frames: \(result.errors)")
        return Frame.all(of: try Data(contentsOf: URL(filePath: file)))
    }
}
