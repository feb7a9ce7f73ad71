import Messages
import SiteModel

/// A value as rule files and their cases write it, to the number that stands for it in a row.
enum FactLiteral {
    struct Problem: Error {
        let message: RuleMessage
    }

    static func read(_ text: String, as fact: FactDefinition) -> Result<Int64, Problem> {
        func wrong(_ form: RuleMessage.Form) -> Result<Int64, Problem> {
            .failure(Problem(message: .wrongLiteral(fact: fact.name, literal: text, expected: form)))
        }
        switch fact.type {
        case .count: return wholeNumber(text).map { .success($0) } ?? wrong(.wholeNumber)
        case .boolean:
            switch text {
            case "true": return .success(1)
            case "false": return .success(0)
            default: return wrong(.boolean)
            }
        case .duration:
            if let duration = DurationText.parse(text) { return .success(duration.components.seconds) }
            return wholeNumber(text) == nil ? wrong(.duration) : missingUnit(text, fact, ["s", "min", "h", "d"])
        case .ratio:
            if text.hasSuffix("%"), let percent = wholeNumber(text.dropLast().trimmingSpaces), percent <= 100 {
                return .success(percent * 10_000)
            }
            return wholeNumber(text) == nil ? wrong(.share) : missingUnit(text, fact, ["%"])
        case .choice(let words):
            if let index = words.firstIndex(of: text) { return .success(Int64(index)) }
            return .failure(
                Problem(
                    message: .unknownWord(
                        key: fact.name, value: text, allowed: words, suggestion: NearestWord.of(text, among: words))))
        }
    }

    private static func missingUnit(_ text: String, _ fact: FactDefinition, _ units: [String]) -> Result<Int64, Problem>
    {
        .failure(Problem(message: .missingUnit(fact: fact.name, literal: text, units: units)))
    }

    /// Digits only.
    static func wholeNumber(_ text: some StringProtocol) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(text)
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: SubSequence {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
