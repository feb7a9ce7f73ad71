import AuditReport
import Messages

/// A site's statements about machines for a terminal, or the lines of the file that a change concerns.
struct PinListText {
    private let document: PinsDocument
    private let language: Language

    init(_ document: PinsDocument, _ language: Language) {
        self.document = document
        self.language = language
    }

    private func word(_ message: some LocalizedMessage) -> String { message.text(in: language) }

    var text: String {
        if let change = document.change {
            return change.removedLines.map { "- \($0.printable)\n" }.joined()
                + change.addedLines.map { "+ \($0.printable)\n" }.joined()
        }
        guard !document.statements.isEmpty else { return word(PinMessage.none(file: document.file)) + "\n" }
        return document.statements.map(lines).joined()
    }

    private func lines(_ statement: PinsDocument.Statement) -> String {
        let relation = word(PinMessage.relation(isSame: statement.relation == "same"))
        let keys = statement.keys.map(\.printable).joined(separator: ", ")
        var lines = [
            "\(statement.number)  \(relation): \(keys)",
            "   " + word(PinMessage.said(by: statement.by, on: statement.on, why: statement.why)),
            "   \(document.file.printable):\(statement.line)",
        ]
        let state: PinMessage =
            if let audit = document.audit {
                statement.hosts.isEmpty ? .notInAudit(id: audit) : .holds(audit: audit, hosts: statement.hosts)
            } else {
                .noAudit
            }
        lines.append("   " + word(state))
        lines += statement.against.map { "   " + word(PinMessage.against(reason: word(ReportTerm.rejection($0)))) }
        return lines.joined(separator: "\n") + "\n"
    }
}
