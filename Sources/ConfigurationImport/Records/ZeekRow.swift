import Messages
import NetworkTypes

/// A row of a Zeek log, whatever the form that it is written in.
struct ZeekRow {
    /// The logs that are read; the raw value is the `#path`.
    enum Log: String {
        case conn, dns, dhcp
        case knownHosts = "known_hosts"
        case knownServices = "known_services"
    }

    enum Form {
        case columns(ZeekHeader, [Substring])
        case json(JSONNode)
    }

    let line: UInt32
    let form: Form

    /// Nil where the field is unset or missing.
    func value(_ field: String) -> String? {
        switch form {
        case .columns(let header, let values):
            guard let place = header.columns[field], values.indices.contains(place), values[place] != header.unset
            else { return nil }
            return values[place] == header.empty ? "" : Self.unescaped(values[place])
        case .json(let node):
            guard let found = Self.member(node, field) else { return nil }
            return found.text ?? found.bool.map { $0 ? "T" : "F" }
        }
    }

    /// Of a set or vector; empty where it is unset or missing.
    func list(_ field: String) -> [String] {
        switch form {
        case .columns(let header, let values):
            guard let place = header.columns[field], values.indices.contains(place), values[place] != header.unset,
                values[place] != header.empty
            else { return [] }
            return values[place].split(separator: header.setSeparator).map(Self.unescaped)
        case .json(let node):
            return Self.member(node, field)?.elements.compactMap(\.text) ?? []
        }
    }

    /// Of fields that must be right where they are set.
    func value<Value>(_ field: String, _ read: (String) -> Value?) throws(ImportProblem) -> Value? {
        guard let text = value(field), !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw ImportProblem(line: line, message: RecordMessage.fieldValue(field: field, value: text))
        }
        return value
    }

    /// Of the first of the fields that is set.
    func value<Value>(_ fields: [String], _ read: (String) -> Value?) throws(ImportProblem) -> Value? {
        for field in fields {
            if let value = try value(field, read) { return value }
        }
        return nil
    }

    func required<Value>(_ field: String, _ read: (String) -> Value?) throws(ImportProblem) -> Value {
        guard let value = try value(field, read) else {
            throw ImportProblem(line: line, message: RecordMessage.missingField(field))
        }
        return value
    }

    /// Nil where the row has none.
    func time() throws(ImportProblem) -> CaptureTime? {
        try value(value("ts") == nil ? "@timestamp" : "ts") {
            RecordTime.epoch($0) ?? RecordTime.calendar($0, offsetMinutes: 0)
        }
    }

    /// Some that ship logs write `id_orig_h` for `id.orig_h`, or an object within the object.
    private static func member(_ node: JSONNode, _ field: String) -> JSONNode? {
        if let found = node[field] { return found }
        guard field.hasPrefix("id.") else { return nil }
        return node["id_\(field.dropFirst(3))"] ?? node["id"]?[String(field.dropFirst(3))]
    }

    /// Octets that would break the columns are written `\xHH`. docs.zeek.org, log formats.
    static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var octets: [UInt8] = []
        var rest = text.utf8[...]
        while let octet = rest.popFirst() {
            let digits = rest.dropFirst().prefix(2)
            if octet == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"), digits.count == 2,
                digits.allSatisfy(\.isHexadecimalDigit), let value = UInt8(Substring(digits), radix: 16)
            {
                octets.append(value)
                rest = rest.dropFirst(3)
            } else {
                octets.append(octet)
                if octet == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
