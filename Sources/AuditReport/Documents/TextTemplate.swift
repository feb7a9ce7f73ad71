import Messages

/// Fills the placeholders of a rule's text.
enum TextTemplate {
    static func fill(_ text: LocalizedText, with values: [String: String]) -> LocalizedText {
        LocalizedText(vi: fill(text.vietnamese, with: values), en: fill(text.english, with: values))
    }

    /// Replaces each `{name}` once; what a value contains is text. A placeholder without a value becomes a dash.
    private static func fill(_ text: String, with values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values[String(name)]?.printable ?? "–"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
