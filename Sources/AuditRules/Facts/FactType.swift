import SiteModel

/// What kind of value a fact has, and how it is stored: always as a whole number.
public enum FactType: Sendable, Hashable {
    /// How many; a whole number without a unit.
    case count
    /// A length of time, stored in seconds; written `5 min`, `25 h`, `35 d`.
    case duration
    /// A share, stored in millionths, rounded down; written `20 %`.
    case ratio
    /// Stored as 0 and 1; written `true` and `false`.
    case boolean
    /// One of these words; stored as its place in the list.
    case choice([String])

    /// The word of `Docs/Facts.md`.
    var name: String {
        switch self {
        case .count: "count"
        case .duration: "duration"
        case .ratio: "share"
        case .boolean: "yes or no"
        case .choice(let words): words.joined(separator: ", ")
        }
    }

    /// The value as a person reads it, the same in every language; nil for yes and no.
    func text(_ value: Int64) -> String? {
        switch self {
        case .count: String(value)
        case .duration: DurationText.text(.seconds(value))
        case .ratio: Self.percent(value)
        case .boolean: nil
        case .choice(let words): words.indices.contains(Int(clamping: value)) ? words[Int(clamping: value)] : nil
        }
    }

    /// Whole per cent, or one digit behind the point below ten.
    private static func percent(_ millionths: Int64) -> String {
        let tenths = millionths / 1000
        return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}
