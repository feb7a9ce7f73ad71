/// An information system: the minimum over its mandatory components.
public struct SystemDocument: Codable, Hashable, Sendable {
    public var id: String
    public var agency: String
    public var state: String
    public var components: [ComponentDocument]
    @ExplicitNull public var name: LocalizedTextDocument?
    @ExplicitNull public var category: String?
    /// The agency id of the inventory, which may be gone by now.
    @ExplicitNull public var owner: String?
    @ExplicitNull public var operatorAgency: String?
    /// The security level, 1…5.
    @ExplicitNull public var level: Int?
    public var dependsOn: [String]
    public var verified: Bool
    /// The least state of the mandatory components that are known; null where none is.
    @ExplicitNull public var known: String?

    private enum CodingKeys: String, CodingKey {
        case id, agency, state, components, name, category, owner, level, dependsOn, verified, known
        case operatorAgency = "operator"
    }
}

public struct ComponentDocument: Codable, Hashable, Sendable {
    public var name: String
    public var state: String
    /// The host that it was recognised as; null: it was not seen.
    @ExplicitNull public var host: String?
    public var mandatory: Bool
}
