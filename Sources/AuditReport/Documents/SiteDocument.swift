/// The site that was audited.
public struct SiteDocument: Codable, Hashable, Sendable {
    public var id: String
    public var name: LocalizedTextDocument
    /// East positive.
    public var utcOffsetMinutes: Int
    public var profiles: [String]
}

/// What the site asks of its evidence.
public struct PolicyDocument: Codable, Hashable, Sendable {
    public var minimumObservationSeconds: Int
    public var workingDay: Bool
    public var ipv6OnlyObservationSeconds: Int
    public var windowSeconds: Int
    /// The policy is for a demonstration, and every report says so.
    public var demonstration: Bool
    /// `real` or `error`.
    public var documentationPrefixes: String
    /// `count` or `keep`.
    public var outsideNames: String
}

/// A document that allows captures or probes.
public struct AuthorisationDocument: Codable, Hashable, Sendable {
    public var id: String
    public var document: String
    /// ISO 8601, as the other dates here.
    public var date: String
    @ExplicitNull public var signer: String?
    public var actions: [String]
    public var segments: [String]
    @ExplicitNull public var from: String?
    @ExplicitNull public var to: String?
}
