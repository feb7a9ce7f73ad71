import Messages

/// What a `{…}` in a rule's text stands for.
enum Placeholder: Sendable, Hashable {
    case value(ValueKey)
    case fact(FactKey)

    init?(name: String) {
        if let value = ValueKey(rawValue: name) {
            self = .value(value)
        } else if let fact = FactKey(name: name) {
            self = .fact(fact)
        } else {
            return nil
        }
    }
}

/// A rule's text cut at its placeholders. A placeholder is a name in braces without spaces: `{host}`,
/// `{host.ipv4Frames}`; other braces, as in a configuration file, stand for themselves.
enum TextPart: Hashable {
    case text(Substring)
    case placeholder(Substring)

    static func parts(of template: String) -> [TextPart] {
        var parts: [TextPart] = []
        var rest = template[...]
        var start = rest.startIndex
        while let open = rest[start...].firstIndex(of: "{") {
            let inside = rest[rest.index(after: open)...]
            let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
            guard let first = name.first, first.isLetter, inside[name.endIndex...].first == "}" else {
                start = rest.index(after: open)
                continue
            }
            if open > rest.startIndex { parts.append(.text(rest[..<open])) }
            parts.append(.placeholder(name))
            rest = rest[rest.index(after: name.endIndex)...]
            start = rest.startIndex
        }
        if !rest.isEmpty { parts.append(.text(rest)) }
        return parts
    }

    /// The names in a text, without repetition, in order of appearance.
    static func placeholders(in template: String) -> [String] {
        var names: [String] = []
        for case .placeholder(let name) in parts(of: template) where !names.contains(String(name)) {
            names.append(String(name))
        }
        return names
    }
}

extension RuleText {
    /// All its texts, by key.
    var all: [(key: String, text: LocalizedText)] {
        [
            ("title", title), ("finding", finding), ("warning", warning), ("why", why), ("remediation", remediation),
            ("verify", verify),
        ]
    }

    var placeholders: [Placeholder] {
        var known: Set<String> = []
        return all.flatMap { TextPart.placeholders(in: $0.text.english) }
            .filter { known.insert($0).inserted }.compactMap { Placeholder(name: $0) }
    }
}
