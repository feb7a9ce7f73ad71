public import Messages

/// Everything that is wrong in rule files, in the order file, line, column.
public struct RuleError: Error, Hashable, Sendable {
    public let problems: [RuleProblem]

    public init(problems: [RuleProblem]) { self.problems = problems }

    /// One line per problem.
    public func text(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }
}

/// One thing wrong at one place.
public struct RuleProblem: Hashable, Sendable {
    public let file: String
    /// 1-based; 0: the file as a whole.
    public let line: Int
    /// In characters (Unicode scalars), 1-based; 0: the file as a whole.
    public let column: Int
    public let message: RuleMessage

    public init(file: String, line: Int, column: Int, message: RuleMessage) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `FILE:LINE:COLUMN: what is wrong`.
    public func text(in language: Language) -> String {
        let place = line > 0 ? ":\(line):\(column)" : ""
        return "\(file.printable)\(place): \(message.text(in: language))"
    }
}

/// The problems of one load, in the order in which they were met.
final class RuleProblemCollector {
    /// The most problems that one load reports.
    private static let limit = 1000

    private(set) var problems: [RuleProblem] = []

    func add(_ message: RuleMessage, file: String, line: Int = 0, column: Int = 0) {
        guard problems.count < Self.limit else { return }
        problems.append(RuleProblem(file: file, line: line, column: column, message: message))
    }

    /// In the order file (as given), line, column; nothing to throw where there is none.
    func throwAny(order files: [String]) throws(RuleError) {
        guard !problems.isEmpty else { return }
        let rank = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = problems.enumerated().sorted { a, b in
            let (left, right) = (a.element, b.element)
            return (rank[left.file] ?? 0, left.line, left.column, a.offset)
                < (rank[right.file] ?? 0, right.line, right.column, b.offset)
        }
        throw RuleError(problems: sorted.map(\.element))
    }
}
