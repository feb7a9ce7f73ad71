/// An agency on the day of the audit, with the phase that it has reached.
public struct AgencyDocument: Codable, Hashable, Sendable {
    public var id: String
    /// The name that was official on that day.
    public var name: LocalizedTextDocument
    /// `central`, `province`, `district`, `commune` or `none`.
    public var level: String
    public var kind: String
    /// Null: none on that day.
    @ExplicitNull public var parent: String?
    /// The highest phase whose mandatory rules, and those of the phases below, all pass or do not apply; at least G0.
    public var phase: String
    /// The mandatory rules that keep it from the next phase, or from G0 itself; sorted.
    public var phaseBlockedBy: [String]
    public var duties: [String]
    /// A person compared the entry with the legal document.
    public var verified: Bool
    /// Agencies that it took over from.
    public var predecessors: [String]
    /// First and last day, ISO 8601; null: since ever, still.
    @ExplicitNull public var from: String?
    @ExplicitNull public var to: String?
}
