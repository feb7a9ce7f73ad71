public import SiteModel

/// The statements about machines in a site folder, and `site.yaml` with one more or one less.
///
/// The file is the user's: every byte that a change does not concern stays. Nothing is written here.
public struct PinFile: Sendable {
    /// A statement with its line in `site.yaml`, 1-based.
    public struct Statement: Sendable {
        public let pin: Pin
        public let line: Int
    }

    /// The new text of the file, and the lines that differ.
    public struct Change: Sendable {
        public let text: String
        public let line: Int
        public let removed: [String]
        public let added: [String]
        /// What the file says then.
        public let statements: [Statement]
    }

    public enum Failure: Error, Sendable {
        case site(SiteError)
        /// The list has a form that cannot be changed line by line; this is to be written by hand.
        case unknownForm(line: String)
    }

    public let site: Site
    public let statements: [Statement]
    private let folder: String
    private let hasMark: Bool
    private let text: String
    private let systems: String?
    private let answers: String?

    public init(folder: String) throws(SiteError) {
        site = try SiteLoader.load(folder: folder)
        self.folder = folder
        let whole = Self.text(SiteLoader.siteFile, in: folder) ?? ""
        hasMark = whole.unicodeScalars.first == "\u{feff}"
        text = hasMark ? String(whole.unicodeScalars.dropFirst()) : whole
        systems = Self.text(SiteLoader.systemsFile, in: folder)
        answers = Self.text(SiteLoader.answersFile, in: folder)
        statements = Self.statements(of: site, in: text)
    }

    /// A site of one file.
    init(text: String) throws(SiteError) {
        site = try SiteLoader.read(site: text)
        folder = ""
        hasMark = text.unicodeScalars.first == "\u{feff}"
        self.text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
        systems = nil
        answers = nil
        statements = Self.statements(of: site, in: self.text)
    }

    private static func text(_ name: String, in folder: String) -> String? {
        try? SiteFile.text(at: folder.hasSuffix("/") ? folder + name : folder + "/" + name)
    }

    private static func list(in text: String) -> PinList? {
        var reader = YAMLReader(file: SiteLoader.siteFile, problems: ProblemCollector())
        return reader.root(of: text).flatMap { try? PinList(text, root: $0) }
    }

    private static func statements(of site: Site, in text: String) -> [Statement] {
        let lines = list(in: text)?.lines ?? []
        return site.pins.enumerated().map { number, pin in
            Statement(pin: pin, line: lines.indices.contains(number) ? lines[number] : 0)
        }
    }

    // MARK: Changes

    /// With one more statement, behind the others.
    public func adding(_ pin: Pin) throws(Failure) -> Change {
        let statement = PinText.text(pin)
        guard let list = Self.list(in: text) else { throw .unknownForm(line: statement) }
        var scalars = list.scalars
        let lineBreak = Array((text.unicodeScalars.contains("\r") ? "\r\n" : "\n").unicodeScalars)
        func insert(_ text: String, at offset: Int) {
            scalars.insert(contentsOf: Array(text.unicodeScalars), at: offset)
        }
        let item = "- \(statement)" + (lineBreak.count > 1 ? "\r\n" : "\n")
        switch list.form {
        case .absent:
            if let last = scalars.last, last != "\n" { scalars += lineBreak }
            scalars += Array("pins:".unicodeScalars) + lineBreak
            insert("  " + item, at: scalars.count)
        case .empty(let range):
            scalars.removeSubrange(range)
            var end = scalars[range.lowerBound...].firstIndex(of: "\n").map { $0 + 1 } ?? scalars.count
            if end == scalars.count, scalars.last != "\n" {
                scalars += lineBreak
                end = scalars.count
            }
            insert("  " + item, at: end)
        case .lines(let items, let indent):
            var end = items.last?.upperBound ?? scalars.count
            if end > 0, scalars[end - 1] != "\n" {
                scalars.insert(contentsOf: lineBreak, at: end)
                end += lineBreak.count
            }
            insert(String(repeating: " ", count: indent) + item, at: end)
        case .brackets(let items, _):
            insert(", " + statement, at: items.last?.upperBound ?? 0)
        }
        return try change(scalars, pins: site.pins + [pin], by: statement)
    }

    /// Without the statement of a number, 0-based.
    public func removing(_ number: Int) throws(Failure) -> Change {
        guard let list = Self.list(in: text), site.pins.indices.contains(number) else {
            throw .unknownForm(line: "pins")
        }
        var scalars = list.scalars
        switch list.form {
        case .absent, .empty: throw .unknownForm(line: "pins")
        case .lines(let items, _):
            guard items.count == site.pins.count else { throw .unknownForm(line: "pins") }
            scalars.removeSubrange(items[number])
            // Comments about a list that is empty now stay, and it says that it is.
            if items.count == 1, let key = Self.endOfKey(scalars, before: items[0].lowerBound) {
                scalars.insert(contentsOf: Array(" []".unicodeScalars), at: key)
            }
        case .brackets(let items, let inside):
            guard items.count == site.pins.count else { throw .unknownForm(line: "pins") }
            let range =
                items.count == 1
                ? inside
                : number == 0
                    ? items[0].lowerBound..<items[1].lowerBound
                    : items[number - 1].upperBound..<items[number].upperBound
            scalars.removeSubrange(range)
        }
        var pins = site.pins
        pins.remove(at: number)
        return try change(scalars, pins: pins, by: "pins")
    }

    /// The offset behind the colon of the key that a list below belongs to.
    private static func endOfKey(_ scalars: [Unicode.Scalar], before offset: Int) -> Int? {
        var end = min(offset, scalars.count)
        while end > 0 {
            let start = (scalars[..<(end - 1)].lastIndex(of: "\n") ?? -1) + 1
            let line = scalars[start..<end]
            if let first = line.first, first != "#", first != " ", let colon = line.firstIndex(of: ":") {
                return colon + 1
            }
            end = start
        }
        return nil
    }

    /// Loads the new text: it must say what was meant, and about everything else what the old one says.
    private func change(_ scalars: [Unicode.Scalar], pins: [Pin], by statement: String) throws(Failure) -> Change {
        let new = String(String.UnicodeScalarView(scalars))
        let loaded: Site
        do {
            loaded = try SiteLoader.read(site: new, systems: systems, answers: answers, folder: folder)
        } catch {
            throw .site(error)
        }
        var expected = site
        expected.pins = pins
        guard loaded == expected else { throw .unknownForm(line: statement) }
        let (line, removed, added) = Self.difference(text, new)
        return Change(
            text: hasMark ? "\u{feff}" + new : new, line: line, removed: removed, added: added,
            statements: Self.statements(of: loaded, in: new))
    }

    /// The lines between the first and the last that differ.
    private static func difference(_ old: String, _ new: String) -> (line: Int, removed: [String], added: [String]) {
        var (a, b) = (lines(of: old)[...], lines(of: new)[...])
        var line = 1
        while let one = a.first, one == b.first {
            a = a.dropFirst()
            b = b.dropFirst()
            line += 1
        }
        while let one = a.last, one == b.last {
            a = a.dropLast()
            b = b.dropLast()
        }
        return (line, Array(a), Array(b))
    }

    private static func lines(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.last == "\r" ? line.dropLast() : line)
        }
    }
}
