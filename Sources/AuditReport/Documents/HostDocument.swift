/// A machine as an audit knows it: everything that `scan` prints, and what the site adds.
@dynamicMemberLookup
public struct HostDocument: Codable, Hashable, Sendable {
    public var seen: SeenHostDocument
    /// Who answers for it on the day of the audit; `unassigned` where nobody is known.
    public var agency: String
    /// The rows of `systems.csv` that it was recognised as.
    public var configuredAs: [ConfiguredHostDocument]
    /// What joined its addresses.
    public var merges: [MergeDocument]
    /// How sure the weakest of the joins is that something other than the MAC made, 0…1, several keys taken together;
    /// null: there is none.
    public var mergeConfidence: Double?
    public var rejected: [RejectedMergeDocument]
    /// A higher state of an earlier audit that figures still count; null: the observed one counts.
    public var held: HeldStateDocument?
    /// Ports of switches behind which it is, the nearest first, as imported MAC tables say.
    public var switchPorts: [SwitchPortDocument]

    public subscript<Value>(dynamicMember path: KeyPath<SeenHostDocument, Value>) -> Value { seen[keyPath: path] }

    private enum CodingKeys: String, CodingKey {
        case agency, configuredAs, merges, mergeConfidence, rejected, held, switchPorts
    }

    init(
        seen: SeenHostDocument, agency: String, configuredAs: [ConfiguredHostDocument] = [],
        merges: [MergeDocument] = [], mergeConfidence: Double? = nil, rejected: [RejectedMergeDocument] = [],
        held: HeldStateDocument? = nil, switchPorts: [SwitchPortDocument] = []
    ) {
        self.switchPorts = switchPorts
        self.held = held
        self.seen = seen
        self.agency = agency
        self.configuredAs = configuredAs
        self.merges = merges
        self.mergeConfidence = mergeConfidence
        self.rejected = rejected
    }

    public init(from decoder: any Decoder) throws {
        seen = try SeenHostDocument(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        agency = try container.decode(String.self, forKey: .agency)
        configuredAs = try container.decode([ConfiguredHostDocument].self, forKey: .configuredAs)
        merges = try container.decode([MergeDocument].self, forKey: .merges)
        mergeConfidence = try container.decodeIfPresent(Double.self, forKey: .mergeConfidence)
        rejected = try container.decode([RejectedMergeDocument].self, forKey: .rejected)
        held = try container.decodeIfPresent(HeldStateDocument.self, forKey: .held)
        switchPorts = try container.decodeIfPresent([SwitchPortDocument].self, forKey: .switchPorts) ?? []
    }

    /// Both parts in one object.
    public func encode(to encoder: any Encoder) throws {
        try seen.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(agency, forKey: .agency)
        try container.encode(configuredAs, forKey: .configuredAs)
        try container.encode(merges, forKey: .merges)
        try container.encode(ExplicitNull(wrappedValue: mergeConfidence), forKey: .mergeConfidence)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(ExplicitNull(wrappedValue: held), forKey: .held)
        try container.encode(switchPorts, forKey: .switchPorts)
    }
}

/// A port of a switch, with the line of the table that says so.
public struct SwitchPortDocument: Codable, Hashable, Sendable {
    /// Null: the table does not name its switch.
    @ExplicitNull public var device: String?
    public var port: String
    @ExplicitNull public var vlan: UInt16?
    public var file: String
    public var line: Int
}

/// A state that an earlier audit proved.
public struct HeldStateDocument: Codable, Hashable, Sendable {
    public var state: String
    /// The id of the audit.
    public var audit: String
    /// The last moment of its evidence.
    public var provenAt: String
}

/// A row of `systems.csv` that a host was recognised as.
public struct ConfiguredHostDocument: Codable, Hashable, Sendable {
    /// `system/<system>/<component>` or `device/<component>`.
    public var id: String
    public var name: String
    public var kind: String
    /// Null: a device that belongs to no system.
    @ExplicitNull public var system: String?
    @ExplicitNull public var location: String?
    @ExplicitNull public var responsible: String?
    public var readiness: String
}

/// Which key joined what.
public struct MergeDocument: Codable, Hashable, Sendable {
    /// `A5`, `P` …
    public var key: String
    /// 0…1.
    public var confidence: Double
    /// What the joined have in common: a name, a key's digest; of a person's statement the reason. Null: nothing to name.
    @ExplicitNull public var value: String?
    /// Addresses or MACs.
    public var joins: [String]
    /// By time; the first ones where many frames show the same.
    public var evidence: [EvidenceDocument]
}

/// A key that could have joined and did not.
public struct RejectedMergeDocument: Codable, Hashable, Sendable {
    public var key: String
    /// A code such as `shared-mac`.
    public var because: String
    /// Addresses or MACs.
    public var about: [String]
}
