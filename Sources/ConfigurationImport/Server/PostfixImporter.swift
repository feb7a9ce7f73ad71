import NetworkTypes
public import TrafficObservation

/// `main.cf` of Postfix: on which addresses and families the mail server takes mail on port 25.
///
/// Nothing stated is every address of both families: the defaults of Postfix 2.9 and later, and of Debian.
/// postfix.org/postconf.5.html#inet_protocols.
public enum PostfixImporter: ConfigurationImporter {
    public static let kind = ImportKind.postfix

    private static let port: UInt16 = 25
    private static let parameters: Set<String> = [
        "myhostname", "mydomain", "myorigin", "mydestination", "mynetworks", "relayhost", "inet_interfaces",
        "inet_protocols", "smtpd_banner", "smtpd_tls_cert_file", "smtpd_tls_key_file", "smtpd_use_tls",
        "smtpd_recipient_restrictions", "smtpd_relay_restrictions", "alias_maps", "alias_database",
        "mailbox_size_limit",
        "recipient_delimiter", "compatibility_level", "append_dot_mydomain", "readme_directory", "biff",
        "queue_directory", "command_directory", "daemon_directory", "data_directory", "mail_owner", "home_mailbox",
        "virtual_alias_maps", "transport_maps", "smtp_bind_address", "smtp_bind_address6", "message_size_limit",
    ]

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var marks = 0
        let share = Likeness.share(of: lines) { line in
            if line.indentation > 0 { return true }
            guard let name = parameter(line.text)?.name else { return false }
            let isKnown = parameters.contains(name)
            if isKnown { marks += 1 }
            return isKnown
                || ["smtp", "lmtp", "milter_", "virtual_", "local_", "mailbox_"].contains(where: name.hasPrefix)
        }
        return marks == 0 || share < 50 ? 0 : min(95, 45 + share / 2)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try recognisedLines(source)
        var values: [String: (text: String, line: UInt32)] = [:]
        var first: UInt32?
        for line in joined(lines) {
            guard let (name, value) = parameter(line.text) else { continue }
            if first == nil { first = line.number }
            // The last statement of a parameter wins.
            values[name] = (value, line.number)
        }
        let place = values["inet_interfaces"] ?? values["inet_protocols"]
        let line = place?.line ?? first ?? 1
        let families = protocols(values["inet_protocols"]?.text ?? "all")
        var table = ServiceTable()
        for item in items(values["inet_interfaces"]?.text ?? "all") {
            switch item.lowercased() {
            case "all": table.listen(.tcp, port, families: families, line: line)
            case "loopback-only", "localhost": break
            default:
                let bare = item.first == "[" ? item.dropFirst().prefix { $0 != "]" } : item
                if let address = AddressText(bare)?.address {
                    if families.contains(address.family) {
                        table.listen(.tcp, port, address: address, line: line)
                    }
                } else if !item.contains("localhost") {
                    // The addresses of a name, mostly $myhostname: some of the machine's, of the enabled families.
                    table.listen(.tcp, port, families: families, line: line)
                }
            }
        }
        let name = values["myhostname"]?.text
        var file = source.file(kind)
        file.services = table.services(host: name.flatMap { $0.isEmpty || $0.contains("$") ? nil : $0 })
        return file
    }

    private static func protocols(_ text: String) -> Set<AddressFamily> {
        var families: Set<AddressFamily> = []
        for item in items(text) {
            switch item.lowercased() {
            case "all": families.formUnion([.ipv4, .ipv6])
            case "ipv4": families.insert(.ipv4)
            case "ipv6": families.insert(.ipv6)
            default: break
            }
        }
        return families
    }

    private static func items(_ text: String) -> [Substring] {
        text.split { $0 == "," || $0 == " " || $0 == "\t" }
    }

    /// Lines that begin with a blank continue the one before; comments and blank lines between them do not matter.
    private static func joined(_ lines: [ImportLine]) -> [ImportLine] {
        var joined: [ImportLine] = []
        for line in lines {
            guard let first = line.words.first, first.first != "#" else { continue }
            if line.indentation > 0, let last = joined.popLast() {
                joined.append(
                    ImportLine(number: last.number, text: last.text + " " + line.words.joined(separator: " ")))
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    private static func parameter(_ text: String) -> (name: String, value: String)? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let name = text[..<sign].split(separator: " ").joined(separator: " ")
        guard let first = name.utf8.first, (0x61...0x7a).contains(first),
            name.utf8.allSatisfy({ $0 == 0x5f || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0 | 0x20) })
        else { return nil }
        let value = text[text.index(after: sign)...].split { $0 == " " || $0 == "\t" }
        return (name, value.joined(separator: " "))
    }
}
