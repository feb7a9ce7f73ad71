/// The texts that cells of a spreadsheet refer to by number. ECMA-376 part 1, §18.4.
struct SharedStrings {
    private var texts: [String] = []

    subscript(index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }

    init(_ content: [UInt8]) throws(MarkupReader.Failure) {
        var reader = MarkupReader(content)
        while let event = try reader.next() {
            guard case .start(let tag) = event, tag.name == "si", texts.count < SheetLimits.cells else { continue }
            texts.append(try Self.text(until: "si", &reader))
        }
    }

    /// The runs of a text joined; readings of characters (`rPh`) are no part of it.
    static func text(until element: StaticString, _ reader: inout MarkupReader) throws(MarkupReader.Failure) -> String {
        var (text, isText, isReading) = ("", false, false)
        while let event = try reader.next() {
            switch event {
            case .start(let tag) where tag.name == "t": isText = true
            case .end(let name) where name == "t": isText = false
            case .start(let tag) where tag.name == "rPh": isReading = true
            case .end(let name) where name == "rPh": isReading = false
            case .end(let name) where name == element: return unescaped(text)
            case .text(let part) where isText && !isReading: text += part
            default: break
            }
        }
        throw .truncated
    }

    /// `_x000D_` stands for the character of that number. ECMA-376 part 1, §22.9.2.19.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? "\u{fffd}"
        }
    }
}
