import AuditReport
import Messages
import TrafficObservation

/// What an import found, for a terminal.
struct ImportText {
    private let result: ImportWork.Result
    private let language: Language

    init(_ result: ImportWork.Result, _ language: Language) {
        self.result = result
        self.language = language
    }

    var text: String {
        var lines = result.files.map { file in
            word(
                .file(
                    path: file.path, kind: file.kind.rawValue, hosts: file.hosts.count, services: file.services.count,
                    leases: file.leases.count, names: file.names.count))
        }
        let document = result.document
        if result.failures.isEmpty {
            lines.append(
                word(.counts(added: document.added, changed: document.changed, unchanged: document.unchanged)))
            lines += document.changes.prefix(Self.mostLines).map { "  \($0.change) \($0.host.printable)" }
            lines += document.conflicts.map { conflict in
                word(
                    .conflict(
                        file: conflict.file, line: Int(conflict.line), host: conflict.host, column: conflict.column,
                        siteSays: conflict.siteSays, fileSays: conflict.fileSays))
            }
            if document.dryRun { lines.append(word(.dryRun)) }
        } else {
            lines.append(word(.problems(count: document.errors.count)))
            lines.append(word(.nothingWritten))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Changes that are listed; the JSON output has all.
    private static let mostLines = 50

    private func word(_ message: ImportCommandMessage) -> String { message.text(in: language) }
}
