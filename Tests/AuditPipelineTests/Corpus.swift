import Foundation

/// Real captures with independent truth, beside the project where it is developed; absent elsewhere.
enum Corpus {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    static let folder = root.appending(path: "../shared/corpus/dev").standardized
    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "MANIFEST.tsv").path)
    static let samples = root.appending(path: "Samples")

    struct Entry: CustomStringConvertible, Sendable {
        let file: String
        let isReadable: Bool
        var path: String { Corpus.folder.appending(path: file).path }
        var truth: URL { Corpus.folder.appending(path: "truth/\(file).json") }
        var description: String { file }
    }

    static let entries: [Entry] = {
        guard let text = try? String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8) else {
            return []
        }
        let rows = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard let header = rows.first, let file = header.firstIndex(of: "file"),
            let readable = header.firstIndex(of: "readable")
        else { return [] }
        return rows.dropFirst().filter { $0.count > readable }.map {
            Entry(file: String($0[file]), isReadable: $0[readable] == "yes")
        }
    }()

    static func json(_ url: URL) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
    }
}
