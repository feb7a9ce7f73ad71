/// A set of facts of one kind of subject, as bits, so that collecting them allocates nothing.
struct FactSet: Hashable, Sendable {
    /// The most facts that a kind of subject may have.
    static let capacity = 128

    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ key: FactKey) {
        if key.index < 64 { low |= 1 << UInt64(key.index) } else { high |= 1 << UInt64(key.index - 64) }
    }

    func contains(_ key: FactKey) -> Bool {
        key.index < 64 ? low & (1 << UInt64(key.index)) != 0 : high & (1 << UInt64(key.index - 64)) != 0
    }

    /// In the order of the keys.
    func keys(of kind: SubjectKind) -> [FactKey] {
        FactKey.allCases.filter { $0.kind == kind && contains($0) }
    }
}
