/// What the lines that begin with `#` say of the rows below them. docs.zeek.org, log formats.
struct ZeekHeader {
    private(set) var separator: Character = "\t"
    private(set) var setSeparator: Character = ","
    private(set) var empty = "(empty)"
    private(set) var unset = "-"
    private(set) var path: String?
    /// By name; empty: the rows have no names yet.
    private(set) var columns: [String: Int] = [:]

    /// Takes a line that begins with `#`; others than those of the header are passed over.
    mutating func read(_ line: String) {
        // The separator itself is written behind a space: it is not known yet.
        if line.hasPrefix("#separator ") {
            self = ZeekHeader()
            separator = ZeekRow.unescaped(line.dropFirst("#separator ".count)).first ?? "\t"
            return
        }
        let words = line.split(separator: separator, omittingEmptySubsequences: false)
        let value = words.count >= 2 ? String(words[1]) : nil
        switch words[0] {
        case "#set_separator": setSeparator = value?.first ?? ","
        case "#empty_field": empty = value ?? "(empty)"
        case "#unset_field": unset = value ?? "-"
        case "#path": path = value
        case "#fields":
            columns = [:]
            for (place, name) in words.dropFirst().enumerated() { columns[String(name)] = place }
        default: break
        }
    }

    /// Whether a line belongs to a header of Zeek: a sign of the format.
    static func isHeader(_ line: String) -> Bool {
        line.hasPrefix("#separator \\x") || line.hasPrefix("#fields\t") || line.hasPrefix("#unset_field\t")
    }
}
