import Messages
import NetworkTypes
import SiteModel

/// The keys of one mapping of a rule file as values. What cannot be read is reported at its place and gives nil, and
/// reading goes on so that one load reports everything.
struct RuleMapping {
    let file: String
    let node: RuleNode
    let problems: RuleProblemCollector
    private let values: [String: RuleNode]

    /// `name` is the key under which the mapping stands, for the report that it is none.
    init?(_ node: RuleNode, name: String, keys: [String], file: String, problems: RuleProblemCollector) {
        guard case .mapping(let entries) = node.content else {
            problems.add(
                .wrongForm(key: name, value: nil, expected: .mapping), file: file, line: node.line, column: node.column)
            return nil
        }
        var values: [String: RuleNode] = [:]
        for (key, name, value) in entries {
            if keys.contains(name) {
                values[name] = value
            } else {
                problems.add(
                    .unknownKey(name, suggestion: NearestWord.of(name, among: keys)), file: file, line: key.line,
                    column: key.column)
            }
        }
        self.file = file
        self.node = node
        self.problems = problems
        self.values = values
    }

    func report(_ message: RuleMessage, at node: RuleNode) {
        problems.add(message, file: file, line: node.line, column: node.column)
    }

    /// Nil: absent or null.
    subscript(key: String) -> RuleNode? {
        guard let value = values[key], !value.isNull else { return nil }
        return value
    }

    func required(_ key: String) -> RuleNode? {
        if self[key] == nil { report(.missingKey(key), at: node) }
        return self[key]
    }

    func mapping(_ key: String, keys: [String]) -> RuleMapping? {
        required(key).flatMap { RuleMapping($0, name: key, keys: keys, file: file, problems: problems) }
    }

    // MARK: Texts

    func text(_ node: RuleNode, _ key: String) -> String? {
        guard case .text(let text) = node.content else {
            report(.wrongForm(key: key, value: nil, expected: .text), at: node)
            return nil
        }
        return text
    }

    func text(_ key: String) -> String? { self[key].flatMap { text($0, key) } }

    func requiredText(_ key: String) -> String? { required(key).flatMap { text($0, key) } }

    /// A text in both languages.
    func localizedText(_ key: String) -> LocalizedText? { required(key).flatMap { localizedText($0, key) } }

    func localizedText(_ node: RuleNode, _ key: String) -> LocalizedText? {
        guard case .mapping = node.content else {
            report(.wrongForm(key: key, value: nil, expected: .localizedText), at: node)
            return nil
        }
        guard let mapping = RuleMapping(node, name: key, keys: ["vi", "en"], file: file, problems: problems) else {
            return nil
        }
        let texts = [Language.vietnamese, .english].map { language -> String? in
            guard let node = mapping[language.rawValue] else {
                report(.missingLanguage(key: key, language: language), at: mapping.node)
                return nil
            }
            guard let text = mapping.text(node, "\(key).\(language.rawValue)") else { return nil }
            let trimmed = text.trimmedEnd
            if trimmed.isEmpty { report(.missingLanguage(key: key, language: language), at: node) }
            return trimmed.isEmpty ? nil : trimmed
        }
        guard let vietnamese = texts[0], let english = texts[1] else { return nil }
        return LocalizedText(vi: vietnamese, en: english)
    }

    // MARK: Values

    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, as type: Word.Type = Word.self) -> Word? {
        self[key].flatMap { word($0, key) }
    }

    func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, as type: Word.Type = Word.self
    ) -> Word? {
        required(key).flatMap { word($0, key) }
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(_ node: RuleNode, _ key: String) -> Word? {
        guard let text = text(node, key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let allowed = Word.allCases.map(\.rawValue)
        report(
            .unknownWord(
                key: key, value: text, allowed: allowed, suggestion: NearestWord.of(text, among: allowed)), at: node)
        return nil
    }

    /// A value of a form of its own; what `read` does not understand is reported.
    func value<Value>(_ key: String, _ form: RuleMessage.Form, _ read: (String) -> Value?) -> Value? {
        guard let node = self[key], let text = text(node, key) else { return nil }
        guard let value = read(text) else {
            report(.wrongForm(key: key, value: text, expected: form), at: node)
            return nil
        }
        return value
    }

    func duration(_ key: String) -> Duration? { value(key, .duration) { DurationText.parse($0) } }

    func date(_ key: String) -> CalendarDate? { value(key, .date) { CalendarDate($0) } }

    /// The members of a list; empty: absent, null or not a list.
    func list(_ key: String) -> [RuleNode] {
        guard let value = self[key] else { return [] }
        guard case .list(let members) = value.content else {
            report(.wrongForm(key: key, value: nil, expected: .list), at: value)
            return []
        }
        return members
    }

    func entries(_ key: String) -> [(key: RuleNode, name: String, value: RuleNode)] {
        guard let value = self[key] else { return [] }
        guard case .mapping(let entries) = value.content else {
            report(.wrongForm(key: key, value: nil, expected: .mapping), at: value)
            return []
        }
        return entries
    }
}

extension String {
    /// Without the spaces and line ends at its end, which block texts of YAML leave.
    var trimmedEnd: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
