import Messages
import NetworkTypes
import TrafficObservation

/// Reads the entries of a zone file, with the origin and owner that the entries before left. RFC 1035 §5.1.
struct ZoneReader {
    private(set) var names = NameTable()
    private(set) var pointers = PointerTable()
    private(set) var problems = ProblemList()

    /// Absolute, with the dot at the end; nil: no entry has said it.
    private var origin: String?
    /// What names are completed with where the file does not say: see `ZoneOrigin`.
    private let guessedOrigin: String?
    /// Absolute; nil: no record yet, or one whose owner cannot be told.
    private var owner: String?
    private var hasReportedOrigin = false
    private var generated = 0

    init(guessedOrigin: String?) { self.guessedOrigin = guessedOrigin }

    var rowCount: Int { names.count + pointers.count }

    mutating func read(_ entry: ZoneEntry) {
        guard rowCount < ImportLimits.rows else { return }
        if !entry.isOwnerBlank, let word = entry.words.first, word.hasPrefix("$") {
            direct(word.uppercased(), entry)
        } else {
            record(entry)
        }
    }

    // MARK: Directives

    private mutating func direct(_ directive: String, _ entry: ZoneEntry) {
        switch directive {
        case "$ORIGIN":
            guard entry.words.count >= 2, let name = absolute(entry.words[1], line: entry.line) else { return }
            origin = name
        case "$TTL": break
        case "$GENERATE": generate(entry)
        case "$INCLUDE":
            problems.add(
                RecordMessage.includedFile(entry.words.count >= 2 ? entry.words[1] : ""), line: entry.line)
        default: problems.add(RecordMessage.unknownDirective(entry.words[0]), line: entry.line)
        }
    }

    private mutating func generate(_ entry: ZoneEntry) {
        guard let template = ZoneTemplate(entry) else {
            problems.add(RecordMessage.generateDirective, line: entry.line)
            return
        }
        generated += template.count
        guard generated <= ZoneTemplate.largestCount else {
            problems.add(RecordMessage.tooManyGenerated(limit: ZoneTemplate.largestCount), line: entry.line)
            return
        }
        for words in template.records {
            record(ZoneEntry(line: entry.line, isOwnerBlank: false, words: words))
        }
    }

    // MARK: Records

    private mutating func record(_ entry: ZoneEntry) {
        var rest = entry.words[...]
        let written = entry.isOwnerBlank ? nil : rest.removeFirst()
        let (type, isInternet) = Self.takeType(&rest)
        guard let type, ZoneRecord.isType(type) else {
            problems.add(RecordMessage.unknownRecordType(type ?? ""), line: entry.line)
            return
        }
        if let written {
            // The start of a zone names it, in files that are written whole.
            if type == "SOA", origin == nil, written != ".", written.hasSuffix(".") { origin = written }
            owner = absolute(written, line: entry.line)
        } else if owner == nil, !hasReportedOrigin {
            problems.add(RecordMessage.missingOwner, line: entry.line)
            return
        }
        guard let owner, isInternet, ZoneRecord.readTypes.contains(type) else { return }
        var data = Array(rest)
        if type == "PTR", let name = data.first, name != "\\#" {
            guard let whole = absolute(name, line: entry.line) else { return }
            data[0] = whole
        }
        guard let record = ZoneRecord(owner: owner, type: type, data: data) else {
            let text = data.joined(separator: " ")
            problems.add(
                RecordMessage.recordData(owner: written ?? owner, type: type, data: String(text.prefix(200))),
                line: entry.line)
            return
        }
        add(record, line: entry.line)
    }

    private mutating func add(_ record: ZoneRecord, line: UInt32) {
        switch record.value {
        case .address(let address): names.add(address, to: record.owner, line: line)
        case .name(let name):
            guard let address = ReverseName.address(of: record.owner) else { return }
            pointers.add(address, name: name, line: line)
        case .other: break
        }
    }

    /// Takes the lifetime, the class and the type, which may stand in either order; whether the class is the Internet's.
    private static func takeType(_ words: inout ArraySlice<String>) -> (type: String?, isInternet: Bool) {
        var isInternet = true
        while let word = words.popFirst() {
            switch word.uppercased() {
            case "IN": continue
            case "CH", "HS", "CS": isInternet = false
            // Windows exports when a dynamic record was refreshed, `[AGE:3600123]`.
            case let age where age.hasPrefix("[AGE:"): continue
            case let lifetime where isLifetime(lifetime): continue
            case let type: return (type, isInternet)
            }
        }
        return (nil, isInternet)
    }

    /// Seconds, or `1h30m` as BIND has it; upper case.
    private static func isLifetime(_ word: String) -> Bool {
        word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
            && word.allSatisfy { $0.isNumber || "WDHMS".contains($0) }
    }

    /// A name completed by the origin; nil, with a problem, where there is none.
    private mutating func absolute(_ name: String, line: UInt32) -> String? {
        // A dot behind an odd number of backslashes belongs to the label.
        let escapes = name.dropLast().reversed().prefix { $0 == "\\" }.count
        if name.hasSuffix("."), escapes % 2 == 0 { return name }
        guard let origin = origin ?? guessedOrigin else {
            if !hasReportedOrigin { problems.add(RecordMessage.missingOrigin(name), line: line) }
            hasReportedOrigin = true
            return nil
        }
        if name == "@" { return origin }
        return origin == "." ? name + "." : name + "." + origin
    }
}
