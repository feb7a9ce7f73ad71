public import HostClassification
public import HostCorrelation
public import NetworkTypes
public import SiteModel
public import TrafficObservation

/// One evaluation at one time: everything that reports, checklists and the store are made from. Immutable.
public struct AuditSnapshot: Sendable {
    /// A hash of evidence, site files, rule set and `asOf`: the same again has the same id.
    public let id: String
    public let site: Site
    public let asOf: CaptureTime
    public let windowFrom: CaptureTime
    public let windowTo: CaptureTime
    public let observations: ObservationSet
    public let table: HostTable
    /// In the order of `table.hosts`.
    public let profiles: [HostProfile]
    /// The owner of each host on the day of `asOf`, in the order of `profiles`; `unassigned` where nobody is known.
    public let agencyOfHost: [String]
    /// Sorted by id.
    public let segments: [SegmentProfile]
    /// Sorted by id.
    public let systems: [SystemProfile]
    /// Fail, warn, unknown and needs-answer; sorted by rule, then subject.
    public let findings: FindingList
    public let evaluated: [EvaluatedCount]
    /// Names first, then ports of machines.
    public let services: [ServiceProfile]

    public init(
        id: String, site: Site, asOf: CaptureTime, windowFrom: CaptureTime, windowTo: CaptureTime,
        observations: ObservationSet, table: HostTable, profiles: [HostProfile], agencyOfHost: [String],
        segments: [SegmentProfile], systems: [SystemProfile], findings: FindingList, evaluated: [EvaluatedCount],
        services: [ServiceProfile] = []
    ) {
        self.services = services
        self.id = id
        self.site = site
        self.asOf = asOf
        self.windowFrom = windowFrom
        self.windowTo = windowTo
        self.observations = observations
        self.table = table
        self.profiles = profiles
        self.agencyOfHost = agencyOfHost
        self.segments = segments
        self.systems = systems
        self.findings = findings
        self.evaluated = evaluated
    }

    /// The agency of whatever nobody owns; it has a checklist of its own.
    public static let unassigned = "unassigned"
}
