import NetworkTypes
public import SiteModel

/// A statement about machines as a line of `site.yaml`.
enum PinText {
    /// `{same: ["00:0d:b9:4a:30:01", 10.20.40.1], by: …, on: …, why: …}`
    static func text(_ pin: Pin) -> String {
        let keys = pin.keys.map { scalar($0.text) }.joined(separator: ", ")
        var parts = ["\(pin.relation.rawValue): [\(keys)]", "by: \(scalar(pin.by))", "on: \(pin.on)"]
        if let why = pin.why { parts.append("why: \(scalar(why))") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// Plain where YAML takes it for nothing else, else in double quotes. YAML 1.2 §7.3.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
                    || "0123456789 -./()_".unicodeScalars.contains($0)
            }
            && text.first.map { $0.isLetter || $0.isNumber } == true && text.last != " "
            && !["null", "true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Pin.Key {
    /// As a site file writes it.
    public var text: String {
        switch self {
        case .mac(let mac): mac.description
        case .address(let address): address.description
        }
    }
}
