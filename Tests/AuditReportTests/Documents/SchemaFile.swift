import Foundation

/// The part of JSON Schema that says which keys there are; types and patterns need a full validator.
struct SchemaFile {
    private let name: String
    private let root: [String: Any]
    private let definitions: [String: Any]

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Docs/Schemas")
        let data = try Data(contentsOf: folder.appending(path: "\(name).schema.json"))
        self.name = name
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        definitions = root["$defs"] as? [String: Any] ?? [:]
    }

    func problems(of value: Any) -> [String] { problems(of: value, root, at: name) }

    private func problems(of value: Any, _ schema: [String: Any], at path: String) -> [String] {
        let schema = resolved(schema)
        if let array = value as? [Any] {
            guard let items = schema["items"] as? [String: Any] else { return ["\(path) is not described"] }
            return array.flatMap { problems(of: $0, items, at: "\(path)[]") }
        }
        guard let object = value as? [String: Any] else { return [] }
        if let choices = (schema["oneOf"] ?? schema["anyOf"]) as? [[String: Any]] {
            let all = choices.filter { resolved($0)["type"] as? String != "null" }.map {
                problems(of: object, $0, at: path)
            }
            return all.min { $0.count < $1.count } ?? []
        }
        let properties = schema["properties"] as? [String: Any] ?? [:]
        let required = schema["required"] as? [String] ?? []
        var found = required.filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
        for (key, member) in object.sorted(by: { $0.key < $1.key }) {
            if let property = properties[key] as? [String: Any] {
                found += problems(of: member, property, at: "\(path).\(key)")
            } else if schema["additionalProperties"] == nil {
                found.append("\(path): \(key) is not described")
            }
        }
        return found
    }

    private func resolved(_ schema: [String: Any]) -> [String: Any] {
        guard let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
            let target = definitions[String(name)] as? [String: Any]
        else { return schema }
        return resolved(target)
    }
}
