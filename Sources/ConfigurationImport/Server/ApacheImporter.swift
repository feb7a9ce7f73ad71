import NetworkTypes
public import TrafficObservation

/// Configurations of Apache httpd, whole, `ports.conf` or one file of `sites-available`.
///
/// `Listen 80` opens both families (on Linux one socket for both). A file without a Listen directive says through its
/// virtual hosts which ports it expects. httpd.apache.org/docs/2.4/bind.html.
public enum ApacheImporter: ConfigurationImporter {
    public static let kind = ImportKind.apache

    private static let directives: Set<String> = [
        "listen", "servername", "serveralias", "serveradmin", "documentroot", "errorlog", "customlog", "loadmodule",
        "servertokens", "serverroot", "directoryindex", "allowoverride", "require", "sslengine",
        "sslcertificatefile", "sslcertificatekeyfile", "proxypass", "proxypassreverse", "rewriteengine",
        "rewriterule", "rewritecond", "options", "logformat", "loglevel", "timeout", "keepalive", "user", "group",
        "include", "includeoptional", "redirect", "header", "mutex", "pidfile", "maxkeepaliverequests",
        "keepalivetimeout", "hostnamelookups", "accessfilename", "namevirtualhost",
    ]

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var marks = 0
        let share = Likeness.share(of: lines) { line in
            let first = (line.words.first ?? "").lowercased()
            if ["<virtualhost", "<ifmodule", "<directory", "<location", "<files", "<filesmatch"].contains(first) {
                marks += 1
                return true
            }
            // `Listen` of nginx ends with a semicolon; other files have other first words.
            guard !line.text.hasSuffix(";"), !line.text.hasSuffix("{"),
                !line.text.contains("=") || first.first == "<"
                    || directives.contains(first)
            else { return false }
            if ["listen", "documentroot", "loadmodule", "servername"].contains(first) { marks += 1 }
            return first.hasPrefix("</") || directives.contains(first)
        }
        return marks == 0 || share < 40 ? 0 : min(95, 40 + share / 2)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try recognisedLines(source)
        var (listeners, virtualHosts) = (ServiceTable(), ServiceTable())
        var hasListener = false
        for line in lines {
            let words = line.words
            guard words.count > 1, let first = words.first?.lowercased() else { continue }
            if first == "listen" {
                hasListener = true
                listen(words[1], line: line.number, into: &listeners)
            } else if first == "<virtualhost" {
                for word in words.dropFirst() {
                    listen(word.prefix { $0 != ">" }, line: line.number, into: &virtualHosts)
                }
            }
        }
        var file = source.file(kind)
        file.services = (hasListener ? listeners : virtualHosts).services(host: nil)
        return file
    }

    private static func listen(_ text: Substring, line: UInt32, into table: inout ServiceTable) {
        let text = text.split(separator: "\"").first ?? ""
        guard let place = ListenPlace(text), let port = place.port else { return }
        switch place.host {
        case .all: table.listen(.tcp, port, families: [.ipv4, .ipv6], line: line)
        case .address(let address): table.listen(.tcp, port, address: address, line: line)
        case .name(let name) where name.lowercased() == "_default_":
            table.listen(.tcp, port, families: [.ipv4, .ipv6], line: line)
        case .name: break
        }
    }
}
