/// Makes again, when a finding is read, what was not kept of a subject; by the number that it was added with.
struct DetailMaker: Sendable {
    let row: @Sendable (Int) -> FactRow
    let details: @Sendable (Int, FactRow, WantedDetails) -> SubjectDetails
}

/// The details that somebody will look at.
struct WantedDetails: Sendable {
    var values: [ValueKey] = []
    /// Facts whose proofs are wanted.
    var facts: [FactKey] = []
    private var isAll = false

    init(facts: [FactKey]) { self.facts = facts }

    private init() { isAll = true }
    static let all = WantedDetails()

    func has(_ key: ValueKey) -> Bool { isAll || values.contains(key) }
    func has(_ key: FactKey) -> Bool { isAll || facts.contains(key) }
}

/// Details that are made one by one, each only where it is wanted.
struct DetailBuilder {
    let wanted: WantedDetails
    private(set) var details = SubjectDetails()

    init(_ wanted: WantedDetails) { self.wanted = wanted }

    mutating func add(_ key: ValueKey, _ text: () -> String) {
        if wanted.has(key) { details.values[key] = text() }
    }

    mutating func prove(_ key: FactKey, _ proofs: () -> [Evidence]) {
        if wanted.has(key) { details.evidence[key] = proofs() }
    }
}
