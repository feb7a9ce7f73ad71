import AuditRules
import Messages

/// One item of a checklist: what was found, why it matters, what to do, how to check, and the proof.
struct HTMLChecklistItem {
    let context: HTMLContext
    let agency: String
    let item: ChecklistItemDocument

    var markup: HTMLMarkup {
        let rule = context.rule(item.rule)
        let findings = context.findings(item.rule, agency)
        return """
            <article class="item \(item.severity)" id="\(HTMLContext.anchor("i", item.id))">
            <h4><span class="id">\(item.rule)</span> \(context.title(of: item.rule))</h4>
            <ul class="meta"><li><span class="tag \(item.severity)">\(context.say(.severity(item.severity)))</span></li>\
            <li>\(item.phase): \(context.say(.phase(item.phase)))</li><li>\(context.say(.status(item.status)))</li>\
            \(assignment)</ul>
            <dl>
            <dt>\(context.say(.found))</dt><dd>\(found(findings))</dd>
            \(rule.map(texts) ?? textMissing)</dl>
            \(HTMLEvidence(context: context).list(findings))</article>

            """
    }

    private var assignment: HTMLMarkup {
        var parts = HTMLMarkup.empty
        if let assignee = item.assignee { parts += "<li>\(context.say(.assignee)): \(HTMLMarkup.name(assignee))</li>" }
        if let due = item.due { parts += "<li>\(context.say(.due)): \(context.date(due))</li>" }
        if let note = item.note { parts += "<li>\(HTMLMarkup.name(note))</li>" }
        return parts
    }

    /// One line for each subject, the first ones in the open.
    private func found(_ findings: [FindingDocument]) -> HTMLMarkup {
        let waived = Set(item.subjects.filter(\.waived).map { SubjectDocument(kind: $0.kind, id: $0.id) })
        let lines = findings.map { finding -> HTMLMarkup in
            let mark: HTMLMarkup =
                waived.contains(finding.subject)
                ? " <span class=\"tag\">\(context.say(.status("waived")))</span>" : .empty
            return "<li>\(context.text(of: finding))\(mark)</li>\n"
        }
        let open: HTMLMarkup = "<ul>\(lines.prefix(Self.inTheOpen).joined())</ul>"
        let rest = lines.dropFirst(Self.inTheOpen)
        guard !rest.isEmpty else { return open }
        return open + HTMLMarkup.details("\(context.say(.more(rest.count)))", "<ul>\(rest.joined())</ul>")
    }

    private var textMissing: HTMLMarkup {
        "<dt>\(context.say(.remediation))</dt><dd>\(context.say(.textMissing(rule: item.rule)))</dd>\n"
    }

    private func texts(_ rule: Rule) -> HTMLMarkup {
        let language = context.language
        let references = rule.references.map { reference -> HTMLMarkup in
            reference.verified
                ? "<li>\(reference.text)</li>"
                : "<li>\(reference.text) <span class=\"tag\">\(context.say(.notVerified))</span></li>"
        }
        return """
            <dt>\(context.say(.why))</dt><dd>\(HTMLMarkup.prose(rule.text.why[language]))</dd>
            <dt>\(context.say(.remediation))</dt><dd>\(HTMLMarkup.prose(rule.text.remediation[language]))</dd>
            <dt>\(context.say(.verify))</dt><dd>\(HTMLMarkup.prose(rule.text.verify[language]))</dd>
            <dt>\(context.say(.references))</dt><dd><ul class="plain">\(references.joined())</ul></dd>

            """
    }

    private static let inTheOpen = 8
}
