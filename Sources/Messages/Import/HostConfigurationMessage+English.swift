extension HostConfigurationMessage {
    var english: String {
        switch self {
        case .jsonEnded: "The JSON text ends too early: the file is cut off."
        case .jsonUnexpected(let character): "“\(character.printable)” cannot stand here in JSON."
        case .jsonString: "This JSON string has a forbidden character or escape."
        case .jsonNumber: "This is not a JSON number."
        case .jsonTooDeep(let limit): "JSON is nested deeper than \(limit) levels."
        case .jsonTooManyValues(let limit): "The JSON text has more than \(limit) values. Split the file."
        case .blockNotClosed: "This block is not closed: a “}” is missing, or the file is cut off."
        case .blockNotOpened: "This “}” closes no block."
        case .blocksTooDeep(let limit): "Blocks are nested deeper than \(limit) levels."
        case .quoteNotClosed: "This quoted text is not closed."
        case .yaml(let detail): "This is not valid YAML: \(detail.printable)"
        case .yamlTooDeep(let limit): "YAML is nested deeper than \(limit) levels."
        case .yamlAlias: "YAML anchors and aliases are not read. Write the value out."
        }
    }
}
