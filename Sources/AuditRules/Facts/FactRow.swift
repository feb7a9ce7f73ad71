/// The facts of one subject: one place for each fact of its kind, absent until set. Fill, evaluate, `reset`, fill
/// again: no allocation for the next subject.
public struct FactRow: Sendable, Hashable {
    /// Stands for an absent fact; no fact can have this value.
    static let absent = Int64.min

    public let kind: SubjectKind
    var cells: [Int64]

    public init(_ kind: SubjectKind) {
        self.kind = kind
        cells = Array(repeating: Self.absent, count: FactKey.count(of: kind))
    }

    /// Makes every fact absent.
    public mutating func reset() {
        for index in cells.indices { cells[index] = Self.absent }
    }

    /// The stored number, nil where absent or a fact of another kind of subject.
    public subscript(key: FactKey) -> Int64? {
        guard key.kind == kind else { return nil }
        let value = cells[key.index]
        return value == Self.absent ? nil : value
    }

    private mutating func store(_ value: Int64, as key: FactKey) {
        assert(key.kind == kind, "a fact of another kind of subject")
        guard key.kind == kind else { return }
        cells[key.index] = max(value, Self.absent + 1)
    }

    // MARK: Setting

    public mutating func set(_ key: FactKey, count: Int) {
        assert(key.definition.type == .count)
        store(Int64(count), as: key)
    }

    public mutating func set(_ key: FactKey, _ flag: Bool) {
        assert(key.definition.type == .boolean)
        store(flag ? 1 : 0, as: key)
    }

    /// Whole seconds count.
    public mutating func set(_ key: FactKey, seconds: Int64) {
        assert(key.definition.type == .duration)
        store(seconds, as: key)
    }

    /// A share; nothing is set where there is nothing to share.
    public mutating func set(_ key: FactKey, part: Int, of whole: Int) {
        assert(key.definition.type == .ratio)
        guard whole > 0, part >= 0 else { return }
        let (scaled, overflow) = Int64(part).multipliedReportingOverflow(by: 1_000_000)
        store(overflow ? Int64(part) / Int64(whole) * 1_000_000 : scaled / Int64(whole), as: key)
    }

    /// A word of the fact's list; nothing is set for another one.
    public mutating func set(_ key: FactKey, choice: String) {
        guard case .choice(let words) = key.definition.type, let index = words.firstIndex(of: choice) else { return }
        store(Int64(index), as: key)
    }

    /// A number that the loader has read in the fact's own unit.
    mutating func set(_ key: FactKey, stored: Int64) { store(stored, as: key) }
}
