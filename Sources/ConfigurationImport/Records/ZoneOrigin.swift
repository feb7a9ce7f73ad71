import NetworkTypes

/// The zone that a file is for, where no `$ORIGIN` and no start of the zone says it.
enum ZoneOrigin {
    /// Lines of a comment at the beginning that are looked at.
    private static let headLines = 20

    private static let beginnings = ["db.", "zone.", "named.", "master.", "primary.", "pri.", "forward.", "fwd."]
    private static let endings = [".zone", ".db", ".dns", ".hosts", ".signed", ".txt"]
    /// What stands behind the last dot of a file's name and is no domain.
    private static let fileTypes: Set<Substring> = [
        "bak", "cfg", "conf", "copy", "csv", "gz", "json", "jnl", "log", "new", "old", "orig", "save", "tar", "tmp",
        "txt", "xml", "yaml", "yml", "zip", "zone",
    ]

    /// Lower case, with the dot at the end; nil: neither a comment nor the name of the file says it.
    static func guess(path: String, lines: [ImportLine]) -> String? {
        for line in lines.prefix(headLines) {
            if let name = commented(line.text), let origin = domain(name[...]) { return origin }
        }
        return fileName(path)
    }

    /// Of the comment that Windows writes, `;  Database file office.example.dns for office.example zone.`
    private static func commented(_ text: String) -> String? {
        let words = text.split { $0 == " " || $0 == "\t" || $0 == ";" }
        guard text.hasPrefix(";"), words.count == 6, words[0] == "Database", words[1] == "file", words[3] == "for",
            words[5] == "zone."
        else { return nil }
        return String(words[4])
    }

    private static func fileName(_ path: String) -> String? {
        var name = (path.split(separator: "/").last ?? "").lowercased()[...]
        for _ in 0..<2 {
            if let ending = endings.first(where: { name.hasSuffix($0) }) { name = name.dropLast(ending.utf8.count) }
        }
        if let beginning = beginnings.first(where: { name.hasPrefix($0) }) {
            name = name.dropFirst(beginning.utf8.count)
            if beginning == "db.", let reverse = reverse(name) { return reverse }
        }
        guard let type = name.split(separator: ".").last, !fileTypes.contains(type) else { return nil }
        return domain(name)
    }

    /// `db.192.0.2` is the usual name of the file of 2.0.192.in-addr.arpa.
    private static func reverse(_ name: Substring) -> String? {
        let octets = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(octets.count), octets.allSatisfy({ UInt8($0) != nil }) else { return nil }
        return octets.reversed().joined(separator: ".") + ".in-addr.arpa."
    }

    /// At least two labels of letters, digits, `-`, `_` and `/`, the last of them no number.
    private static func domain(_ name: Substring) -> String? {
        let name = name.hasSuffix(".") ? name.dropLast() : name
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, name.utf8.count <= 253, let last = labels.last, last.utf8.count >= 2,
            last.utf8.contains(where: { $0 >= 0x41 })
        else {
            return nil
        }
        for label in labels {
            guard (1...63).contains(label.utf8.count), label.utf8.allSatisfy(isNameOctet) else { return nil }
        }
        return name.lowercased() + "."
    }

    private static func isNameOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
        default: false
        }
    }
}
