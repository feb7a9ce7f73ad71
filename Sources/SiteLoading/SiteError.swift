public import Messages

/// Everything that is wrong in the files of a site, in the order file, line, column.
public struct SiteError: Error, Hashable, Sendable {
    public let problems: [SiteProblem]

    public init(problems: [SiteProblem]) { self.problems = problems }

    /// One line per problem.
    public func text(in language: Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }
}

/// One thing wrong at one place.
public struct SiteProblem: Hashable, Sendable {
    /// The path, as built from the folder that was asked for.
    public let file: String
    /// 1-based; 0: the file as a whole.
    public let line: Int
    /// In characters (Unicode scalars), 1-based; 0: the file as a whole.
    public let column: Int
    public let message: SiteMessage

    public init(file: String, line: Int, column: Int, message: SiteMessage) {
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
