extension FactKey {
    /// The text of `Docs/Facts.md`.
    public static var markdown: String {
        var lines = [
            "# Facts", "",
            "Generated from `FactKey`; do not edit. A condition of a rule is `fact operator value`; a fact that is absent",
            "makes it *unknown*. Counts have no unit, durations are written `5 min`, `24 h`, `35 d`, shares `20 %`.",
            "",
            "Instead of a value a condition may name what `site.yaml` says under `policy`: "
                + PolicyKey.allCases.map { "`\($0.name)`" }.joined(separator: ", ") + ".",
        ]
        for kind in SubjectKind.allCases {
            let keys = allCases.filter { $0.kind == kind }
            if keys.isEmpty { continue }
            lines += ["", "## \(kind.rawValue)", ""]
            lines += ["| Fact | Type | Meaning | Absent when | Command |", "|---|---|---|---|---|"]
            lines += keys.map { key in
                let fact = key.definition
                let type = fact.unit.isEmpty ? fact.type.name : "\(fact.type.name), \(fact.unit)"
                return "| `\(fact.name)` | \(type) | \(fact.meaning) | \(fact.absent.isEmpty ? "–" : fact.absent) | "
                    + "`\(fact.command)` |"
            }
        }
        lines += [
            "", "# Values", "", "What the texts of a rule may show in braces, beside the facts of their subject.", "",
        ]
        lines += ["| Value | Of | Meaning |", "|---|---|---|"]
        lines += ValueKey.allCases.map { value in
            let kinds =
                value.kinds == SubjectKind.allCases ? "all" : value.kinds.map(\.rawValue).joined(separator: ", ")
            return "| `{\(value.rawValue)}` | \(kinds) | \(value.meaning) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
