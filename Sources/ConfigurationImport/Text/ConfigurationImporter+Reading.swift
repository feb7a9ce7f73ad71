import Messages
import TrafficObservation

extension ConfigurationImporter {
    /// The lines of a file that is of this format at all.
    ///
    /// - Throws: one problem where the file is empty or nothing in it looks like the format.
    static func recognisedLines(_ source: ImportSource) throws(ImportFailure) -> [ImportLine] {
        let lines = try source.lines()
        guard lines.contains(where: { !$0.words.isEmpty }) else {
            throw ImportFailure(path: source.path, ImportMessage.empty)
        }
        guard likeness(source, lines: lines[...]) > 0 else { throw notOfKind(source) }
        return lines
    }

    static func notOfKind(_ source: ImportSource) -> ImportFailure {
        ImportFailure(path: source.path, ImportMessage.notOfKind(kind.rawValue))
    }

    static func tooManyRows(_ source: ImportSource, line: UInt32) -> ImportFailure {
        ImportFailure(path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows), line: line)
    }
}

/// How much of a text consists of lines that a format knows.
enum Likeness {
    /// How many lines of the beginning are looked at.
    static let lineLimit = 2000

    /// The share of lines that `isKnown` accepts among those that say something, in percent.
    static func share(
        of lines: ArraySlice<ImportLine>, comment marks: String = "#", _ isKnown: (ImportLine) -> Bool
    ) -> Int {
        var (known, all) = (0, 0)
        for line in lines.prefix(lineLimit) {
            guard let first = line.text.unicodeScalars.first(where: { $0 != " " && $0 != "\t" }),
                !marks.unicodeScalars.contains(first)
            else { continue }
            all += 1
            if isKnown(line) { known += 1 }
        }
        return all == 0 ? 0 : known * 100 / all
    }

    /// How many of the words stand in the text, each counted once.
    static func count(_ words: [String], in lines: ArraySlice<ImportLine>) -> Int {
        var missing = words
        for line in lines.prefix(lineLimit) where !missing.isEmpty {
            missing.removeAll { line.text.contains($0) }
        }
        return words.count - missing.count
    }

    /// The first character that is no blank, or nil.
    static func firstCharacter(_ lines: ArraySlice<ImportLine>) -> Character? {
        for line in lines.prefix(lineLimit) {
            if let character = line.text.first(where: { !$0.isWhitespace && $0 != "\u{feff}" }) { return character }
        }
        return nil
    }
}
