import AuditReport
import AuditRules
import Messages

/// The checklists of an audit for a terminal: by agency, in the order of the work.
struct ChecklistText {
    let text: String

    init(_ document: AuditDocument, _ rules: [Rule], _ language: Language, agency: String?) {
        let titles = Dictionary(rules.map { ($0.id, $0.text.title[language]) }, uniquingKeysWith: { first, _ in first })
        var lines: [String] = []
        for checklist in document.checklists where agency == nil || checklist.agency == agency {
            let name = document.agencies.first { $0.id == checklist.agency }.map {
                language == .vietnamese ? $0.name.vi : $0.name.en
            }
            let head = name ?? CommandMessage.unassigned.text(in: language)
            if checklist.agency == AuditSnapshot.unassigned, checklist.items.isEmpty, checklist.toSettle.isEmpty {
                continue
            }
            lines.append(CommandMessage.checklistHead(agency: head, phase: checklist.phase).text(in: language))
            let questions = checklist.items.filter { $0.kind == "question" }.count
            lines.append(
                CommandMessage.checklistCounts(
                    open: checklist.items.count - questions, unknown: checklist.toSettle.count, needsAnswer: questions
                ).text(in: language))
            for item in checklist.items {
                let severity = CommandMessage.severityWord(item.severity).text(in: language)
                let count = CommandMessage.subjects(count: item.subjects.count).text(in: language)
                lines.append("  \(item.phase) [\(severity)] \(item.rule) \(titles[item.rule] ?? "") — \(count)")
                for subject in item.subjects.prefix(3) { lines.append("      \(subject.kind) \(subject.id.printable)") }
            }
            if !checklist.toSettle.isEmpty {
                lines.append(CommandMessage.toSettle.text(in: language))
                for item in checklist.toSettle {
                    lines.append("  \(item.phase) \(item.rule) \(titles[item.rule] ?? "")")
                    for missing in item.missing.prefix(2) {
                        let line = CommandMessage.missingLine(fact: missing.fact, command: missing.command)
                        lines.append("      " + line.text(in: language))
                    }
                }
            }
            lines.append("")
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}
