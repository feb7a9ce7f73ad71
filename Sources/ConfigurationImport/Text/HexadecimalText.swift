import NetworkTypes

/// Octets that are written in hexadecimal: with `:`, `-`, blanks or nothing between them.
enum HexadecimalText {
    /// A DUID has at most 130 octets. RFC 8415 §11.1.
    static let octetLimit = 130

    /// Lower case, without separators; nil: it is no such text, or too long.
    static func digits(_ text: some StringProtocol) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" || $0 == " " }
        guard text.utf8.count <= octetLimit * 3 else { return nil }
        var digits = ""
        for part in parts {
            guard !part.isEmpty, part.utf8.allSatisfy(\.isHexadecimalDigit) else { return nil }
            // Some programs drop the leading zero of an octet.
            if part.utf8.count == 1 { digits.append("0") } else if part.utf8.count % 2 == 1 { return nil }
            digits += part.lowercased()
        }
        return digits.isEmpty || digits.utf8.count > octetLimit * 2 ? nil : digits
    }

    /// The DUID inside a DHCPv4 client identifier of type 255: one octet type, four of IAID. RFC 4361 §6.1.
    static func uniqueIdentifier(ofClient text: some StringProtocol) -> String? {
        guard let digits = digits(text), digits.hasPrefix("ff"), digits.utf8.count > 10 else { return nil }
        return String(digits.dropFirst(10))
    }
}
