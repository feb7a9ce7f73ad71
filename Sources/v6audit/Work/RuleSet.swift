import AuditRules
import Foundation
import Messages
import RuleCatalog

/// The built-in rules and those of the user, with what identifies them.
struct RuleSet {
    let rules: [Rule]
    /// The text of all of them: part of an audit's id.
    let fingerprint: [UInt8]

    static func load(folders: [String], _ failure: Failure) throws(ExitStatus) -> RuleSet {
        var sources = BuiltInText.rules.map { ($0.path, $0.text) as RuleLoader.File }
        for folder in folders { sources += try files(in: folder, failure) }
        do {
            let rules = try RuleLoader.load(sources)
            let text = sources.map { $0.path + "\n" + $0.text }.joined(separator: "\n")
            return RuleSet(rules: rules, fingerprint: Array(text.utf8))
        } catch {
            throw report(error, failure)
        }
    }

    /// All rule files below a folder, sorted by path; case files are not rules.
    static func files(in folder: String, _ failure: Failure) throws(ExitStatus) -> [RuleLoader.File] {
        guard let walker = FileManager.default.enumerator(atPath: folder),
            FileManager.default.fileExists(atPath: folder)
        else { throw failure.couldNotRun("rules", CommandMessage.rulesFolderMissing(path: folder), file: folder) }
        let names = walker.compactMap { $0 as? String }.filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml")
        }.sorted()
        guard !names.isEmpty else {
            throw failure.couldNotRun("rules", CommandMessage.rulesFolderMissing(path: folder), file: folder)
        }
        var sources: [RuleLoader.File] = []
        for name in names {
            let path = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else {
                throw failure.couldNotRun("rules", CommandMessage.notUTF8(path: path), file: path)
            }
            sources.append((path, text))
        }
        return sources
    }

    static func report(_ error: RuleError, _ failure: Failure) -> ExitStatus {
        failure.rules(error)
        return .couldNotRun
    }
}
