/// How much a text looks like ARP and neighbour tables.
struct NeighbourLikeness {
    private static let lines = 2000

    private(set) var value = 0

    init(_ lines: ArraySlice<ImportLine>) {
        var reader = NeighbourReader()
        var headings = 0
        var typical = 0
        var rows = 0
        var filled = 0
        // Without a heading this is the shape of leases, too.
        var isMACFirst = false
        for line in lines.prefix(Self.lines) where !line.text.isEmpty {
            let line = DeviceText.cleaned(line)
            // Another format's own mark.
            if filled == 0, line.text.hasPrefix("#separator") { return }
            filled += 1
            if let prompt = DevicePrompt(line) {
                let isTable = prompt.command.contains("arp") || prompt.command.contains("neigh")
                if isTable, !prompt.command.contains("inspection"), !prompt.command.contains("="),
                    !prompt.command.contains("timeout"), !prompt.command.hasPrefix("ip arp")
                {
                    headings += 1
                }
                _ = reader.take(line)
            } else if Self.isHeading(line.text) {
                headings += 1
            } else {
                let entries = reader.take(line)
                rows += entries.count
                if !entries.isEmpty, line.fields.prefix(2).contains(where: { DeviceNotation.mac($0) != nil }) {
                    isMACFirst = true
                }
                if Self.isTypical(line.text) { typical += 1 }
            }
        }
        rows += reader.finish().count
        if rows > 0, typical > 0 || headings > 0 {
            value = rows * 4 >= filled || typical * 4 >= filled ? 92 : headings > 0 ? 80 : 60
        } else if headings > 0 {
            value = headings * 20 > filled ? 60 : 20
        } else if rows > 1, !isMACFirst {
            value = rows * 10 >= filled * 7 ? 50 : 10
        }
    }

    private static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count < 200, text.utf8.contains(0x41) || text.utf8.contains(0x49) else { return false }
        let text = text.lowercased()
        guard text.contains("address"), text.contains("interface"), !text.contains("on-interface"), !text.contains(";")
        else { return false }
        if text.contains(","), !text.hasPrefix("columns:") { return false }
        return text.contains("mac") || text.contains("hardware addr") || text.contains("link-layer")
            || text.contains("linklayer")
    }

    /// Rows that hardly any other text has.
    private static func isTypical(_ text: String) -> Bool {
        if text.contains("Internet "), text.contains(" ARPA") { return true }
        if text.contains(" lladdr "), text.contains(" dev ") { return true }
        if text.contains("ifname="), text.contains("state=") { return true }
        if text.contains("mac-address="), text.contains(" address="), text.contains("interface=") { return true }
        if text.contains("Link-layer"), text.contains(": ") { return true }
        return text.contains("ipNetTo") || text.contains("4.35.1.4.") || text.contains("4.22.1.2.")
    }
}
