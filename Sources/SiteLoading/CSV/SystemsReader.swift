import Messages
import NetworkTypes
import SiteModel

/// `systems.csv` to the systems and devices of a site.
struct SystemsReader {
    /// In the order of a new file.
    static let columns = [
        "system", "name_vi", "name_en", "category", "owner", "operator", "level", "depends_on", "component", "kind",
        "mandatory", "segment", "names", "addresses", "macs", "ports", "probe", "model", "os", "support_end",
        "readiness", "features", "serial", "location", "purpose", "responsible", "valid_from", "valid_to", "source",
        "verified", "note",
    ]
    /// They describe the system, so they stand in its first row only.
    private static let systemColumns = ["name_vi", "name_en", "category", "owner", "operator", "level", "depends_on"]

    let scalars: ScalarReader

    func read(_ text: String, into site: inout Site) {
        let table = CSVTable(text, scalars: scalars)
        guard let header = table.rows.first, let columns = columns(header) else { return }
        var positions: [String: Int] = [:]
        var firstRows: [String: RowReader] = [:]
        var hostLines: [String: Int] = [:]
        for row in table.rows.dropFirst() where !row.isBlank {
            guard row.cells.count == header.cells.count else {
                scalars.report(
                    .cellCount(found: row.cells.count, expected: header.cells.count), line: row.line, column: 1)
                continue
            }
            let reader = RowReader(row, columns: columns, scalars: scalars)
            guard reader["system"] != nil || reader["component"] != nil else {
                scalars.report(.rowNamesNothing, line: row.line, column: 1)
                continue
            }
            guard let system = reader["system"] else {
                checkDevice(reader)
                host(reader, system: nil, seen: &hostLines).map { site.devices.append($0) }
                continue
            }
            guard let id = scalars.identifier("system", system)?.value else { continue }
            if let first = firstRows[id] {
                checkLaterRow(reader, first)
            } else {
                firstRows[id] = reader
                positions[id] = site.systems.count
                site.systems.append(self.system(reader, id: id))
            }
            if reader["component"] != nil, let position = positions[id],
                let host = host(reader, system: id, seen: &hostLines)
            {
                site.systems[position].components.append(host)
            }
        }
    }

    /// The column of each cell, nil for one that is unknown; nil for a header that names nothing usable.
    private func columns(_ header: CSVTable.Row) -> [String?]? {
        if header.cells.count == 1, let cell = header.cells.first {
            for separator in [";", "\t"] where cell.value.contains(separator) {
                scalars.report(.wrongSeparator(separator == ";" ? "';'" : "TAB"), at: cell)
                return nil
            }
        }
        var seen: Set<String> = []
        let columns: [String?] = header.cells.map { cell in
            let name = cell.value.trimmed
            guard Self.columns.contains(name) else {
                let nearest = scalars.problems.suggestion(for: name, among: Self.columns)
                scalars.report(.unknownColumn(name, suggestion: nearest), at: cell)
                return nil
            }
            if !seen.insert(name).inserted { scalars.report(.duplicateColumn(name), at: cell) }
            return name
        }
        for name in ["system", "component"] where !seen.contains(name) {
            scalars.report(.missingColumn(name), line: header.line, column: 1)
        }
        return columns
    }

    private func system(_ row: RowReader, id: String) -> InformationSystem {
        let (vietnamese, english) = (row.text("name_vi"), row.text("name_en"))
        return InformationSystem(
            id: id, name: LocalizedText(vi: vietnamese ?? english ?? id, en: english ?? vietnamese ?? id),
            category: row.value("category") { scalars.enumeration($0, $1, as: SystemCategory.self) },
            owner: row.value("owner") { scalars.reference($0, $1, to: .agency) },
            operatorAgency: row.value("operator") { scalars.reference($0, $1, to: .agency) },
            level: row.value("level") { scalars.wholeNumber($0, $1, in: 1...5) },
            dependsOn: row.values("depends_on") { scalars.identifier($0, $1)?.value },
            validity: row.validity(), source: row.text("source"),
            verified: row.value("verified", scalars.boolean) ?? false,
            note: row.text("note"), line: row.line)
    }

    private func host(_ row: RowReader, system: String?, seen: inout [String: Int]) -> ConfiguredHost? {
        guard let name = row["component"] else { return nil }
        guard !name.value.contains("/"), name.value.printable == name.value else {
            scalars.report(.wrongForm(key: "component", value: name.value, expected: .identifier), at: name)
            return nil
        }
        var host = ConfiguredHost(system: system, name: name.value, line: row.line)
        if let line = seen[host.id] {
            scalars.report(.duplicateIdentifier(host.id, firstLine: line), at: name)
            return nil
        }
        seen[host.id] = row.line
        if let kind = row.value("kind", { scalars.enumeration($0, $1, as: ConfiguredHost.Kind.self) }) {
            host.kind = kind
        }
        host.mandatory = row.value("mandatory", scalars.boolean) ?? false
        host.segment = row.value("segment") { scalars.reference($0, $1, to: .segment) }
        host.names = row.values("names", scalars.domainName)
        host.addresses = row.values("addresses") { scalars.address($0, $1) }
        host.macs = row.values("macs", scalars.mac)
        host.ports = row.values("ports", scalars.port)
        host.probe = row.value("probe", scalars.boolean)
        (host.model, host.os) = (row.text("model"), row.text("os"))
        host.supportEnd = row.value("support_end", scalars.date)
        if let readiness = row.value("readiness", { scalars.enumeration($0, $1, as: ConfiguredHost.Readiness.self) }) {
            host.readiness = readiness
        }
        host.features = row.words("features").map(\.value)
        (host.serial, host.location) = (row.text("serial"), row.text("location"))
        (host.purpose, host.responsible) = (row.text("purpose"), row.text("responsible"))
        if system == nil {
            host.owner = row.value("owner") { scalars.reference($0, $1, to: .agency) }
            host.operatorAgency = row.value("operator") { scalars.reference($0, $1, to: .agency) }
        }
        host.validity = row.validity()
        (host.source, host.note) = (row.text("source"), row.text("note"))
        host.verified = row.value("verified", scalars.boolean) ?? false
        return host
    }

    private func checkDevice(_ row: RowReader) {
        for column in ["category", "level", "depends_on"] {
            guard let cell = row[column] else { continue }
            scalars.report(.notForDevice(column: column), at: cell)
        }
    }

    private func checkLaterRow(_ row: RowReader, _ first: RowReader) {
        for column in Self.systemColumns {
            guard let cell = row[column], cell.value != first.text(column) else { continue }
            scalars.report(.notInFirstRow(column: column, firstLine: first.line), at: cell)
        }
    }
}
