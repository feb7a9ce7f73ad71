import Foundation

/// Writes the rule files of a folder into one Swift file of raw string literals. The same files give the same bytes.
@main
struct EmbedText {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            complain("usage: embed-text Sources/RuleCatalog", status: 64)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
        do {
            let files = try EmbeddedFile.all(in: folder.appendingPathComponent("Rules", isDirectory: true))
            let target = folder.appendingPathComponent("RuleCatalog+Generated.swift")
            try Data(GeneratedSource.text(of: files).utf8).write(to: target, options: .atomic)
        } catch let problem as EmbedProblem {
            complain(problem.text, status: 2)
        } catch {
            complain("\(error)", status: 2)
        }
    }

    private static func complain(_ text: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data("embed-text: \(text)\n".utf8))
        exit(status)
    }
}

/// A file that cannot be embedded.
struct EmbedProblem: Error {
    let text: String
}
