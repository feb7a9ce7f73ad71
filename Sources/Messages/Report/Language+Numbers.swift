extension Language {
    /// A whole number with its thousands grouped: `1.234` in Vietnamese, `1,234` in English.
    public func number(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(groupSeparator) }
            grouped.append(digit)
        }
        return value < 0 ? "-\(grouped)" : grouped
    }

    /// A number with one decimal, rounded half away from zero; an en dash for what is no finite number.
    public func decimal(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "–" }
        let tenths = Int64((value * 10).rounded())
        let text = number(tenths.magnitude / 10) + String(decimalSeparator) + String(tenths.magnitude % 10)
        return tenths < 0 ? "-\(text)" : text
    }

    /// A part of a whole in per cent, `33,3 %`; an en dash where there is no whole.
    public func percentage(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return decimal(Double(part) * 100 / Double(whole)) + "\u{a0}%"
    }

    private var groupSeparator: Character { self == .vietnamese ? "." : "," }
    private var decimalSeparator: Character { self == .vietnamese ? "," : "." }
}
