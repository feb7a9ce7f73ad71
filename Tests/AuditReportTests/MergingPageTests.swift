import Foundation
import HostCorrelation
import Messages
import Testing

/// Holds the page on merging, and the words of the outputs, against the keys and codes that there are.
@Suite struct MergingPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// The codes are texts in the correlator: they are read where they are made, so that none can be forgotten.
    private static func refusals() throws -> Set<String> {
        let folder = root.appending(path: "Sources/HostCorrelation")
        var codes: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.contains("///") {
                codes.formUnion(line.matches(of: #/"([a-z]+(?:-[a-z]+)+)"/#).map { String($0.output.1) })
                codes.formUnion(line.matches(of: #/because: "([a-z]+)"/#).map { String($0.output.1) })
            }
        }
        return codes
    }

    private func page(_ name: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: "Docs").appending(path: name), encoding: .utf8)
    }

    @Test(arguments: Language.allCases)
    func everyKeyAndEveryRefusalHasWords(language: Language) throws {
        for key in MergeKey.allCases {
            #expect(ReportTerm.mergeKey(key.rawValue).text(in: language) != key.rawValue, "\(key)")
        }
        let codes = try Self.refusals()
        #expect(codes.isSuperset(of: ["pin", "shared-mac", "traffic-between", "different-ssh-host-keys"]))
        for code in codes { #expect(ReportTerm.rejection(code).text(in: language) != code, "\(code)") }
    }

    @Test(arguments: ["Merging.md", "Merging.vi.md"])
    func thePageHasEveryKeyWithItsConfidence(name: String) throws {
        let rows = try page(name).split(separator: "\n").filter { $0.hasPrefix("| ") }
        for key in MergeKey.allCases {
            let percent = Int((key.confidence * 100).rounded())
            #expect(
                rows.contains { $0.hasPrefix("| \(key.rawValue) | ") && $0.hasSuffix(" | \(percent) % |") },
                "\(name): \(key.rawValue), \(percent) %")
        }
    }

    @Test(arguments: ["Merging.md", "Merging.vi.md"])
    func thePageHasEveryRefusal(name: String) throws {
        let page = try page(name)
        for code in try Self.refusals() { #expect(page.contains("| `\(code)` | "), "\(name): \(code)") }
    }
}
