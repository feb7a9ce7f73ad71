public import Messages

extension Finding {
    /// One of its rule's texts with the values of this finding; a value that is not known shows as a dash.
    public func text(_ template: LocalizedText, in language: Language) -> String {
        TextPart.parts(of: template[language]).map { part in
            switch part {
            case .text(let text): String(text)
            case .placeholder(let name): values[String(name)]?.printable ?? "–"
            }
        }.joined()
    }

    /// What was found, in one sentence or two.
    public func summary(by rule: Rule, in language: Language) -> String {
        text(verdict == .warn ? rule.text.warning : rule.text.finding, in: language)
    }
}
