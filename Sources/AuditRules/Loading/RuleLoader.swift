import Messages

/// Rule files to rules. The built-in text and a user's own files go through here.
public struct RuleLoader {
    /// A rule file: where it was found, and what it says.
    public typealias File = (path: String, text: String)

    private let problems = RuleProblemCollector()

    private init() {}

    /// All rules, sorted by id; or everything that is wrong in any of the files.
    public static func load(_ files: [File]) throws(RuleError) -> [Rule] {
        let loader = RuleLoader()
        let loaded = files.map { file in
            RuleYAML(file: file.path, problems: loader.problems).root(of: file.text).flatMap { root in
                RuleReader(file: file.path, problems: loader.problems).rule(root)
            }
        }
        loader.checkIdentifiers(loaded.compactMap { $0 })
        try loader.problems.throwAny(order: files.map(\.path))
        return loaded.compactMap { $0?.rule }.sorted { $0.id < $1.id }
    }

    private func checkIdentifiers(_ loaded: [LoadedRule]) {
        var owners: [String: LoadedRule] = [:]
        for rule in loaded {
            for id in [rule.id] + rule.aliases {
                if let owner = owners[id] {
                    problems.add(
                        .duplicateRule(id, file: owner.file, line: owner.line), file: rule.file, line: rule.line,
                        column: rule.column)
                } else {
                    owners[id] = rule
                }
            }
        }
    }
}

/// A rule file with the place of its id; the rule is nil after a problem.
struct LoadedRule {
    let file: String
    let id: String
    let aliases: [String]
    let line: Int
    let column: Int
    let rule: Rule?
}
