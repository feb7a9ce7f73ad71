public import Messages

/// One thing wrong at one place of a file.
public struct ImportProblem: Error {
    /// 1-based; 0: the file as a whole.
    public let line: UInt32
    /// In characters (Unicode scalars), 1-based; 0: the line as a whole.
    public let column: UInt32
    public let message: any LocalizedMessage

    public init(line: UInt32, column: UInt32 = 0, message: any LocalizedMessage) {
        self.line = line
        self.column = column
        self.message = message
    }
}

/// Everything that is wrong in a file: nothing of it was taken.
public struct ImportFailure: Error {
    public let path: String
    /// In the order of the lines; at least one.
    public let problems: [ImportProblem]

    public init(path: String, problems: [ImportProblem]) {
        self.path = path
        self.problems = problems
    }

    public init(path: String, _ message: any LocalizedMessage, line: UInt32 = 0, column: UInt32 = 0) {
        self.init(path: path, problems: [ImportProblem(line: line, column: column, message: message)])
    }

    /// `FILE:LINE:COLUMN: what is wrong`, one line per problem.
    public func text(in language: Language) -> String {
        problems.map { problem in
            var place = problem.line > 0 ? ":\(problem.line)" : ""
            if problem.line > 0, problem.column > 0 { place += ":\(problem.column)" }
            return "\(path.printable)\(place): \(problem.message.text(in: language))"
        }.joined(separator: "\n")
    }
}
