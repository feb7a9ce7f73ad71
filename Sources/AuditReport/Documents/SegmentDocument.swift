/// A segment of the site, or a link that belongs to none.
public struct SegmentDocument: Codable, Hashable, Sendable {
    public var id: String
    public var agency: String
    public var state: String
    /// Declared, then advertised.
    public var prefixes: [String]
    /// Null for a link that the site does not know, as the next four.
    @ExplicitNull public var name: LocalizedTextDocument?
    /// `office-lan`, `server`, `wifi`, `tslcd` …
    @ExplicitNull public var kind: String?
    @ExplicitNull public var vlan: Int?
    @ExplicitNull public var plan: PlanDocument?
    @ExplicitNull public var tslcdLevel: Int?
    /// Host state to count.
    public var hostCounts: [String: Int]
    /// The id in `links`; null: no capture shows it.
    @ExplicitNull public var link: String?
    public var stateSecret: Bool
    /// The state rests on machines whose own states are not final.
    @AddedLater public var provisional: Bool = false
    /// Host state to the part of the machines in it, 0…1.
    @AddedLater public var hostShares: [String: Double] = [:]
}

/// What the owner wants a segment to become.
public struct PlanDocument: Codable, Hashable, Sendable {
    public var ipv6: Bool
    /// `dual-stack`, `ipv6-mostly` or `ipv6-only`; null: not decided.
    @ExplicitNull public var target: String?
}
