/// What `pin --json` prints: `v6audit.pins/1`.
public struct PinsDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.pins/1"

    /// A person's statement, and what the newest audit made of it.
    public struct Statement: Codable, Hashable, Sendable {
        /// 1-based, as `--undo` takes it.
        public var number: Int
        /// Of the file, 1-based; 0: not known.
        public var line: Int
        /// `same` or `different`.
        public var relation: String
        /// MACs and addresses.
        public var keys: [String]
        /// An office or post.
        public var by: String
        public var on: String
        @ExplicitNull public var why: String?
        /// Ids of the hosts that it holds for in the newest audit; empty: it was made before, or none was seen.
        public var hosts: [String]
        /// Codes of what the newest audit found against it, such as `traffic-between`.
        public var against: [String]

        /// - Parameter audit: the newest one.
        public init(
            number: Int, line: Int, relation: String, keys: [String], by: String, on: String, why: String?,
            in audit: AuditDocument?
        ) {
            self.number = number
            self.line = line
            self.relation = relation
            self.keys = keys
            self.by = by
            self.on = on
            self.why = why
            let wanted = Set(keys)
            var hosts: [String] = []
            var against: Set<String> = []
            for host in audit?.hosts ?? [] {
                let said = host.rejected.filter { $0.key == "P" && Set($0.about) == wanted }
                let codes = said.map(\.because).filter { $0 != Self.isApart }
                let holds =
                    relation == "same"
                    ? host.merges.contains { $0.key == "P" && Set($0.joins) == wanted }
                    : said.contains { $0.because == Self.isApart }
                if holds { hosts.append(host.id) }
                if relation == "same" { against.formUnion(codes) }
            }
            self.hosts = hosts
            self.against = against.sorted()
        }

        /// The code with which a statement keeps hosts apart: it is the statement itself, nothing against it.
        private static let isApart = "pin"
    }

    /// What was changed in the file, or would be.
    public struct Change: Codable, Hashable, Sendable {
        /// `added` or `removed`.
        public var kind: String
        /// False with `--dry-run`.
        public var written: Bool
        /// The first line that differs, 1-based.
        public var line: Int
        /// Lines of the file, without their ends.
        public var removedLines: [String]
        public var addedLines: [String]

        public init(kind: String, written: Bool, line: Int, removedLines: [String], addedLines: [String]) {
            self.kind = kind
            self.written = written
            self.line = line
            self.removedLines = removedLines
            self.addedLines = addedLines
        }
    }

    public var schema: String
    public var file: String
    /// The id of the newest audit; null: none is stored.
    @ExplicitNull public var audit: String?
    @ExplicitNull public var change: Change?
    /// As they stand in the file, after the change.
    public var statements: [Statement]

    public init(file: String, audit: String?, change: Change?, statements: [Statement]) {
        schema = Self.schema
        self.file = file
        self.audit = audit
        self.change = change
        self.statements = statements
    }
}
