/// A condition over the facts of one subject.
public indirect enum Condition: Sendable, Hashable {
    case fact(FactKey, Comparison, Operand)
    /// True where empty.
    case all([Condition])
    /// False where empty.
    case any([Condition])
    /// None of them is true.
    case none([Condition])

    public enum Comparison: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
        case equal = "=="
        case notEqual = "!="
        case atLeast = ">="
        case atMost = "<="
        case greater = ">"
        case less = "<"

        /// Whether it needs an order: not for yes and no, nor for words.
        var isOrdering: Bool { self != .equal && self != .notEqual }
    }

    /// What a fact is compared with.
    public enum Operand: Sendable, Hashable {
        /// In the unit in which the fact is stored: see `FactType`.
        case literal(Int64)
        /// What the site says.
        case policy(PolicyKey)
    }

    /// Every fact that the condition reads, in order of appearance.
    public var facts: [FactKey] {
        switch self {
        case .fact(let key, _, _): [key]
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.facts)
        }
    }

    /// True whatever the facts are: nothing is asked.
    public var isEmpty: Bool { self == .all([]) }
}
