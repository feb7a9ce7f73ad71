/// Which of Cisco's operating systems a configuration is of.
enum CiscoSystem {
    case classic, nexus, asa, xr

    /// Lines that are looked at.
    private static let lines = 20_000

    init(_ lines: [ImportLine]) {
        var features = 0
        var system = CiscoSystem.classic
        for line in lines.prefix(Self.lines) {
            let text = line.text
            if text.hasPrefix("ASA Version") || text.hasPrefix(" nameif ") { system = .asa }
            if text.hasPrefix("!! IOS XR") || text.hasPrefix(" ipv4 address ") { system = .xr }
            if text.hasPrefix("feature ") || text.hasPrefix("boot nxos") || text.hasPrefix("vrf context ") {
                features += 1
            }
        }
        self = system == .classic && features > 0 ? .nexus : system
    }

    /// There is no `ipv6 unicast-routing`.
    var alwaysRoutes: Bool { self != .classic }

    /// What closes the banner that the line opens. `banner motd ^C` is written with the two characters or the octet.
    func bannerEnd(_ line: ImportLine) -> String? {
        let text = line.text
        guard text.hasPrefix("banner ") else { return nil }
        // Of an ASA every line is a command of its own.
        if self == .asa { return "" }
        var rest = text.dropFirst("banner ".count).drop { $0 != " " }.drop { $0 == " " }
        guard let first = rest.first else { return "" }
        let end = rest.hasPrefix("^C") ? "^C" : String(first)
        rest = rest.dropFirst(end.count)
        return rest.contains(end) ? "" : end
    }
}

extension Substring {
    /// Without a pair of quotation marks around it.
    var trimmingQuotes: String {
        guard utf8.count >= 2, hasPrefix("\""), hasSuffix("\"") else { return String(self) }
        return String(dropFirst().dropLast())
    }
}
