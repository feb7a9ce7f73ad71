/// A command that somebody typed at a device, with the prompt before it: `SW1#show mac address-table`.
struct DevicePrompt: Equatable {
    /// As the prompt names the device; nil: it does not.
    let device: String?
    /// In lower case, with single spaces.
    let command: String

    /// Nil where the line is none.
    init?(_ line: ImportLine) {
        // Prompts and commands are short, and most lines of a table begin with an address.
        guard line.text.utf8.count < 300, Self.mayBe(line.text) else { return nil }
        var words = line.fields
        guard let first = words.first else { return nil }
        var device: Substring?
        if Self.verbs.contains(first.lowercased()) {
            // Without a prompt.
        } else if first.hasPrefix("<"), let end = first.firstIndex(of: ">") {
            // Huawei: `<SW>display arp`, `[SW]display arp`, `[~SW-Vlanif10]display arp`.
            device = first[first.index(after: first.startIndex)..<end]
            words[0] = first[first.index(after: end)...]
        } else if first.hasPrefix("["), let end = first.firstIndex(of: "]") {
            device = first[first.index(after: first.startIndex)..<end].drop { $0 == "~" || $0 == "*" }
            words[0] = first[first.index(after: end)...]
            if words[0].isEmpty, words.count > 1, words[1].hasPrefix(">") { words[1] = words[1].dropFirst() }
            if words[0].hasPrefix(">") || words[0].hasPrefix("$") || words[0].hasPrefix("#") {
                words[0] = words[0].dropFirst()
            }
        } else if let end = first.firstIndex(where: { "#>%$".contains($0) }) {
            device = first[..<end]
            words[0] = first[first.index(after: end)...]
        } else if words.count > 2, ["#", "$", ">"].contains(words[1]) || words[1].hasSuffix(")") {
            // FortiGate: `FG60F # get system arp`, `FG60F (root) # get system arp`.
            guard let end = words.firstIndex(where: { $0 == "#" || $0 == "$" || $0 == ">" }), end <= 2 else {
                return nil
            }
            device = first
            words.removeFirst(end + 1)
        } else {
            return nil
        }
        words.removeAll(where: \.isEmpty)
        guard let verb = words.first, Self.verbs.contains(verb.lowercased()) else { return nil }
        // `admin@srx`, `SW1(config-if)`: the name of the device only.
        if let name = device {
            let host = name.split(separator: "@").last ?? name
            let bare = host.prefix { $0 != "(" && $0 != ":" }
            device = bare.isEmpty ? nil : bare
        }
        self.device = device.map(String.init)
        command = words.joined(separator: " ").lowercased()
    }

    private static let verbs: Set<String> = [
        "show", "sh", "sho", "do", "display", "dis", "disp", "get", "diagnose", "diag", "/ip", "/ipv6", "/interface",
        "ip", "arp",
        "snmpwalk", "snmpbulkwalk", "run", "/ip/arp", "/ipv6/neighbor", "/interface/bridge/host",
    ]

    private static func mayBe(_ text: String) -> Bool {
        let start = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = start.first else { return false }
        if (0x61...0x7a).contains(first) || first == 0x2f || first == 0x3c || first == 0x5b { return true }
        return start.prefix(64).contains { $0 == 0x23 || $0 == 0x3e || $0 == 0x25 || $0 == 0x24 }
    }
}
