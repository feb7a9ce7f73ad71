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

    /// What a finding says: the rule's sentence with its values, each kept apart from the text around it.
    /// A placeholder without a value becomes an en dash.
    func text(of finding: FindingDocument) -> HTMLMarkup {
        guard let rule = rule(finding.rule) else { return "\(say(.textMissing(rule: finding.rule)))" }
        let sentence = finding.verdict == "warn" ? rule.text.warning : rule.text.finding
        return Self.fill(sentence[language], finding.values) { value in
            hasHost(value) ? hostLabel(value) : value
        }
    }

    static func fill(
        _ sentence: String, _ values: [String: String], display: (String) -> String = { $0 }
    ) -> HTMLMarkup {
        var result = HTMLMarkup.empty
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            result += HTMLMarkup(text: String(rest[..<open]))
            let key = String(rest[rest.index(after: open)..<close])
            result += values[key].map { HTMLMarkup.name(display($0)) } ?? "–"
            rest = rest[rest.index(after: close)...]
        }
        return result + HTMLMarkup(text: String(rest))
    }
}
