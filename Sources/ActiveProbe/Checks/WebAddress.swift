/// Where a redirect leads: the parts of an `http` or `https` URL that are needed to follow it. RFC 3986 §3, §5.
struct WebAddress: Equatable {
    var isTLS: Bool
    var host: String
    var port: UInt16
    /// Begins with a slash.
    var path: String

    /// As the field Host writes it.
    var authority: String { port == (isTLS ? 443 : 80) ? host : "\(host):\(port)" }

    /// Nil: another scheme, or no URL.
    func following(_ location: String) -> WebAddress? {
        guard location.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), !location.isEmpty else { return nil }
        let text = location.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
        if text.isEmpty { return nil }
        if text.hasPrefix("//") { return Self.parse(text.dropFirst(2), isTLS: isTLS) }
        if text.hasPrefix("/") { return WebAddress(isTLS: isTLS, host: host, port: port, path: String(text)) }
        let lower = text.prefix(8).lowercased()
        if lower.hasPrefix("http://") { return Self.parse(text.dropFirst(7), isTLS: false) }
        if lower.hasPrefix("https://") { return Self.parse(text.dropFirst(8), isTLS: true) }
        // Any other scheme is not followed; what remains is a path beside this one.
        if let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") { return nil }
        let folder = path.prefix { $0 != "?" }.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return WebAddress(isTLS: isTLS, host: host, port: port, path: String(folder + text))
    }

    private static func parse(_ text: Substring, isTLS: Bool) -> WebAddress? {
        let end = text.firstIndex { $0 == "/" || $0 == "?" } ?? text.endIndex
        var authority = text[..<end]
        guard !authority.contains("@") else { return nil }
        let rest = text[end...]
        let path = rest.hasPrefix("/") ? String(rest) : "/" + rest
        var port: UInt16 = isTLS ? 443 : 80
        if authority.last != "]", let colon = authority.lastIndex(of: ":") {
            guard let number = UInt16(authority[authority.index(after: colon)...]), number > 0 else { return nil }
            port = number
            authority = authority[..<colon]
        }
        guard !authority.isEmpty else { return nil }
        return WebAddress(isTLS: isTLS, host: authority.lowercased(), port: port, path: path)
    }
}
