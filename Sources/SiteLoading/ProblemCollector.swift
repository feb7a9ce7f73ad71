import Messages

/// A value with the place it was read from; both numbers 1-based.
struct Located<Value> {
    var value: Value
    var line: Int
    var column: Int

    func map<Other>(_ value: Other) -> Located<Other> { Located<Other>(value: value, line: line, column: column) }
}

extension Located: Sendable where Value: Sendable {}

/// The problems of one load and the references that are checked when everything has been read.
final class ProblemCollector {
    /// The most problems that one load reports.
    static let limit = 1000
    /// With more problems than this, no more words are suggested.
    private static let suggestionLimit = 100

    enum Reference {
        case agency, segment
    }

    private(set) var problems: [SiteProblem] = []
    /// A row of a table is read as a system and as a component; what is wrong in it is reported once.
    private var known: Set<SiteProblem> = []
    private var references: [(file: String, kind: Reference, id: Located<String>)] = []
    /// The declared ids with the place of each.
    var agencies: [String: Int] = [:]
    var segments: [String: Int] = [:]

    func add(_ message: SiteMessage, file: String, line: Int = 0, column: Int = 0) {
        guard problems.count <= Self.limit else { return }
        var problem = SiteProblem(file: file, line: line, column: column, message: message)
        guard known.insert(problem).inserted else { return }
        if problems.count == Self.limit {
            problem = SiteProblem(file: file, line: line, column: column, message: .moreProblems(limit: Self.limit))
        }
        problems.append(problem)
    }

    /// The word that was probably meant; nil without a look where so much is wrong that it would take long.
    func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        problems.count < Self.suggestionLimit ? Suggestion.nearest(to: word, among: candidates) : nil
    }

    func refer(to kind: Reference, _ id: Located<String>, file: String) {
        references.append((file, kind, id))
    }

    func checkReferences() {
        for (file, kind, id) in references where problems.count <= Self.limit {
            let declared = kind == .agency ? agencies : segments
            guard declared[id.value] == nil else { continue }
            let nearest = suggestion(for: id.value, among: declared.keys)
            let message: SiteMessage =
                switch kind {
                case .agency: .unknownAgency(id.value, suggestion: nearest)
                case .segment: .unknownSegment(id.value, suggestion: nearest)
                }
            add(message, file: file, line: id.line, column: id.column)
        }
        references = []
    }

    /// In the order file, line, column; nothing to throw where there is none.
    func throwAny(order files: [String]) throws(SiteError) {
        guard !problems.isEmpty else { return }
        let rank = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = problems.enumerated().sorted { a, b in
            let (left, right) = (a.element, b.element)
            let (leftRank, rightRank) = (rank[left.file] ?? files.count, rank[right.file] ?? files.count)
            return (leftRank, left.line, left.column, a.offset) < (rightRank, right.line, right.column, b.offset)
        }
        throw SiteError(problems: sorted.map(\.element))
    }
}
