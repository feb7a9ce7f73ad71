/// What groups give to the statements that apply them. Groups of groups, exceptions and `${node}` are passed over.
struct JunosGroups {
    /// Statements that groups may add.
    private static let limit = 200_000

    private var groups: [String: [JunosStatement]] = [:]
    /// The words that stand below a path, of interfaces and units.
    private var children: [[String]: Set<String>] = [:]

    /// The statements without the groups, then what the groups add.
    static func applied(_ statements: [JunosStatement]) -> [JunosStatement] {
        var own: [JunosStatement] = []
        var table = JunosGroups()
        for statement in statements {
            if statement.path.first == "groups", statement.path.count > 2 {
                table.groups[statement.path[1], default: []].append(
                    JunosStatement(path: Array(statement.path[2...]), line: statement.line))
            } else {
                own.append(statement)
                for depth in [1, 3] where statement.path.count > depth && statement.path.first == "interfaces" {
                    table.children[Array(statement.path[..<depth]), default: []].insert(statement.path[depth])
                }
            }
        }
        guard !table.groups.isEmpty else { return own }
        var added: [JunosStatement] = []
        for statement in own {
            guard let place = statement.path.firstIndex(of: "apply-groups") else { continue }
            for name in statement.path[(place + 1)...] {
                table.apply(name, at: Array(statement.path[..<place]), to: &added)
            }
        }
        return own + added
    }

    private func apply(_ name: String, at prefix: [String], to added: inout [JunosStatement]) {
        for statement in groups[name] ?? [] {
            guard added.count < Self.limit else { return }
            let path = statement.path
            guard path.count > prefix.count, zip(path, prefix).allSatisfy({ Self.matches($1, pattern: $0) }) else {
                continue
            }
            for expanded in expand(prefix, Array(path[prefix.count...])) where added.count < Self.limit {
                added.append(JunosStatement(path: expanded, line: statement.line))
            }
        }
    }

    /// The paths with the wildcards of `rest` replaced by what is there.
    private func expand(_ prefix: [String], _ rest: [String]) -> [[String]] {
        guard let place = rest.firstIndex(where: Self.isPattern) else { return [prefix + rest] }
        let fixed = prefix + rest[..<place]
        let names = (children[fixed] ?? []).filter { Self.matches($0, pattern: rest[place]) }.sorted()
        return names.flatMap { expand(fixed + [$0], Array(rest[(place + 1)...])) }
    }

    private static func isPattern(_ word: String) -> Bool { word.hasPrefix("<") && word.hasSuffix(">") }

    /// `<ge-*>` and the like; without `<>` the word itself.
    static func matches(_ word: String, pattern: String) -> Bool {
        guard isPattern(pattern) else { return word == pattern }
        let parts = pattern.dropFirst().dropLast().split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return word == pattern.dropFirst().dropLast()
        }
        guard word.hasPrefix(first) else { return false }
        var rest = word.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
