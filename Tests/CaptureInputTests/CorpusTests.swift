import CaptureInput
import Foundation
import Testing

/// Compares packet counts with a corpus of captures beside the repository; skipped where there is none.
@Suite struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/corpus/dev").path
    private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/MANIFEST.tsv") }

    private struct Entry {
        let file: String
        let packets: UInt64
        let isReadable: Bool
    }

    private static func entries() throws -> [Entry] {
        let text = try String(contentsOfFile: folder + "/MANIFEST.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let columns = try #require(rows.first)
        let file = try #require(columns.firstIndex(of: "file"))
        let packets = try #require(columns.firstIndex(of: "packets"))
        let readable = try #require(columns.firstIndex(of: "readable"))
        return rows.dropFirst().filter { $0.count > readable }.map {
            Entry(file: String($0[file]), packets: UInt64($0[packets]) ?? 0, isReadable: $0[readable] == "yes")
        }
    }

    /// Link types that tshark 4.0 does not know and this reader does.
    private static let unknownToTshark = ["tcpdump__brcm-tag.pcap", "tcpdump__dsa.pcap", "tcpdump__edsa.pcap"]

    @Test(.enabled(if: isPresent)) func countsPacketsAsTsharkDoes() throws {
        for entry in try Self.entries() {
            let opened = OpenedCapture(Self.folder + "/" + entry.file)
            if entry.isReadable || Self.unknownToTshark.contains(entry.file) {
                #expect(opened.error == nil, "\(entry.file): \(String(describing: opened.error))")
            } else {
                #expect(opened.error != nil, "\(entry.file)")
            }
            if !Self.unknownToTshark.contains(entry.file) {
                #expect(opened.packets == entry.packets, "\(entry.file): \(String(describing: opened.error))")
            }
        }
    }
}
