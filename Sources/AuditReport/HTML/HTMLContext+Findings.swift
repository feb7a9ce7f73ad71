import AuditRules
import Messages

extension HTMLContext {
    /// Findings of one rule in one agency.
    struct FindingKey: Hashable {
        let rule: String
        let agency: String
    }

    static func indexFindings(_ findings: [FindingDocument]) -> [FindingKey: [FindingDocument]] {
        Dictionary(
            grouping: findings.lazy.filter { $0.verdict == "fail" || $0.verdict == "warn" },
            by: { FindingKey(rule: $0.rule, agency: $0.agency) })
    }

    /// What a finding says: the rule's sentence with its values, each kept apart from the direction of the text
    /// around it, its subject linked to where the page describes it.
    func text(of finding: FindingDocument) -> HTMLMarkup {
        let subject = HTMLSubject(context: self)
        guard let rule = rule(finding.rule) else {
            return "\(subject.markup(finding.subject)): \(finding.text[language])"
        }
        let sentence = (finding.verdict == "warn" ? rule.text.warning : rule.text.finding)[language]
        let text = Self.fill(sentence, finding.values) { key, value in
            key == finding.subject.kind ? subject.markup(finding.subject, label: value) : list(value)
        }
        return sentence.contains("{\(finding.subject.kind)}") ? text : "\(subject.markup(finding.subject)): \(text)"
    }

    /// A value that may name machines by their ids: each is called and linked as elsewhere in the page.
    private func list(_ value: String) -> HTMLMarkup {
        let parts = value.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
        guard parts.contains(where: hasHost) else { return HTMLMarkup.name(value) }
        return parts.map { part -> HTMLMarkup in
            hasHost(part)
                ? HTMLSubject(context: self).markup(SubjectDocument(kind: "host", id: part)) : HTMLMarkup.name(part)
        }.joined(separator: ", ")
    }

    /// Replaces each `{name}` once; a placeholder without a value becomes an en dash.
    static func fill(
        _ sentence: String, _ values: [String: String], value: (_ key: String, _ text: String) -> HTMLMarkup
    ) -> HTMLMarkup {
        var result = HTMLMarkup.empty
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            result += HTMLMarkup(text: String(rest[..<open]))
            let key = String(rest[rest.index(after: open)..<close])
            result += values[key].map { value(key, $0) } ?? "–"
            rest = rest[rest.index(after: close)...]
        }
        return result + HTMLMarkup(text: String(rest))
    }
}
