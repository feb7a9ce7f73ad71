import Foundation
import FuzzTargets
import Testing

/// What fuzzing found once, and the inputs it begins with, are handled as they should be.
@Suite struct FuzzReplayTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    private static func inputs(_ kind: String, _ target: FuzzTarget) throws -> [URL] {
        let place = folder.appending(path: "\(kind)/\(target.rawValue)")
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasPrefix(".") }
    }

    @Test(arguments: FuzzTarget.allCases) func handlesWhatWasFoundOnce(target: FuzzTarget) throws {
        for input in try Self.inputs("FailCases", target) { try replay(input, target) }
    }

    @Test(arguments: FuzzTarget.allCases) func handlesTheSeeds(target: FuzzTarget) throws {
        let seeds = try Self.inputs("Corpus", target)
        #expect(!seeds.isEmpty)
        for input in seeds { try replay(input, target) }
    }

    private func replay(_ input: URL, _ target: FuzzTarget) throws {
        let violation = try Data(contentsOf: input).withUnsafeBytes { target.violation($0) }
        #expect(violation == nil, "\(input.lastPathComponent)")
    }
}
