/// All findings of an evaluation, which are made when they are read. Subjects are sorted.
///
/// A class, because a list of findings and its iterators share it.
final class FindingTable: Sendable {
    /// The findings of one rule.
    struct Run: Sendable {
        /// The places of the kind of subject and of the rule in it.
        let kind: Int
        let rule: Int
        /// The number of its first finding.
        let start: Int
        let count: Int
        /// For each block of subjects how many findings stand before it.
        let before: [UInt32]
    }

    /// Subjects in a block: what a look-up by number walks through at most.
    private static let block = 64

    private let kinds: [KindFindings]
    private let agencies: [String]
    private let missing: MissingLists
    private let kept: [KeptSubject]
    private let maker: DetailMaker?
    /// Sorted by the id of the rule.
    let runs: [Run]
    let count: Int

    init(
        kinds: [KindEvaluation], agencies: [String], missing: MissingLists, kept: [KeptSubject], maker: DetailMaker?
    ) {
        self.kinds = kinds.map { KindFindings($0) }
        self.agencies = agencies
        self.missing = missing
        self.kept = kept
        self.maker = maker
        var found: [(id: String, kind: Int, rule: Int, count: Int, before: [UInt32])] = []
        for (place, kind) in kinds.enumerated() {
            let counts = Self.counts(kind)
            for (rule, own) in counts.enumerated() where own.count > 0 {
                found.append((kind.rules.rules[rule].id, place, rule, own.count, own.before))
            }
        }
        var start = 0
        var runs: [Run] = []
        for entry in found.sorted(by: { $0.id < $1.id }) {
            runs.append(
                Run(kind: entry.kind, rule: entry.rule, start: start, count: entry.count, before: entry.before))
            start += entry.count
        }
        self.runs = runs
        count = start
    }

    /// For each rule how many findings it has, and how many before each block of subjects.
    private static func counts(_ kind: KindEvaluation) -> [(count: Int, before: [UInt32])] {
        let rules = kind.rules.rules.count
        let withFindings = (0..<kind.table.count).map { pattern in
            (0..<rules).filter { kind.table.outcome(Int32(pattern), $0).isFinding }
        }
        var counts = [UInt32](repeating: 0, count: rules)
        var before = [[UInt32]](repeating: [], count: rules)
        for (number, pattern) in kind.subjects.patterns.enumerated() {
            if number % block == 0 { for rule in 0..<rules { before[rule].append(counts[rule]) } }
            for rule in withFindings[Int(pattern)] { counts[rule] += 1 }
        }
        return zip(counts, before).map { (Int($0), $1) }
    }

    /// The run of a finding's number.
    func run(of number: Int) -> Int {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start + runs[middle].count <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The subject of a finding of a run, counted from zero.
    func subject(_ run: Run, _ number: Int) -> Int {
        var (low, high) = (0, run.before.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(run.before[middle]) <= number { low = middle + 1 } else { high = middle }
        }
        var left = number - Int(run.before[low - 1])
        var subject = (low - 1) * Self.block
        while true {
            subject = next(run, subject)
            if left == 0 { return subject }
            left -= 1
            subject += 1
        }
    }

    /// The first subject from this one on about which the rule of a run says something; one past the last: there is none.
    func next(_ run: Run, _ subject: Int) -> Int {
        let kind = kinds[run.kind]
        var subject = subject
        while subject < kind.subjects.count, !kind.table.outcome(kind.subjects.patterns[subject], run.rule).isFinding {
            subject += 1
        }
        return subject
    }

    func kind(of run: Run) -> SubjectKind { kinds[run.kind].subjects.kind }

    func finding(_ run: Run, _ subject: Int) -> Finding {
        let kind = kinds[run.kind]
        let outcome = kind.table.outcome(kind.subjects.patterns[subject], run.rule)
        let verdict = outcome.verdict
        let source = kind.subjects.sources[subject]
        var (row, details) = (Self.emptyRow, SubjectDetails())
        var answers: [String: GivenAnswer] = [:]
        if let number = source.kept {
            (row, details, answers) = (kept[number].row, kept[number].details, kept[number].answers)
        } else if verdict != .unknown, let number = source.made, let maker {
            row = maker.row(number)
            details = maker.details(number, row, kind.rules.wanted(run.rule, verdict, in: row))
        }
        return kind.rules.finding(
            run.rule, verdict, kind.subjects.subject(subject), agency: agencies[Int(kind.subjects.agencies[subject])],
            row: row, details: details, answers: answers, missing: missing[outcome.missing])
    }

    private static let emptyRow = FactRow(.site)
}

/// The part of `FindingTable` that is about one kind of subject; a class, so that reading a finding copies nothing.
private final class KindFindings: Sendable {
    let rules: CompiledRules
    let subjects: SubjectTable
    let table: OutcomeTable

    init(_ evaluation: KindEvaluation) {
        rules = evaluation.rules
        subjects = evaluation.subjects
        table = evaluation.table
    }
}
