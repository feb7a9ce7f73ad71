import Foundation

/// The published schemas, applied by a validator that is not ours.
enum SchemaValidation {
    /// What the validator says; empty when the document is valid.
    static func problems(of document: String, _ schema: String) throws -> String {
        let program = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1])); document = json.load(open(sys.argv[2]))
            validator = getattr(jsonschema, "Draft202012Validator", jsonschema.Draft7Validator)
            for e in list(validator(schema).iter_errors(document))[:5]: print(list(e.absolute_path), e.message[:200])
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c", program, Tool.root.appending(path: "Docs/Schemas/\(schema).schema.json").path, document,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
