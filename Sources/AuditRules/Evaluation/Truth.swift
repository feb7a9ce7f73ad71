/// Kleene's three values, in the order in which `and` is the minimum and `or` the maximum.
public enum Truth: UInt8, Sendable, Hashable, CaseIterable {
    case no = 0
    case unknown = 1
    case yes = 2

    public init(_ value: Bool) { self = value ? .yes : .no }

    public static func && (a: Truth, b: Truth) -> Truth { a.rawValue <= b.rawValue ? a : b }

    public static func || (a: Truth, b: Truth) -> Truth { a.rawValue >= b.rawValue ? a : b }

    public static prefix func ! (a: Truth) -> Truth {
        switch a {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
}

extension Condition.Comparison {
    func holds(_ a: Int64, _ b: Int64) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .atLeast: a >= b
        case .atMost: a <= b
        case .greater: a > b
        case .less: a < b
        }
    }
}
