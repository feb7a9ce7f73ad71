import Foundation
import Testing

/// Each pitfall of the list has a test, a capture, a script and a line in the table.
@Suite struct PitfallListTests {
    /// Captures are committed, so they are small. In bytes.
    private static let largestCapture = 60_000

    @Test func thereAreThirtySix() {
        #expect(Pitfall.allCases.map(\.number) == Array(1...36))
    }

    @Test(arguments: Pitfall.allCases)
    func everyPitfallHasATestACaptureAScriptAndALine(pitfall: Pitfall) throws {
        let capture = try #require(pitfall.capture())
        let size = try FileManager.default.attributesOfItem(atPath: capture)[.size] as? Int
        #expect(try #require(size) <= Self.largestCapture)
        #expect(FileManager.default.isExecutableFile(atPath: pitfall.script.path))
        #expect(try Self.tests().contains("/// Pitfall \(pitfall.number)."))
        #expect(try Self.tests().contains("Audited(.\(pitfall)"))
        let page = Pitfall.folder.appending(path: "../../Docs/Pitfalls.md").standardized
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        let row = try #require(rows.first { $0.hasPrefix("| \(pitfall.number) |") })
        #expect(row.contains("`\(URL(filePath: capture).lastPathComponent)`"))
    }

    @Test func everyCaptureBelongsToAPitfall() throws {
        let known = Set(Pitfall.allCases.map(\.rawValue))
        for file in try FileManager.default.contentsOfDirectory(atPath: Pitfall.captures.path) {
            #expect(known.contains(String(file.prefix { $0 != "." })), "\(file)")
        }
    }

    /// The text of all suites beside this one.
    private static func tests() throws -> String {
        try FileManager.default.contentsOfDirectory(at: Pitfall.folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasSuffix("PitfallTests.swift") }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }
}
