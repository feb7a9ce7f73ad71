import Foundation
import Glibc

/// A running program, its outputs in files.
final class Program: @unchecked Sendable {
    struct Result {
        let status: Int32
        let output: Data
        let errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    private let process = Process()
    private let folder: URL
    /// Its end is the end of a lab.
    private let input = Pipe()

    init(_ path: String, _ arguments: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["out", "err"] {
            _ = FileManager.default.createFile(atPath: folder.appending(path: name).path, contents: nil)
        }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = [
            "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
            "TMPDIR": FileManager.default.temporaryDirectory.path,
        ]
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        // Threads of tests have signals blocked, and what they start inherits that.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&numbers, number) }
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
        try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var isRunning: Bool { process.isRunning }
    var errors: String { (try? String(contentsOf: folder.appending(path: "err"), encoding: .utf8)) ?? "" }
    private var output: Data { (try? Data(contentsOf: folder.appending(path: "out"))) ?? Data() }

    /// The first line of the output, as soon as it is there; empty where the program ends without one.
    func line() -> String {
        while true {
            let isOver = !isRunning
            let text = String(decoding: output, as: UTF8.self)
            if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
            if isOver { return "" }
            usleep(50_000)
        }
    }

    func finish() throws -> Result {
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: output, errors: errors)
    }

    /// Ends a lab and waits until it is gone.
    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    /// What Ctrl-C does. `nsenter` waits for the command, its only child, and does not pass signals on.
    func interrupt() {
        let number = process.processIdentifier
        let path = "/proc/\(number)/task/\(number)/children"
        let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for child in children.split(whereSeparator: \.isWhitespace).compactMap({ Int32($0) }) { kill(child, SIGINT) }
    }
}
