import Messages
import NetworkTypes
public import TrafficObservation

/// A zone file as BIND, NSD, Knot and Windows write it, also the answer to a zone transfer. RFC 1035 §5.
///
/// Names are those with A or AAAA records; PTR records are pointers. Aliases have no addresses of their own.
public enum ZoneImporter: ConfigurationImporter {
    public static var kind: ImportKind { .zone }

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var likeness = 0
        var records = 0
        var others = 0
        for line in lines {
            let words = line.text.prefix { $0 != ";" }.split { $0 == " " || $0 == "\t" }
            guard let first = words.first else { continue }
            if line.indentation == 0, ["$ORIGIN", "$TTL"].contains(first.uppercased()), words.count >= 2 {
                likeness = max(likeness, 85)
                records += 1
            } else if let type = recordType(words, isOwnerBlank: line.indentation > 0) {
                if type == "SOA" { likeness = 95 }
                records += 1
            } else {
                others += 1
            }
        }
        // The numbers of a start of authority stand on lines of their own.
        if likeness > 0 { return likeness }
        return records > 0 && records >= others ? 80 : 0
    }

    /// Of a line `[OWNER] [TTL] IN TYPE DATA`, the class and the lifetime in either order.
    private static func recordType(_ words: [Substring], isOwnerBlank: Bool) -> String? {
        var rest = words[...]
        if !isOwnerBlank { rest.removeFirst() }
        var hasClass = false
        while let word = rest.popFirst()?.uppercased() {
            if word == "IN" {
                hasClass = true
            } else if !(word.utf8.first.map { (0x30...0x39).contains($0) } ?? false) {
                let isRecord = hasClass && !rest.isEmpty && (ZoneRecord.readTypes.contains(word) || word == "TXT")
                return isRecord ? word : nil
            }
        }
        return nil
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try source.lines()
        var problems = ProblemList()
        var reader = ZoneReader(guessedOrigin: ZoneOrigin.guess(path: source.path, lines: lines))
        var count = 0
        ZoneEntry.split(lines, &problems) { entry in
            count += 1
            reader.read(entry)
        }
        problems.add(reader.problems)
        try problems.check(source.path)
        guard count > 0 else { throw ImportFailure(path: source.path, ImportMessage.empty) }
        guard reader.rowCount < ImportLimits.rows else {
            throw ImportFailure(path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows))
        }
        var file = source.file(kind)
        file.names = reader.names.sorted()
        file.pointers = reader.pointers.pointers
        return file
    }
}
