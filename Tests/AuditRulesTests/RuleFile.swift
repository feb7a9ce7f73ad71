import AuditRules
import Foundation
import Messages

/// Rule files for tests: a small valid one, with lines replaced or added.
enum RuleFile {
    /// The conditions that stand between the references and the text, lines 9 and following.
    static func text(
        id: String = "TEST-01", scope: String = "host", head: String = "",
        conditions: String = "fails: host.ipv6Frames == 0",
        finding: String = #"{en: "Seen: {host}", vi: "Thấy: {host}"}"#, warning: String = ""
    ) -> String {
        var lines = [
            "id: \(id)", "slug: a-test", "since: \"0.1\"", "severity: high", "phase: G1", "scope: \(scope)",
            "references:", "  - {text: \"RFC 4861 §4.2\", verified: true}",
        ]
        if !head.isEmpty { lines.append(head) }
        lines.append(conditions)
        lines += ["text:", "  title: {en: A test, vi: Một phép thử}", "  finding: \(finding)"]
        if !warning.isEmpty { lines.append("  warning: \(warning)") }
        lines += [
            "  why: {en: Because, vi: Bởi vì}", "  remediation: {en: Do it, vi: Hãy làm}",
            "  verify: {en: Look, vi: Hãy xem}",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    static func rule(_ text: String) throws -> Rule {
        let rules = try RuleLoader.load([("test.yaml", text)])
        return try rules.first ?? { throw CocoaError(.featureUnsupported) }()
    }

    /// `LINE:COLUMN code` of every problem.
    static func problems(_ text: String) -> [String] {
        do {
            _ = try RuleLoader.load([("test.yaml", text)])
            return []
        } catch {
            return error.problems.map { "\($0.line):\($0.column) \($0.message.code)" }
        }
    }

    static func messages(_ text: String) -> [String] {
        do {
            _ = try RuleLoader.load([("test.yaml", text)])
            return []
        } catch {
            return error.problems.map { $0.message.text(in: .english) }
        }
    }
}
