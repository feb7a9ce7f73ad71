import Messages
import NetworkTypes
import SiteModel

/// The keys of one mapping as values. Unknown and duplicate keys, wrong forms and missing keys are reported; what
/// cannot be read gives nil, and reading goes on so that one load reports everything.
struct MappingReader {
    let scalars: ScalarReader
    let node: YAMLNode
    private let values: [String: YAMLNode]

    /// `name` is the key under which the mapping stands, for the report that it is none.
    init?(_ node: YAMLNode, name: String, keys: [String], scalars: ScalarReader) {
        guard case .mapping(let entries) = node.content else {
            if node.isRefused { return nil }
            scalars.report(.wrongForm(key: name, value: nil, expected: .mapping), line: node.line, column: node.column)
            return nil
        }
        var values: [String: YAMLNode] = [:]
        var lines: [String: Int] = [:]
        for entry in entries {
            let key = entry.key.value
            if let line = lines[key] {
                scalars.report(.duplicateKey(key, firstLine: line), at: entry.key)
                continue
            }
            lines[key] = entry.key.line
            if keys.contains(key) {
                values[key] = entry.value
            } else {
                scalars.report(
                    .unknownKey(key, suggestion: scalars.problems.suggestion(for: key, among: keys)), at: entry.key)
            }
        }
        self.scalars = scalars
        self.node = node
        self.values = values
    }

    /// The place of the mapping with something that concerns it as a whole.
    func here<Value>(_ value: Value) -> Located<Value> { Located(value: value, line: node.line, column: node.column) }

    /// Nil: absent or null.
    subscript(key: String) -> YAMLNode? {
        guard let value = values[key], !value.isNull else { return nil }
        return value
    }

    private func missing<Value>(_ key: String) -> Value? {
        scalars.report(.missingKey(key), at: here(key))
        return nil
    }

    // MARK: Texts

    /// Nil: absent, null or not a text.
    func text(_ key: String) -> Located<String>? { self[key].flatMap { text($0, key) } }

    /// An empty text counts as a missing one.
    func requiredText(_ key: String) -> Located<String>? {
        guard let value = self[key] else { return missing(key) }
        guard let text = text(value, key) else { return nil }
        return text.value.isEmpty ? missing(key) : text
    }

    private func text(_ node: YAMLNode, _ key: String) -> Located<String>? {
        guard case .text(let text) = node.content else {
            if node.isRefused { return nil }
            scalars.report(.wrongForm(key: key, value: nil, expected: .text), line: node.line, column: node.column)
            return nil
        }
        return Located(value: text, line: node.line, column: node.column)
    }

    /// A text in both languages; both are needed.
    func localizedText(_ key: String) -> LocalizedText? {
        guard let value = self[key] else { return missing(key) }
        guard case .mapping = value.content else {
            if value.isRefused { return nil }
            scalars.report(
                .wrongForm(key: key, value: nil, expected: .localizedText), line: value.line, column: value.column)
            return nil
        }
        guard let reader = MappingReader(value, name: key, keys: ["vi", "en"], scalars: scalars) else { return nil }
        return reader.bothLanguages()
    }

    /// The texts under `vi` and `en` of this mapping.
    func bothLanguages() -> LocalizedText? {
        let (vietnamese, english) = (requiredText("vi"), requiredText("en"))
        guard let vietnamese, let english else { return nil }
        return LocalizedText(vi: vietnamese.value, en: english.value)
    }

    // MARK: Values

    func value<Value>(_ key: String, _ read: (String, Located<String>) -> Value?) -> Value? {
        text(key).flatMap { read(key, $0) }
    }

    func required<Value>(_ key: String, _ read: (String, Located<String>) -> Value?) -> Value? {
        requiredText(key).flatMap { read(key, $0) }
    }

    func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
        text(key).flatMap { scalars.wholeNumber(key, $0, in: range) }
    }

    func reference(_ key: String, to kind: ProblemCollector.Reference) -> String? {
        text(key).flatMap { scalars.reference(key, $0, to: kind) }
    }

    func requiredReference(_ key: String, to kind: ProblemCollector.Reference) -> String? {
        requiredText(key).flatMap { scalars.reference(key, $0, to: kind) }
    }

    /// The days between two keys, both ends optional.
    func validity(_ from: String = "from", _ to: String = "to") -> Validity {
        let validity = Validity(from: value(from, scalars.date), to: value(to, scalars.date))
        let place = self[to] ?? node
        return scalars.checked(validity, line: place.line, column: place.column)
    }

    // MARK: Lists

    /// The members of a list; empty: absent, null or not a list.
    func list(_ key: String) -> [YAMLNode] {
        guard let value = self[key] else { return [] }
        guard case .list(let members) = value.content else {
            if value.isRefused { return [] }
            scalars.report(.wrongForm(key: key, value: nil, expected: .list), line: value.line, column: value.column)
            return []
        }
        return members
    }

    func requiredList(_ key: String, minimum: Int = 1) -> [YAMLNode] {
        guard let value = self[key] else {
            let _: Void? = missing(key)
            return []
        }
        let members = list(key)
        if case .list = value.content, members.count < minimum {
            scalars.report(.tooFew(key: key, minimum: minimum), line: value.line, column: value.column)
        }
        return members
    }

    func values<Value>(
        _ key: String, minimum: Int = 0, _ read: (String, Located<String>) -> Value?
    ) -> [Value] {
        let members = minimum > 0 ? requiredList(key, minimum: minimum) : list(key)
        return members.compactMap { text($0, key).flatMap { read(key, $0) } }
    }

    func references(_ key: String, minimum: Int = 0, to kind: ProblemCollector.Reference) -> [String] {
        values(key, minimum: minimum) { scalars.reference($0, $1, to: kind) }
    }

    /// The members of a list of mappings.
    func mappings(_ key: String, minimum: Int = 0, keys: [String]) -> [MappingReader] {
        let members = minimum > 0 ? requiredList(key, minimum: minimum) : list(key)
        return members.compactMap { MappingReader($0, name: key, keys: keys, scalars: scalars) }
    }

    func mapping(_ key: String, keys: [String]) -> MappingReader? {
        self[key].flatMap { MappingReader($0, name: key, keys: keys, scalars: scalars) }
    }

    /// An owner or parent list.
    func ownerships(_ key: String) -> [Ownership] {
        mappings(key, keys: ["agency", "from", "to"]).compactMap { line in
            let validity = line.validity()
            return line.requiredReference("agency", to: .agency).map { Ownership(agency: $0, validity: validity) }
        }
    }
}
