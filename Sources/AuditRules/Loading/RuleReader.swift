import Messages

/// The root of one rule file to a rule.
struct RuleReader {
    let file: String
    let problems: RuleProblemCollector

    private static let keys = [
        "id", "slug", "since", "severity", "warnSeverity", "aliases", "phase", "scope", "references", "applies",
        "needs", "passNeeds", "fails", "warns", "question", "text",
    ]

    /// Nil where not even the id can be read.
    func rule(_ root: RuleNode) -> LoadedRule? {
        guard let mapping = RuleMapping(root, name: "rule", keys: Self.keys, file: file, problems: problems) else {
            return nil
        }
        let id = identifier(mapping)
        let slug = mapping.required("slug").flatMap { _ in mapping.value("slug", .slug) { Self.isSlug($0) ? $0 : nil } }
        let since = mapping.requiredText("since")
        let severity = mapping.requiredWord("severity", as: Severity.self)
        let warnSeverity = mapping.word("warnSeverity", as: Severity.self)
        let aliases = mapping.list("aliases").compactMap { identifier($0, "aliases", mapping) }
        let phase = mapping.requiredWord("phase", as: Phase.self)
        let scope = mapping.requiredWord("scope", as: SubjectKind.self)
        let references = references(mapping)
        let conditions = scope.flatMap { self.conditions(mapping, $0) }
        let question = mapping["question"].flatMap { self.question($0) }
        checkParts(mapping)
        let text = text(mapping, scope)

        guard let id else { return nil }
        var rule: Rule?
        if let slug, let since, let severity, let phase, let scope, let conditions, let text {
            rule = Rule(
                id: id, slug: slug, since: since, severity: severity, warnSeverity: warnSeverity ?? severity,
                aliases: aliases, phase: phase, scope: scope, references: references, conditions: conditions,
                question: question, text: text, path: file)
        }
        let place = mapping["id"] ?? root
        return LoadedRule(
            file: file, id: id, aliases: aliases, line: place.line, column: place.column, rule: rule)
    }

    private func checkParts(_ mapping: RuleMapping) {
        let verdicts = ["fails", "warns"].filter { mapping[$0] != nil }
        if mapping["question"] == nil {
            if verdicts.isEmpty { mapping.report(.asksNothing, at: mapping.node) }
        } else {
            for key in verdicts + ["needs", "passNeeds"] {
                if let node = mapping[key] { mapping.report(.asksTwice(key), at: node) }
            }
        }
        if mapping["warns"] == nil, mapping["question"] == nil, let node = mapping["warnSeverity"] {
            mapping.report(.withoutWarning("warnSeverity"), at: node)
        }
    }

    // MARK: Names

    private func identifier(_ mapping: RuleMapping) -> String? {
        mapping.required("id").flatMap { identifier($0, "id", mapping) }
    }

    private func identifier(_ node: RuleNode, _ key: String, _ mapping: RuleMapping) -> String? {
        guard let text = mapping.text(node, key) else { return nil }
        guard Self.isIdentifier(text) else {
            mapping.report(.wrongForm(key: key, value: text, expected: .identifier), at: node)
            return nil
        }
        return text
    }

    /// A family of two to eight capitals and digits that begins with a capital, `-`, two or three digits.
    static func isIdentifier(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, (0x41...0x5a).contains(first) else { return false }
        return (2...8).contains(parts[0].utf8.count) && (2...3).contains(parts[1].utf8.count)
            && parts[0].utf8.allSatisfy { (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) }
            && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func isSlug(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
        }
    }

    private func references(_ mapping: RuleMapping) -> [RuleReference] {
        mapping.list("references").compactMap { node in
            guard
                let reference = RuleMapping(
                    node, name: "references", keys: ["text", "verified"], file: file, problems: problems)
            else { return nil }
            let text = reference.requiredText("text")
            let verified = reference.required("verified").flatMap { _ in
                reference.value("verified", .boolean) { $0 == "true" ? true : $0 == "false" ? false : nil }
            }
            guard let text, let verified else { return nil }
            return RuleReference(text: text, verified: verified)
        }
    }

    // MARK: Conditions

    private func conditions(_ mapping: RuleMapping, _ scope: SubjectKind) -> RuleConditions? {
        let reader = ConditionReader(scope: scope, file: file, problems: problems)
        let keys = ["applies", "needs", "passNeeds", "fails", "warns"]
        let read = keys.map { key in mapping[key].map { reader.condition($0, key) } }
        // Present and not understood.
        if read.contains(where: { $0 == .some(.none) }) { return nil }
        let conditions = read.map { $0.flatMap { $0 } }
        return RuleConditions(
            applies: conditions[0] ?? .all([]), needs: conditions[1] ?? .all([]), passNeeds: conditions[2] ?? .all([]),
            fails: conditions[3], warns: conditions[4])
    }

    // MARK: Texts

    private static let textKeys = ["title", "finding", "warning", "why", "remediation", "verify"]

    private func text(_ mapping: RuleMapping, _ scope: SubjectKind?) -> RuleText? {
        guard let texts = mapping.mapping("text", keys: Self.textKeys) else { return nil }
        let (fails, warns) = (mapping["fails"] != nil, mapping["warns"] != nil)
        if fails, warns, texts["warning"] == nil { texts.report(.warningTextMissing, at: texts.node) }
        if !(fails && warns), let node = texts["warning"] { texts.report(.withoutWarning("warning"), at: node) }
        func text(_ key: String) -> LocalizedText? {
            guard let node = texts.required(key), let text = texts.localizedText(node, key) else { return nil }
            if let scope {
                for problem in PlaceholderCheck(scope: scope).problems(of: text, key: key) {
                    texts.report(problem, at: node)
                }
            }
            return text
        }
        let (title, finding) = (text("title"), text("finding"))
        let warning = texts["warning"] == nil ? finding : text("warning")
        let (why, remediation, verify) = (text("why"), text("remediation"), text("verify"))
        guard let title, let finding, let warning, let why, let remediation, let verify else { return nil }
        return RuleText(
            title: title, finding: finding, warning: warning, why: why, remediation: remediation, verify: verify)
    }
}
