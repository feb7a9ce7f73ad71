import Messages
import Yams

/// A value of a rule file: what was written, as text, and where.
struct RuleNode {
    enum Content {
        /// Nothing, `~` or `null`, without quotes.
        case null
        case text(String)
        case list([RuleNode])
        case mapping([(key: RuleNode, name: String, value: RuleNode)])
    }

    let content: Content
    /// 1-based.
    let line: Int
    /// Of the first character of the value, behind an opening quote; in characters, 1-based.
    let column: Int

    var isNull: Bool {
        if case .null = content { return true }
        return false
    }
}

/// YAML text to nodes with places; refuses anchors, aliases, composite keys and deep nesting.
struct RuleYAML {
    /// The deepest nesting that a rule file may have.
    static let depthLimit = 16
    /// The largest rule file, in bytes.
    private static let sizeLimit = 1 << 20
    /// How many brackets or words like aliases a text may hold before the parser is not even asked: its recursion
    /// and the multiplication of aliases cannot be limited.
    private static let suspiciousLimit = 2000

    let file: String
    let problems: RuleProblemCollector

    /// The root of the only document; nil after a problem that leaves nothing to read.
    func root(of text: String) -> RuleNode? {
        let brackets = text.utf8.reduce(into: 0) { $0 += $1 == 0x5b || $1 == 0x7b || $1 == 0x2a ? 1 : 0 }
        guard brackets <= Self.suspiciousLimit, text.utf8.count <= Self.sizeLimit else {
            problems.add(.tooDeep(limit: Self.depthLimit), file: file)
            return nil
        }
        do {
            // Anchors are held by the parser, so it has to outlive the walk.
            let parser = try Parser(yaml: text, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                problems.add(.empty, file: file)
                return nil
            }
            return withExtendedLifetime(parser) { convert(root, depth: 1) }
        } catch let error as YamlError {
            report(error)
        } catch {
            problems.add(.syntax(detail: "\(error)"), file: file)
        }
        return nil
    }

    private func convert(_ node: Node, depth: Int) -> RuleNode? {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        func refuse(_ message: RuleMessage) -> RuleNode? {
            problems.add(message, file: file, line: line, column: column)
            return nil
        }
        if node.anchor != nil { return refuse(.anchorRefused) }
        guard depth <= Self.depthLimit else { return refuse(.tooDeep(limit: Self.depthLimit)) }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return RuleNode(
                content: isNull ? .null : .text(scalar.string), line: line, column: quoted ? column + 1 : column)
        case .sequence(let sequence):
            return RuleNode(
                content: .list(sequence.compactMap { convert($0, depth: depth + 1) }), line: line, column: column)
        case .mapping(let mapping):
            var entries: [(key: RuleNode, name: String, value: RuleNode)] = []
            for (key, value) in mapping {
                guard let key = convert(key, depth: depth + 1), let value = convert(value, depth: depth + 1) else {
                    continue
                }
                guard case .text(let name) = key.content else {
                    problems.add(.keyNotText, file: file, line: key.line, column: key.column)
                    continue
                }
                entries.append((key, name, value))
            }
            return RuleNode(content: .mapping(entries), line: line, column: column)
        case .alias: return refuse(.anchorRefused)
        }
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            problems.add(.syntax(detail: problem), file: file, line: mark.line, column: mark.column)
        case .composer(_, let problem, let mark, _):
            let message: RuleMessage =
                problem.contains("document")
                ? .severalDocuments : problem.contains("alias") ? .anchorRefused : .syntax(detail: problem)
            problems.add(message, file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let keys, let context):
            problems.add(
                .duplicateKey(keys.first ?? ""), file: file, line: context.mark.line, column: context.mark.column)
        default: problems.add(.syntax(detail: "\(error)"), file: file)
        }
    }
}
