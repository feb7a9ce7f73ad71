/// What `doctor --json` prints: `v6audit.doctor/1`.
public struct DoctorDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.doctor/1"

    /// One thing that the machine can or cannot do.
    public struct Check: Codable, Hashable, Sendable {
        public var id: String
        public var ok: Bool
        /// What to do about it; null where all is well.
        @ExplicitNull public var fix: String?

        public init(id: String, ok: Bool, fix: String? = nil) {
            self.id = id
            self.ok = ok
            self.fix = fix
        }
    }

    public var schema: String
    public var checks: [Check]

    public init(checks: [Check]) {
        schema = Self.schema
        self.checks = checks
    }
}
