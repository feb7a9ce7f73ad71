import AuditRules
import Foundation

/// The folder Rules of the source tree.
enum RuleFolder {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/RuleCatalog", isDirectory: true)

    /// All YAML files, paths below `Sources/RuleCatalog/Rules`, sorted by their bytes.
    static func files() throws -> [RuleLoader.File] {
        let rules = root.appendingPathComponent("Rules", isDirectory: true).standardizedFileURL
        let names = try FileManager.default.subpathsOfDirectory(atPath: rules.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
            (name, try String(contentsOf: rules.appendingPathComponent(name), encoding: .utf8))
        }
    }

    static func rules() throws -> [RuleLoader.File] { try files().filter { !$0.path.hasSuffix(".cases.yaml") } }

    /// The cases beside a rule, nil where there are none.
    static func cases(of rule: Rule) throws -> [RuleCase]? {
        let name = rule.path.replacingOccurrences(of: ".yaml", with: ".cases.yaml")
        guard let file = try files().first(where: { $0.path == name }) else { return nil }
        return try RuleLoader.cases(file, for: rule)
    }
}
