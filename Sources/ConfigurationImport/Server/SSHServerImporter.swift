import NetworkTypes
public import TrafficObservation

/// `sshd_config` of OpenSSH: nothing stated is port 22 on every address of both families. sshd_config(5).
public enum SSHServerImporter: ConfigurationImporter {
    public static let kind = ImportKind.sshd

    private static let defaultPort: UInt16 = 22
    private static let keywords: Set<String> = [
        "port", "addressfamily", "listenaddress", "hostkey", "permitrootlogin", "passwordauthentication",
        "pubkeyauthentication", "authorizedkeysfile", "usepam", "x11forwarding", "printmotd", "acceptenv", "subsystem",
        "kbdinteractiveauthentication", "challengeresponseauthentication", "syslogfacility", "loglevel",
        "logingracetime", "strictmodes", "maxauthtries", "maxsessions", "ignorerhosts", "hostbasedauthentication",
        "permitemptypasswords", "allowtcpforwarding", "gatewayports", "tcpkeepalive", "clientaliveinterval",
        "clientalivecountmax", "usedns", "banner", "allowusers", "allowgroups", "denyusers", "denygroups", "match",
        "forcecommand", "chrootdirectory", "ciphers", "macs", "kexalgorithms", "maxstartups", "include", "protocol",
        "permituserenvironment", "printlastlog", "x11displayoffset", "compression", "pidfile", "permittunnel",
        "kerberosauthentication", "gssapiauthentication", "gssapicleanupcredentials", "useprivilegeseparation",
    ]
    /// What neither the client's configuration nor other files have.
    private static let own: Set<String> = [
        "listenaddress", "permitrootlogin", "usepam", "subsystem", "authorizedkeysfile", "hostkey", "x11forwarding",
        "maxauthtries", "logingracetime", "allowusers", "allowgroups", "printmotd", "clientaliveinterval", "acceptenv",
        "strictmodes",
    ]

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var marks = 0
        let share = Likeness.share(of: lines) { line in
            guard let first = words(line).first?.lowercased(), !line.text.hasSuffix(";"), keywords.contains(first)
            else {
                return false
            }
            if own.contains(first) { marks += 1 }
            return true
        }
        if share >= 80, marks > 0 { return 95 }
        return share < 60 ? 0 : marks > 0 ? 80 : share == 100 && hasPort(lines) ? 50 : 0
    }

    private static func hasPort(_ lines: ArraySlice<ImportLine>) -> Bool {
        lines.prefix(Likeness.lineLimit).contains {
            ["port", "addressfamily"].contains(words($0).first?.lowercased() ?? "")
        }
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try recognisedLines(source)
        var ports: [(port: UInt16, line: UInt32)] = []
        var addresses: [(text: String, line: UInt32)] = []
        var families: Set<AddressFamily>?
        var line: UInt32?
        for row in lines {
            let words = words(row)
            guard let keyword = words.first?.lowercased(), !keyword.hasPrefix("#") else { continue }
            // What follows is for some connections only and cannot change where the server listens.
            if keyword == "match" { break }
            if line == nil { line = row.number }
            guard words.count > 1 else { continue }
            switch keyword {
            case "port": if let port = UInt16(words[1]) { ports.append((port, row.number)) }
            case "listenaddress": addresses.append((words[1], row.number))
            case "addressfamily":
                // The first statement wins.
                if families == nil {
                    families = Self.families(words[1])
                    line = row.number
                }
            default: break
            }
        }
        if ports.isEmpty { ports = [(defaultPort, line ?? 1)] }
        var table = ServiceTable()
        let allowed = families ?? [.ipv4, .ipv6]
        if addresses.isEmpty {
            for port in ports { table.listen(.tcp, port.port, families: allowed, line: port.line) }
        }
        for (text, line) in addresses {
            guard let place = ListenPlace(text) else { continue }
            for port in place.port.map({ [$0] }) ?? ports.map(\.port) {
                switch place.host {
                case .all: table.listen(.tcp, port, families: allowed, line: line)
                case .address(let address):
                    if allowed.contains(address.family) { table.listen(.tcp, port, address: address, line: line) }
                case .name: break
                }
            }
        }
        var file = source.file(kind)
        file.services = table.services(host: nil)
        return file
    }

    private static func families(_ text: String) -> Set<AddressFamily> {
        switch text.lowercased() {
        case "inet": [.ipv4]
        case "inet6": [.ipv6]
        default: [.ipv4, .ipv6]
        }
    }

    /// A keyword and its arguments: separated by blanks or one `=`, arguments perhaps in quotes.
    private static func words(_ line: ImportLine) -> [String] {
        line.text.split { $0 == " " || $0 == "\t" || $0 == "=" }.map { word in
            word.count > 1 && word.first == "\"" && word.last == "\""
                ? String(word.dropFirst().dropLast()) : String(word)
        }
    }
}
