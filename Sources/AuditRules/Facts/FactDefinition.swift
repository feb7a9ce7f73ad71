/// What a fact means, and how one gets it.
public struct FactDefinition: Sendable, Hashable {
    let key: FactKey
    /// As conditions write it: `host.ipv4Addresses`.
    public let name: String
    public let type: FactType
    /// Of a count: what is counted. Of the others: empty.
    public let unit: String
    /// One sentence in English.
    public let meaning: String
    /// When nobody knows it. Empty: never, once the subject is known.
    public let absent: String
    /// The command that would supply it where it is absent.
    public let command: String

    init(
        _ key: FactKey, _ name: String, _ type: FactType, _ meaning: String, absent: String, from source: FactSource
    ) {
        self.init(key, name, type, "", meaning, absent: absent, from: source)
    }

    init(
        _ key: FactKey, _ name: String, _ type: FactType, _ unit: String, _ meaning: String, absent: String,
        from source: FactSource
    ) {
        self.key = key
        self.name = "\(key.kind.rawValue).\(name)"
        self.type = type
        self.unit = unit
        self.meaning = meaning
        self.absent = absent
        command = source.command
    }
}

/// Where a fact comes from, as the command that gets it.
enum FactSource {
    /// Traffic of the subject's own link.
    case capture
    /// A longer look at the subject's own link.
    case longerCapture
    /// A key of `site.yaml`.
    case site(String)
    case inventory
    case zone
    case probe

    var command: String {
        switch self {
        case .capture: "v6audit audit --site DIR -r CAPTURE"
        case .longerCapture: "v6audit audit --site DIR -r CAPTURE  # longer, on the own link"
        case .site(let key): "$EDITOR DIR/site.yaml  # \(key)"
        case .inventory: "$EDITOR DIR/systems.csv"
        case .zone: "v6audit audit --site DIR -r CAPTURE  # with DNS answers"
        case .probe: "v6audit audit --site DIR -r CAPTURE  # with traffic of the service"
        }
    }
}

extension FactKey {
    private static let definitions: [FactKey: FactDefinition] = Dictionary(
        (hostFacts + segmentFacts + routerFacts + addressServiceFacts + reachabilityFacts + serviceFacts + siteFacts)
            .map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every key has one: a test holds the tables against the list of keys.
    public var definition: FactDefinition {
        Self.definitions[self]
            ?? FactDefinition(self, "\(self)", .count, "not defined", absent: "always", from: .capture)
    }

    /// Whether a table defines the key.
    var isDefined: Bool { Self.definitions[self] != nil }
}
