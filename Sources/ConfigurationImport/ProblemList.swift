import Messages

/// The problems of one file as they are found, bounded; the last one counts what is beyond.
struct ProblemList {
    private var problems: [ImportProblem] = []
    private var furtherCount = 0

    var isEmpty: Bool { problems.isEmpty }

    mutating func add(_ message: any LocalizedMessage, line: UInt32, column: UInt32 = 0) {
        if problems.count < ImportLimits.problems - 1 {
            problems.append(ImportProblem(line: line, column: column, message: message))
        } else {
            furtherCount += 1
        }
    }

    mutating func add(_ problem: ImportProblem) {
        add(problem.message, line: problem.line, column: problem.column)
    }

    mutating func add(_ others: ProblemList) {
        for problem in others.problems { add(problem.message, line: problem.line, column: problem.column) }
        furtherCount += others.furtherCount
    }

    /// - Throws: all of them where there is one.
    func check(_ path: String) throws(ImportFailure) {
        guard !problems.isEmpty else { return }
        var all = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        if furtherCount > 0 {
            all.append(ImportProblem(line: 0, message: ImportMessage.moreProblems(count: furtherCount)))
        }
        throw ImportFailure(path: path, problems: all)
    }
}
