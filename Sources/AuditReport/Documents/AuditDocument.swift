/// What `audit --json` prints and the store keeps: `v6audit.audit/1`. All reports are made from it.
public struct AuditDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.audit/1"

    public var schema: String
    public var site: SiteDocument
    public var audit: AuditIdentityDocument
    public var policy: PolicyDocument
    public var authorisations: [AuthorisationDocument]
    public var agencies: [AgencyDocument]
    public var segments: [SegmentDocument]
    public var systems: [SystemDocument]
    public var findings: [FindingDocument]
    public var checklists: [AgencyChecklistDocument]
    public var evaluated: [EvaluatedDocument]
    public var indicators: [IndicatorDocument]
    /// The rules that were asked, so that an old audit can be read without their catalogue.
    public var rules: [RuleSummaryDocument]

    // MARK: As in scan/1
    public var captures: [CaptureDocument]
    public var hosts: [HostDocument]
    public var unmergedAddresses: [UnmergedAddressDocument]
    public var links: [LinkDocument]
    public var tunnels: [TunnelDocument]
    public var names: [DNSNameDocument]
    @AddedLater public var serverNames: [ServerNameDocument] = []
    @AddedLater public var routing: [RoutingDocument] = []
    @AddedLater public var devices: [DeviceDocument] = []
    @AddedLater public var identities: [IdentityDocument] = []
    @AddedLater public var services: [ServiceStateDocument] = []
    public var anomalies: [String: UInt64]
}

/// Which audit it is.
public struct AuditIdentityDocument: Codable, Hashable, Sendable {
    /// A hash of evidence, site files, rule set and `asOf`.
    public var id: String
    public var asOf: String
    public var windowFrom: String
    public var windowTo: String
}
