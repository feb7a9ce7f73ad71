/// Durations as people write them in site and rule files: `5 min`, `24 h`, `35 d`.
public enum DurationText {
    /// In seconds; the order from the largest is the order of writing.
    private static let units: [(name: String, seconds: Int64)] = [
        ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1),
    ]

    /// The largest number of units that a file may say; about 2,700 years of days.
    static let largestCount: Int64 = 1_000_000

    /// A whole number, optional spaces and one of `s`, `min`, `h`, `d`; nil for anything else.
    public static func parse(_ text: some StringProtocol) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
        guard !digits.isEmpty, let count = Int64(digits), count <= largestCount else { return nil }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let seconds = units.first(where: { unit == $0.name })?.seconds else { return nil }
        return .seconds(count * seconds)
    }

    /// In the largest unit that leaves no rest; parts of a second are dropped.
    public static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        for unit in units where seconds != 0 && seconds % unit.seconds == 0 {
            return "\(seconds / unit.seconds) \(unit.name)"
        }
        return "0 s"
    }
}
