/// A DNS name as it was asked and answered.
public struct DNSNameDocument: Codable, Hashable, Sendable {
    /// Null where the site's privacy policy hides it; then the addresses are left out too.
    @ExplicitNull public var name: String?
    /// Stands for a hidden name: the same name of the same site has the same hash. Null beside a name.
    @ExplicitNull public var hash: String?
    public var a: [String]
    public var aaaa: [String]
    public var hasA: Bool
    public var hasAAAA: Bool
    /// Somebody asked for AAAA.
    public var aaaaAsked: Bool
    /// An answer to that question was seen, with whatever code.
    public var aaaaAnswered: Bool
    public var aQuestions: UInt64
    public var aAnswers: UInt64
    public var aaaaQuestions: UInt64
    public var aaaaAnswers: UInt64
}
