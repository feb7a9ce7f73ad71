import Messages

/// Reads JSON with the line of each value: UTF-8 with or without a byte order mark, UTF-16 with one. RFC 8259.
enum PositionedJSON {
    /// What is accepted beyond RFC 8259.
    struct Leniencies: OptionSet, Sendable {
        let rawValue: UInt8
        /// `#`, `//` and `/* */`, as in the files of Kea.
        static let comments = Leniencies(rawValue: 1)
        /// A comma before a closing bracket.
        static let trailingCommas = Leniencies(rawValue: 2)
    }

    static let depthLimit = 64
    /// Of one document.
    static let nodeLimit = 8_000_000

    /// The one document of a file.
    static func read(_ source: ImportSource, _ leniencies: Leniencies = []) throws(ImportFailure) -> JSONNode {
        do throws(ImportProblem) {
            var scanner = JSONScanner(utf8(source.bytes), leniencies)
            guard let node = try scanner.document() else { throw ImportProblem(line: 0, message: ImportMessage.empty) }
            try scanner.finish()
            return node
        } catch {
            throw ImportFailure(path: source.path, problems: [error])
        }
    }

    /// Every document of a file in turn: JSON Lines, or documents that stand one after the other.
    static func documents(
        of source: ImportSource, _ leniencies: Leniencies = [],
        _ body: (JSONNode) throws(ImportProblem) -> Void
    ) throws(ImportFailure) {
        do throws(ImportProblem) {
            var scanner = JSONScanner(utf8(source.bytes), leniencies)
            while let node = try scanner.document() { try body(node) }
        } catch {
            throw ImportFailure(path: source.path, problems: [error])
        }
    }

    /// The one document of a line of JSON Lines; nil: the line is blank.
    static func read(_ line: ImportLine) throws(ImportProblem) -> JSONNode? {
        var scanner = JSONScanner(Array(line.text.utf8), [], line: line.number)
        guard let node = try scanner.document() else { return nil }
        try scanner.finish()
        return node
    }

    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xff, 0xfe]) { return utf8(utf16: bytes, low: 0, high: 1) }
        if bytes.starts(with: [0xfe, 0xff]) { return utf8(utf16: bytes, low: 1, high: 0) }
        return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes[3...]) : bytes
    }

    private static func utf8(utf16 bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 2, to: bytes.count - 1, by: 2) {
            units.append(UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low]))
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
