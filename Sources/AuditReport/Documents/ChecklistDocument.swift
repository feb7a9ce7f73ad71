/// What `checklist --json` prints: `v6audit.checklist/1`.
public struct ChecklistDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.checklist/1"

    public var schema: String
    public var site: SiteDocument
    public var audit: AuditIdentityDocument
    public var checklists: [AgencyChecklistDocument]

    /// The checklists of an audit; nil: of all agencies.
    public init(_ audit: AuditDocument, agency: String? = nil) {
        schema = Self.schema
        site = audit.site
        self.audit = audit.audit
        checklists = audit.checklists.filter { agency == nil || $0.agency == agency }
    }
}
