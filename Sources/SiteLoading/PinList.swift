import SiteModel

/// Where the statements about machines stand in the text of `site.yaml`: the key `pins` and its list.
struct PinList {
    enum Form {
        /// The key is not there.
        case absent
        /// The key has no value, or an empty list in brackets: what to replace, behind the colon.
        case empty(Range<Int>)
        /// One item below the other, each beginning with a hyphen; indented by so many spaces.
        case lines([Range<Int>], indent: Int)
        /// In brackets, between the opening and the closing one.
        case brackets([Range<Int>], inside: Range<Int>)
    }

    /// A form of the list that no change is known for: the user has to write it.
    struct Unknown: Error {}

    /// Offsets count Unicode scalars.
    let scalars: [Unicode.Scalar]
    let form: Form
    /// The line of each statement, 1-based.
    let lines: [Int]
    private let starts: [Int]

    init(_ text: String, root: YAMLNode) throws(Unknown) {
        let scalars = Array(text.unicodeScalars)
        let starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
        self.scalars = scalars
        self.starts = starts
        guard case .mapping(let entries) = root.content else { throw Unknown() }
        guard let position = entries.firstIndex(where: { $0.key.value == "pins" }) else {
            // A text in braces cannot be continued by lines.
            if scalars[try Self.offset(root.line, root.column, scalars, starts)] == "{" { throw Unknown() }
            form = .absent
            lines = []
            return
        }
        let entry = entries[position]
        let next = entries.count > position + 1 ? entries[position + 1].key.line : nil
        guard case .list(let members) = entry.value.content, !members.isEmpty else {
            form = try Self.empty(entry, scalars, starts)
            lines = []
            return
        }
        lines = members.map(\.line)
        let end = next.flatMap { starts.indices.contains($0 - 1) ? starts[$0 - 1] : nil } ?? scalars.count
        let first = try Self.offset(entry.value.line, entry.value.column, scalars, starts)
        let begins = try members.map { member throws(Unknown) in
            try Self.offset(member.line, member.column, scalars, starts)
        }
        switch scalars[first] {
        case "-":
            let ranges = try Self.lines(begins, until: end, scalars)
            guard let hyphen = ranges.first?.lowerBound else { throw Unknown() }
            form = .lines(ranges, indent: scalars[hyphen...].prefix { $0 == " " }.count)
        case "[":
            let close = try Self.closing(first, scalars)
            let items = try begins.map { begin throws(Unknown) in begin..<(try Self.closing(begin, scalars) + 1) }
            form = .brackets(items, inside: first + 1..<close)
        default: throw Unknown()
        }
    }

    // MARK: Places

    private static func offset(
        _ line: Int, _ column: Int, _ scalars: [Unicode.Scalar], _ starts: [Int]
    ) throws(Unknown) -> Int {
        guard starts.indices.contains(line - 1), scalars.indices.contains(starts[line - 1] + column - 1) else {
            throw Unknown()
        }
        return starts[line - 1] + column - 1
    }

    /// What stands behind the colon: nothing, a word for nothing, or empty brackets.
    private static func empty(
        _ entry: YAMLEntry, _ scalars: [Unicode.Scalar], _ starts: [Int]
    ) throws(Unknown) -> Form {
        let key = try offset(entry.key.line, entry.key.column, scalars, starts)
        guard let colon = scalars[key...].firstIndex(of: ":") else { throw Unknown() }
        var end = colon + 1
        if case .list = entry.value.content {
            let open = try offset(entry.value.line, entry.value.column, scalars, starts)
            guard scalars[open] == "[" else { throw Unknown() }
            end = try closing(open, scalars) + 1
        } else if entry.value.isNull {
            let rest = scalars[end...].prefix { $0 != "\n" && $0 != "\r" && $0 != "#" }
            // Spaces before a comment are the user's.
            if let last = rest.lastIndex(where: { $0 != " " && $0 != "\t" }) { end = last + 1 }
        } else {
            throw Unknown()
        }
        return .empty(colon + 1..<end)
    }

    /// The bracket that closes the one at an offset; quoted brackets do not count.
    private static func closing(_ open: Int, _ scalars: [Unicode.Scalar]) throws(Unknown) -> Int {
        var depth = 0
        var quote: Unicode.Scalar?
        var offset = open
        while offset < scalars.count {
            let scalar = scalars[offset]
            if let end = quote {
                if scalar == "\\", end == "\"" { offset += 1 }
                if scalar == end { quote = nil }
            } else if scalar == "#", offset > 0, " \t\n".unicodeScalars.contains(scalars[offset - 1]) {
                while offset + 1 < scalars.count, scalars[offset + 1] != "\n" { offset += 1 }
            } else if "\"'".unicodeScalars.contains(scalar), offset > 0,
                " ,[{:".unicodeScalars.contains(scalars[offset - 1])
            {
                quote = scalar
            } else if "[{".unicodeScalars.contains(scalar) {
                depth += 1
            } else if "]}".unicodeScalars.contains(scalar) {
                depth -= 1
                if depth == 0 { return offset }
            }
            offset += 1
        }
        throw Unknown()
    }

    /// Whole lines, from the line of each hyphen to the last line with content before the next.
    private static func lines(
        _ begins: [Int], until end: Int, _ scalars: [Unicode.Scalar]
    ) throws(Unknown) -> [Range<Int>] {
        let heads = try begins.map { begin throws(Unknown) in
            guard let hyphen = scalars[..<begin].lastIndex(where: { $0 != " " }), scalars[hyphen] == "-" else {
                throw Unknown()
            }
            let head = (scalars[..<hyphen].lastIndex(of: "\n") ?? -1) + 1
            guard scalars[head..<hyphen].allSatisfy({ $0 == " " }) else { throw Unknown() }
            return head
        }
        return heads.enumerated().map { number, head in
            let limit = number + 1 < heads.count ? heads[number + 1] : end
            var last = head
            var line = head
            while line < limit {
                let stop = scalars[line..<limit].firstIndex(of: "\n").map { $0 + 1 } ?? limit
                let content = scalars[line..<stop].first { !" \t\r\n".unicodeScalars.contains($0) }
                if let content, content != "#" { last = stop }
                line = stop
            }
            return head..<last
        }
    }
}
