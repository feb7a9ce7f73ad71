/// What stderr gets with `--json` when a command could not do its work: `v6audit.error/1`.
public struct ErrorDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.error/1"

    /// One thing that is wrong.
    public struct Problem: Codable, Hashable, Sendable {
        /// A dotted name that scripts may rely on.
        public var code: String
        /// In the language of the user.
        public var message: String
        @ExplicitNull public var file: String?
        /// In bytes of the decompressed input.
        @ExplicitNull public var offset: UInt64?
        /// 1-based, as the column.
        @ExplicitNull public var line: Int?
        @ExplicitNull public var column: Int?

        public init(
            code: String, message: String, file: String? = nil, offset: UInt64? = nil, line: Int? = nil,
            column: Int? = nil
        ) {
            self.code = code
            self.message = message
            self.file = file
            self.offset = offset
            self.line = line
            self.column = column
        }
    }

    public var schema: String
    public var code: String
    public var message: String
    @ExplicitNull public var file: String?
    @ExplicitNull public var offset: UInt64?
    @ExplicitNull public var line: Int?
    @ExplicitNull public var column: Int?
    /// All of them, the one above first.
    public var problems: [Problem]

    public init(_ first: Problem, others: [Problem] = []) {
        schema = Self.schema
        code = first.code
        message = first.message
        file = first.file
        offset = first.offset
        line = first.line
        column = first.column
        problems = [first] + others
    }
}
