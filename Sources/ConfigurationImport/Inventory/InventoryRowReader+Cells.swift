import Messages
import NetworkTypes
import SiteModel

extension InventoryRowReader {
    mutating func readNetwork(into host: inout ConfiguredHost) {
        if let cell = cells[.ports] {
            let read = PortCell(cell.text)
            for problem in read.problems { report(problem.message, .ports, before: problem.before) }
            host.ports = read.ports
        }
        if let cell = cells[.names], !CellWords.isNothing(cell.text) {
            for word in CellWords.of(cell.text) {
                guard let name = Self.domainName(word) else {
                    report(
                        .wrongForm(String(word), .domainName, suggestion: nil), .names,
                        before: cell.text[..<word.startIndex])
                    continue
                }
                if !host.names.contains(name) { host.names.append(name) }
            }
        }
        host.features = cells[.features].map { CellWords.of($0.text).map { String($0) } } ?? []
    }

    mutating func readTexts(into host: inout ConfiguredHost) {
        let (maker, model) = (text(.maker), text(.model))
        if let maker, let model, !model.folded.hasPrefix(maker.folded) {
            host.model = "\(maker) \(model)"
        } else {
            host.model = model ?? maker
        }
        (host.os, host.serial, host.location) = (text(.os), text(.serial), text(.location))
        (host.purpose, host.responsible) = (text(.purpose), text(.responsible))
        (host.source, host.note) = (text(.source), text(.note))
        host.mandatory = boolean(.mandatory) ?? false
        host.probe = boolean(.probe)
        host.verified = boolean(.verified) ?? false
        host.supportEnd = date(.supportEnd)
        host.validity = Validity(from: date(.validFrom), to: date(.validTo))
        if let text = text(.readiness) {
            if let readiness = Self.readiness(text) {
                host.readiness = readiness
            } else {
                report(.wrongForm(text, .readiness, suggestion: nil), .readiness)
            }
        }
    }

    mutating func readReferences(into row: inout InventoryRow) {
        row.unit = text(.owner)
        row.host.owner = agency(.owner)
        row.host.operatorAgency = agency(.operatorAgency)
        if let text = text(.segment) {
            row.host.segment = segments.isEmpty ? identifier(text, .segment) : segments.id(of: text)
            if !segments.isEmpty, row.host.segment == nil {
                report(.unknownSegment(text, suggestion: segments.suggestion(for: text)), .segment)
            }
        }
        guard let name = text(.system) ?? text(.nameVi) ?? text(.nameEn) else { return }
        row.host.system = Self.identifier(name) ?? Self.slug(name)
        var system = InventoryRow.System(name: text(.nameVi) ?? name, english: text(.nameEn))
        if let text = text(.category) {
            system.category = SystemCategory(rawValue: text.lowercased())
            if system.category == nil {
                let known = SystemCategory.allCases.map(\.rawValue)
                report(.wrongForm(text, .category, suggestion: NearestWord.of(text, among: known)), .category)
            }
        }
        if let text = text(.level) {
            system.level = Int(text).flatMap { (1...5).contains($0) ? $0 : nil }
            if system.level == nil { report(.wrongForm(text, .level, suggestion: nil), .level) }
        }
        system.dependsOn = text(.dependsOn).map { CellWords.of($0).map { String($0) } } ?? []
        row.system = system
    }

    /// What the kind column says; where it says nothing, what the device is called.
    mutating func readKind(into host: inout ConfiguredHost, device: String?) {
        guard let text = text(.kind) else {
            host.kind = device.flatMap { KindWords.kind(in: $0) } ?? .other
            return
        }
        if let kind = KindWords.kind(in: text) {
            host.kind = kind
        } else if let suggestion = KindWords.suggestion(for: text) {
            report(.wrongForm(text, .kind, suggestion: suggestion), .kind)
        }
    }

    // MARK: - Values

    /// Nil: empty, or a dash.
    private func text(_ column: InventoryColumn) -> String? {
        guard let text = cells[column]?.text, text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return text
    }

    private mutating func agency(_ column: InventoryColumn) -> String? {
        guard let text = text(column), !agencies.isEmpty else { return nil }
        let id = agencies.id(of: text)
        if id == nil { report(.unknownUnit(text, suggestion: agencies.suggestion(for: text)), column) }
        return id
    }

    private mutating func boolean(_ column: InventoryColumn) -> Bool? {
        guard let text = cells[column]?.text else { return nil }
        switch text.folded {
        case "yes", "true", "co", "x", "1", "dung": return true
        case "no", "false", "khong", "0", "sai": return false
        case "": return nil
        default:
            report(.wrongForm(text, .boolean, suggestion: nil), column)
            return nil
        }
    }

    /// ISO 8601, or day, month and year as they are written in Vietnam.
    private mutating func date(_ column: InventoryColumn) -> CalendarDate? {
        guard let text = text(column), !CellWords.isNothing(text) else { return nil }
        if let date = CalendarDate(text) { return date }
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        if parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2]), let date = CalendarDate(year: year, month: month, day: day)
        {
            return date
        }
        report(.wrongForm(text, .date, suggestion: nil), column)
        return nil
    }

    private mutating func identifier(_ text: String, _ column: InventoryColumn) -> String? {
        let id = Self.identifier(text)
        if id == nil { report(.wrongForm(text, .identifier, suggestion: nil), column) }
        return id
    }

    static func identifier(_ text: String) -> String? {
        let isValid =
            text.count <= 128 && text.printable == text && !text.contains { $0.isWhitespace || "/@,;".contains($0) }
        return isValid ? text : nil
    }

    /// An id made of a name: `Hệ thống một cửa` is `he-thong-mot-cua`.
    static func slug(_ name: String) -> String {
        let words = name.folded.split(separator: " ").joined(separator: "-")
        return words.isEmpty ? "he-thong" : String(words.prefix(64))
    }

    private static func readiness(_ text: String) -> ConfiguredHost.Readiness? {
        switch text.folded {
        case "ready", "san sang", "da san sang": .ready
        case "configure", "can cau hinh", "cau hinh": .configure
        case "upgrade", "can nang cap", "nang cap": .upgrade
        case "replace", "can thay the", "thay the": .replace
        case "unknown", "chua ro", "khong ro": .unknown
        default: nil
        }
    }

    /// Lower case, without the final dot. RFC 1035 §2.3.4: 253 bytes, labels of 63.
    static func domainName(_ text: some StringProtocol) -> String? {
        var name = text.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, IPAddress(name) == nil,
            labels.last?.contains(where: { !$0.isNumber }) == true,
            labels.allSatisfy({ label in
                (1...63).contains(label.utf8.count)
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            })
        else { return nil }
        return name
    }
}
