/// A line of a configuration that is kept in stanzas: a head at the margin, its lines indented below it.
struct DeviceCommand {
    let line: UInt32
    let words: [Substring]
    /// At the margin: a command of the device, or the head of a stanza. In a text whose indentation was lost, also a
    /// line of an interface.
    let isTopLevel: Bool
    /// Ends every stanza.
    let isSeparator: Bool
}

/// Reads the stanzas of Cisco's and Huawei's configurations, passing over banners: what a banner says is no command.
struct DeviceStanzaReader {
    /// `!` or `#`.
    let separator: UInt8
    /// The text that closes the banner which the line opens: "" where the line closes it itself; nil: it opens none.
    let bannerEnd: (ImportLine) -> String?

    func commands(_ lines: [ImportLine]) -> [DeviceCommand] {
        let isFlat = Self.isFlat(lines)
        var commands: [DeviceCommand] = []
        commands.reserveCapacity(lines.count)
        /// A text of a banner that does not end in the rest of the file is looked for once.
        var unclosed: Set<String> = []
        var place = 0
        while place < lines.count {
            let line = lines[place]
            place += 1
            if let end = bannerEnd(line) {
                if end.isEmpty || unclosed.contains(end) { continue }
                if let last = lines[place...].firstIndex(where: { $0.text.contains(end) }) {
                    place = last + 1
                } else {
                    unclosed.insert(end)
                }
                continue
            }
            let words = line.fields
            guard let first = words.first else { continue }
            let isMargin = line.indentation == 0
            let isMark = first.utf8.first == separator
            if isMark, first.utf8.count > 1 || words.count > 1 { continue }
            if isMark, !isMargin, separator == 0x21 { continue }
            let isInterfaceLine = isFlat && first != "interface" && Self.interfaceWords.contains(String(first))
            commands.append(
                DeviceCommand(
                    line: line.number, words: words, isTopLevel: isMargin && !isInterfaceLine, isSeparator: isMark))
        }
        return commands
    }

    /// Whether the text lost its indentation: addresses stand at the margin.
    private static func isFlat(_ lines: [ImportLine]) -> Bool {
        var isFlat = false
        for line in lines {
            let text = line.text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
            guard text.starts(with: "ip address ".utf8) || text.starts(with: "ipv6 address ".utf8) else { continue }
            if line.indentation > 0 { return false }
            isFlat = true
        }
        return isFlat
    }

    /// First words of lines that an interface can have.
    private static let interfaceWords: Set<String> = [
        "ip", "ipv4", "ipv6", "no", "undo", "shutdown", "description", "mac-address", "switchport", "nameif", "port",
        "vrf", "duplex", "speed", "mtu", "bandwidth", "encapsulation", "security-level", "standby", "vrrp",
    ]
}
