import Messages

/// The objects of an export of NetBox, CSV or JSON.
enum NetBoxFile {
    /// Of a first row, 0…100: headers that only NetBox has count more.
    static func likeness(_ row: Sheet.Row) -> Int {
        let headers = Set(row.cells.map(\.text.folded))
        let known = headers.filter { NetBoxRecord.field(named: $0) != nil }.count
        let own: Set<String> = [
            "vrf", "tenant", "virtual machine", "device type", "device role", "dns name", "nat inside", "is primary",
            "is oob", "asset tag", "manufacturer", "rack", "site", "platform", "cluster", "assigned", "parent",
        ]
        let marks = headers.intersection(own).count
        guard known >= 2, marks >= 2 else { return 0 }
        if headers.contains("address") || headers.contains("name") || headers.contains("ip address") {
            return marks >= 3 ? 90 : 60
        }
        return 0
    }

    /// Of an answer of the API, or of the list in it.
    static func likeness(json text: String) -> Int {
        let marks = [
            "\"assigned_object", "\"dns_name\"", "\"vrf\"", "\"tenant\"", "\"device_type\"", "\"primary_ip4\"",
        ]
        let found = marks.filter { text.contains($0) }.count
        return found >= 3 ? 95 : found == 2 ? 60 : 0
    }

    static func records(_ source: ImportSource) throws(ImportFailure) -> [NetBoxRecord] {
        guard source.bytes.count <= ImportLimits.file else {
            throw ImportFailure(path: source.path, ImportMessage.fileTooLarge(limit: ImportLimits.file))
        }
        guard let text = ByteText.utf8(source.bytes) else {
            throw ImportFailure(path: source.path, ImportMessage.notText)
        }
        do throws(ImportProblem) {
            let first = text.first { $0 > 0x20 }
            let records = first == 0x7b || first == 0x5b ? try json(text) : try table(text)
            guard !records.isEmpty else { throw ImportProblem(line: 0, message: ImportMessage.notOfKind("netbox")) }
            guard records.count <= ImportLimits.rows else {
                throw ImportProblem(line: 0, message: ImportMessage.tooManyRows(limit: ImportLimits.rows))
            }
            return records
        } catch {
            throw ImportFailure(path: source.path, problems: [error])
        }
    }

    private static func json(_ text: [UInt8]) throws(ImportProblem) -> [NetBoxRecord] {
        let value = try LinedJSON.read(text)
        if case .array(let items) = value["results"] ?? value { return items.compactMap { NetBoxRecord($0) } }
        return NetBoxRecord(value).map { [$0] } ?? []
    }

    private static func table(_ text: [UInt8]) throws(ImportProblem) -> [NetBoxRecord] {
        let sheet = try DelimitedText.read(text)
        guard let header = sheet.rows.first else { return [] }
        var fields: [Int: NetBoxRecord.Field] = [:]
        for cell in header.cells { fields[cell.column] = NetBoxRecord.field(named: cell.text) }
        let isInterfaces = fields.values.contains(.mac) && fields.values.contains(.device)
        return sheet.rows.dropFirst().compactMap { row in
            var record = NetBoxRecord(line: row.line)
            for cell in row.cells {
                // A dash stands for nothing in exported tables.
                guard let field = fields[cell.column], cell.text != "—", record[field] == nil else { continue }
                record.values[field] = cell.text
                if field == .address { record.column = cell.place }
            }
            if isInterfaces { record.values[.interface] = record.values[.interface] ?? record.values[.name] }
            return record.values.isEmpty ? nil : record
        }
    }
}
