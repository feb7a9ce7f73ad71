import Messages
import Yams

/// YAML text to nodes with places; refuses anchors, aliases, duplicate and composite keys and deep nesting.
struct YAMLReader {
    /// The deepest nesting that a site file may have.
    static let depthLimit = 32
    /// How many words that look like aliases a text may hold before it is refused unread: aliases can multiply.
    private static let aliasLimit = 64

    let file: String
    let problems: ProblemCollector
    /// Placeholders of earlier occurrences of duplicate keys, with the key and its place.
    private var hidden: [String: Located<String>] = [:]

    init(file: String, problems: ProblemCollector) {
        self.file = file
        self.problems = problems
    }

    /// The root of the only document; nil after a problem that leaves nothing to read.
    mutating func root(of text: String) -> YAMLNode? {
        if let place = Self.tooManyAliases(in: text) {
            problems.add(.anchorRefused, file: file, line: place.line, column: place.column)
            return nil
        }
        if let place = Self.tooDeep(in: text) {
            problems.add(.tooDeep(limit: Self.depthLimit), file: file, line: place.line, column: place.column)
            return nil
        }
        var text = text
        while true {
            do {
                // Anchors are held by the parser, so it has to outlive the walk.
                let parser = try Parser(yaml: text, encoding: .utf8)
                let root = try parser.singleRoot()
                return withExtendedLifetime(parser) { node(from: root) }
            } catch let error as YamlError {
                guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
                    let rewritten = hide(key, at: context.mark, in: text)
                else {
                    report(error, in: text)
                    for first in hidden.values {
                        problems.add(
                            .duplicateKey(first.value, firstLine: first.line), file: file, line: first.line,
                            column: first.column)
                    }
                    return nil
                }
                text = rewritten
            } catch {
                problems.add(.syntax(detail: "\(error)"), file: file)
                return nil
            }
        }
    }

    private func node(from root: Node?) -> YAMLNode? {
        guard let root else {
            problems.add(.empty, file: file)
            return nil
        }
        return convert(root, depth: 1)
    }

    private func convert(_ node: Node, depth: Int) -> YAMLNode {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        func refuse(_ message: SiteMessage) -> YAMLNode {
            problems.add(message, file: file, line: line, column: column)
            return YAMLNode(content: .refused, line: line, column: column)
        }
        if node.anchor != nil { return refuse(.anchorRefused) }
        guard depth <= Self.depthLimit else { return refuse(.tooDeep(limit: Self.depthLimit)) }
        let content: YAMLNode.Content
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            content =
                plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string) ? .null : .text(scalar.string)
        case .sequence(let sequence):
            content = .list(sequence.map { convert($0, depth: depth + 1) })
        case .mapping(let mapping):
            content = .mapping(mapping.compactMap { entry($0, depth: depth) })
        case .alias: return refuse(.anchorRefused)
        }
        return YAMLNode(content: content, line: line, column: column)
    }

    private func entry(_ pair: (key: Node, value: Node), depth: Int) -> YAMLEntry? {
        let (line, column) = (pair.key.mark?.line ?? 1, pair.key.mark?.column ?? 1)
        guard pair.key.anchor == nil else {
            problems.add(.anchorRefused, file: file, line: line, column: column)
            return nil
        }
        guard case .scalar(let scalar) = pair.key else {
            problems.add(.keyNotText, file: file, line: line, column: column)
            return nil
        }
        let name = hidden[scalar.string]?.value ?? scalar.string
        return YAMLEntry(
            key: Located(value: name, line: line, column: column), value: convert(pair.value, depth: depth + 1))
    }

    private func report(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let detail = context.map { "\(problem) (\($0.text), line \($0.mark.line))" } ?? problem
            problems.add(.syntax(detail: detail), file: file, line: mark.line, column: mark.column)
        case .composer(_, let problem, let mark, _):
            let message: SiteMessage =
                problem.contains("document")
                ? .severalDocuments : problem.contains("alias") ? .anchorRefused : .syntax(detail: problem)
            problems.add(message, file: file, line: mark.line, column: mark.column)
        case .reader(let problem, let offset, _, _):
            let place = TextPlace.ofByte(offset ?? 0, in: text)
            problems.add(.syntax(detail: problem), file: file, line: place.line, column: place.column)
        case .duplicatedKeysInMapping(let keys, let context):
            problems.add(
                .duplicateKey(keys.first ?? "", firstLine: context.mark.line), file: file, line: context.mark.line,
                column: context.mark.column)
        default: problems.add(.syntax(detail: "\(error)"), file: file)
        }
    }
}

// MARK: - Duplicate keys

extension YAMLReader {
    /// How many duplicate keys are looked for, and how many bytes of text are parsed again for it at most.
    private static let duplicateLimit = 20
    private static let reparseLimit = 4 << 20

    /// The text with one occurrence of a duplicate key replaced by a word of the same length, so that the parser
    /// goes on and the key is reported where it stands the second time. Nil where that is not possible.
    private mutating func hide(_ key: String, at mark: Mark, in text: String) -> String? {
        guard hidden.count < Self.duplicateLimit, (hidden.count + 1) * text.utf8.count <= Self.reparseLimit,
            !key.isEmpty, let start = Self.index(of: mark, in: text),
            text.unicodeScalars[start...].starts(with: key.unicodeScalars)
        else { return nil }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(start, offsetBy: key.unicodeScalars.count, limitedBy: scalars.endIndex),
            let number = Unicode.Scalar(0xe000 + UInt32(hidden.count)), let filler = Unicode.Scalar(0xf8ff as UInt32)
        else { return nil }
        var name = String.UnicodeScalarView([number])
        name.append(contentsOf: repeatElement(filler, count: key.unicodeScalars.count - 1))
        let placeholder = String(name)
        guard hidden[placeholder] == nil else { return nil }
        hidden[placeholder] = Located(value: key, line: mark.line, column: mark.column)
        var rewritten = scalars
        rewritten.replaceSubrange(start..<end, with: name)
        return String(rewritten)
    }

    private static func index(of mark: Mark, in text: String) -> String.Index? {
        let scalars = text.unicodeScalars
        var (line, index) = (1, scalars.startIndex)
        while line < mark.line {
            guard let next = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: next)
            line += 1
        }
        return scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
    }
}

// MARK: - Before parsing

extension YAMLReader {
    /// The place of the first word that looks like an alias, in a text with more of them than any honest one.
    private static func tooManyAliases(in text: String) -> (line: Int, column: Int)? {
        var (count, first, offset, previous): (Int, Int?, Int, UInt8) = (0, nil, 0, 0x0a)
        for byte in text.utf8 {
            // A letter or digit behind `*`, itself at the start of a word.
            if previous == 0x2a, byte != 0x20, byte != 0x0a, byte != 0x2a { count += 1; first = first ?? offset - 1 }
            previous = byte == 0x2a && !" \n\t[{,:-?".utf8.contains(previous) ? 0x2e : byte
            offset += 1
        }
        guard count > aliasLimit, let first else { return nil }
        return TextPlace.ofByte(first, in: text)
    }

    /// How many brackets may stay open, quoted ones and comments included, before the text is refused unread.
    private static let bracketLimit = 256

    /// The place of a bracket or dash that opens more levels than the parser's recursion should follow.
    private static func tooDeep(in text: String) -> (line: Int, column: Int)? {
        var (open, dashes, indent, offset) = (0, 0, true, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x5b, 0x7b: open += 1
            case 0x5d, 0x7d: open = max(0, open - 1)
            case 0x0a: (dashes, indent) = (0, true)
            case 0x2d, 0x3f: dashes += indent ? 1 : 0
            case 0x20: break
            default: indent = false
            }
            if open > bracketLimit || dashes > bracketLimit { return TextPlace.ofByte(offset, in: text) }
            offset += 1
        }
        return nil
    }
}
