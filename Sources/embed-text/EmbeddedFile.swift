import Foundation

/// One rule file: its path below the catalogue's folder, with `/`, and its text.
struct EmbeddedFile {
    let path: String
    let text: String

    /// All rule files below a folder, without the cases beside them, sorted by the bytes of the path.
    static func all(in folder: URL) throws -> [EmbeddedFile] {
        let base = folder.standardizedFileURL.path + "/"
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            throw EmbedProblem(text: "cannot read \(folder.path)")
        }
        var files: [EmbeddedFile] = []
        for case let file as URL in walk where file.lastPathComponent.hasSuffix(".yaml") {
            let path = file.standardizedFileURL.path
            if path.hasSuffix(".cases.yaml") { continue }
            guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
                throw EmbedProblem(text: "\(path) is not UTF-8")
            }
            if text.unicodeScalars.contains("\r") { throw EmbedProblem(text: "\(path) has carriage returns") }
            files.append(EmbeddedFile(path: String(path.dropFirst(base.count)), text: text))
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
