import AuditRules
import Messages

/// A rule for a terminal.
struct RuleDescription {
    let text: String

    init(_ rule: Rule, _ language: Language) {
        let severity = CommandMessage.severityWord(rule.severity.rawValue).text(in: language)
        let part = { (heading: CommandMessage, text: LocalizedText) in
            "\n\(heading.text(in: language))\n\(text[language])\n"
        }
        let references = rule.references.map { reference in
            "  \(reference.text)" + (reference.verified ? "" : " (\(CommandMessage.notVerified.text(in: language)))")
        }
        text =
            "\(rule.id)  \(rule.text.title[language])\n\(rule.phase.rawValue), \(severity)\n"
            + part(.headingFinding, rule.text.finding) + part(.headingWhy, rule.text.why)
            + part(.headingRemediation, rule.text.remediation) + part(.headingVerify, rule.text.verify)
            + "\n\(CommandMessage.headingReferences.text(in: language))\n" + references.joined(separator: "\n") + "\n"
    }
}
