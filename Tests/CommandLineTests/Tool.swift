import Foundation
import Testing

/// The built tool, run as a user runs it.
enum Tool {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    static let samples = root.appending(path: "Samples")
    /// Beside the test bundle.
    static let path: String = {
        let arguments = CommandLine.arguments.first.map { URL(filePath: $0).deletingLastPathComponent() }
        let folders = [arguments, root.appending(path: ".build/debug")].compactMap { $0 }
        return folders.map { $0.appending(path: "v6audit").path }.first(where: FileManager.default.isExecutableFile)
            ?? ""
    }()

    struct Result {
        let status: Int32
        let output: Data
        let errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    static func run(_ arguments: [String], input: Data? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ["LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin"]
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err", "in"].map { folder.appending(path: $0) }
        for file in files { FileManager.default.createFile(atPath: file.path, contents: input) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = try FileHandle(forReadingFrom: files[2])
        try (process.standardOutput as? FileHandle)?.truncate(atOffset: 0)
        try (process.standardError as? FileHandle)?.truncate(atOffset: 0)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: files[0]),
            errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
    }
}

/// A folder that is gone when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ content: Data = Data()) -> String {
        FileManager.default.createFile(atPath: path + "/" + name, contents: content)
        return path + "/" + name
    }

    /// A copy of the sample site.
    func sampleSite() throws -> String {
        let site = path + "/site"
        #expect(try Tool.run(["init", site, "--from", Tool.samples.appending(path: "hai-hau").path]).status == 0)
        return site
    }
}
