public import NetworkTypes

/// Which audit it is, without its content.
public struct AuditHeader: Hashable, Sendable {
    /// A hash of evidence, site files, rule set and `asOf`: the same again has the same id.
    public let id: String
    /// The moment that the audit speaks of.
    public let asOf: CaptureTime
    /// The first and the last evidence.
    public let windowFrom: CaptureTime
    public let windowTo: CaptureTime
    /// The version of v6audit that made it.
    public let toolVersion: String

    public init(id: String, asOf: CaptureTime, windowFrom: CaptureTime, windowTo: CaptureTime, toolVersion: String) {
        self.id = id
        self.asOf = asOf
        self.windowFrom = windowFrom
        self.windowTo = windowTo
        self.toolVersion = toolVersion
    }
}
