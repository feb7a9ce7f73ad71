import NetworkTypes
import TrafficObservation

/// Reads tables of MAC addresses line by line, by the shape of their rows.
struct MACTableReader {
    /// Rows, also of those that are the switch's own.
    private(set) var count = 0
    private var device: String?
    /// RouterOS numbers its rows in the place where others have the VLAN.
    private var isNumbered = false

    /// The port of a machine; nil: the line says of none.
    mutating func take(_ line: ImportLine) -> ImportedSwitchPort? {
        if let prompt = DevicePrompt(line) {
            device = prompt.device
            isNumbered = prompt.command.contains("host")
            return nil
        }
        if line.text.contains("ON-INTERFACE") { isNumbered = true }
        var text = line.text[...]
        if let comment = text.firstRange(of: ";;;") { text = text[..<comment.lowerBound] }
        guard let row = Self.row(text, isNumbered: isNumbered) else { return nil }
        count += 1
        guard !row.isOwn, row.mac.isUnicast, !row.port.isEmpty else { return nil }
        return ImportedSwitchPort(
            device: device, mac: row.mac, vlan: row.vlan, port: String(row.port), line: line.number)
    }

    private struct Row {
        var mac: MACAddress
        var vlan: UInt16?
        var port: Substring
        /// Of the switch itself, a group, or entered by hand without a port.
        var isOwn: Bool
    }

    private static let wordLimit = 24

    private static func row(_ text: Substring, isNumbered: Bool) -> Row? {
        if text.contains("mac-address=") { return routerOS(text) }
        let words = ImportLine(number: 0, text: String(text)).fields
        guard words.count >= 3, words.count <= wordLimit,
            let place = words.firstIndex(where: { DeviceNotation.mac($0) != nil }),
            let mac = DeviceNotation.mac(words[place]),
            !words.contains(where: { NeighbourEntry.address($0) != nil })
        else { return nil }
        if let mark = words.firstIndex(of: "Port:"), mark + 1 < words.count {
            return fortiSwitch(words, mac, port: mark + 1)
        }
        let before = words[..<place]
        let after = words[(place + 1)...]
        let isRouterOS = isNumbered || Self.isRouterOSRow(before)
        let vlanBefore = before.lazy.compactMap { Self.vlan($0) }.last
        let vlanAfter = after.first.flatMap { Self.vlan($0) }
        let portPlace = after.firstIndex { !isNoise($0) }
        var port = before.last(where: { $0.contains(where: \.isNumber) && Self.vlan($0) == nil }) ?? ""
        if let portPlace { port = words[portPlace] }
        var row = Row(
            mac: mac, vlan: isRouterOS ? vlanAfter : vlanBefore ?? vlanAfter, port: port, isOwn: isDevice(port))
        for (offset, word) in words.enumerated() where offset != place && offset != portPlace {
            let type = word.lowercased()
            if ownTypes.contains(type) { row.isOwn = true }
            // Entered by hand; before the port (Cisco) it is also what port security and 802.1X made.
            if type == "static", let portPlace, offset > portPlace { row.isOwn = true }
        }
        if isRouterOS, before.contains(where: isLocalFlag) { row.isOwn = true }
        // Juniper: flags with S are entered by hand.
        if let flags = after.first, flags.utf8.count <= 3, flags.contains("S"), port.contains("/") { row.isOwn = true }
        return row
    }

    private static let ownTypes: Set<String> = [
        "self", "multicast", "blackhole", "igmp", "management", "system", "local", "config", "flood",
    ]

    private static func isLocalFlag(_ word: Substring) -> Bool {
        word.contains("L") && word.utf8.allSatisfy { (0x41...0x5a).contains($0) }
    }

    /// ` 0 D mac-address=… vid=10 on-interface=ether2 bridge=bridge`.
    private static func routerOS(_ text: Substring) -> Row? {
        let tokens = RouterOSToken.split(String(text))
        var attributes: [String: String] = [:]
        for token in tokens { if let key = token.key { attributes[key] = token.value } }
        guard let mac = attributes["mac-address"].flatMap(DeviceNotation.mac),
            let port = attributes["on-interface"] ?? attributes["interface"], attributes["address"] == nil
        else { return nil }
        let flags = tokens.prefix { $0.key == nil }.map(\.value).filter { Int($0) == nil }.joined()
        let isOwn = flags.contains("L") || flags.contains("X") || attributes["local"] == "yes"
        return Row(mac: mac, vlan: attributes["vid"].flatMap { vlan($0[...]) }, port: port[...], isOwn: isOwn)
    }

    /// `MAC: 00:11:… VLAN: 10 Port: port5(port-id 5) Flags: 0x… [ used hit dynamic ]`.
    private static func fortiSwitch(_ words: [Substring], _ mac: MACAddress, port: Int) -> Row {
        var number: UInt16?
        if let mark = words.firstIndex(of: "VLAN:"), mark + 1 < words.count { number = vlan(words[mark + 1]) }
        let name = words[port].prefix { $0 != "(" }
        return Row(mac: mac, vlan: number, port: name, isOwn: words.contains("static") || name == "internal")
    }

    /// A number and flags: `0 D`, `12 DL`.
    private static func isRouterOSRow(_ before: ArraySlice<Substring>) -> Bool {
        before.count == 2 && before.first.flatMap { Int($0) } != nil
            && before.last?.utf8.allSatisfy { (0x41...0x5a).contains($0) } == true
    }

    /// `10`, `10/-/-`, `vlan10`; nil: a name, or none.
    private static func vlan(_ word: Substring) -> UInt16? {
        var text = word.prefix { $0 != "/" }
        if text.lowercased().hasPrefix("vlan") { text = text.dropFirst(4).drop { $0 == "-" || $0 == "_" } }
        guard let number = UInt16(text), (1...4094).contains(number) else { return nil }
        return number
    }

    /// What stands in a row beside VLAN, MAC address and port.
    private static func isNoise(_ word: Substring) -> Bool {
        guard word.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a }) else { return true }
        return noise.contains(word.lowercased()) || flags.contains(word) || word.hasPrefix("ip,") || isTime(word)
    }

    /// `1m2s`, `300s`.
    private static func isTime(_ word: Substring) -> Bool {
        word.utf8.first.map { (0x30...0x39).contains($0) } == true
            && word.utf8.allSatisfy { (0x30...0x3a).contains($0) || [0x64, 0x68, 0x6d, 0x73].contains($0) }
    }

    private static let noise: Set<String> = [
        "dynamic", "static", "learned", "learn", "learnt", "security", "sticky", "secure", "authen", "snooping",
        "config",
        "aging", "yes", "no", "ip", "assigned", "other", "self", "multicast", "blackhole", "permanent", "mgmt",
    ]
    private static let flags: Set<Substring> = [
        "D", "S", "L", "P", "C", "R", "F", "T", "Y", "N", "B", "O", "G", "DL", "DR", "DLR", "DC", "SE", "NM", "DRP",
        "DE", "DP",
    ]

    /// Names of the switch itself, its processor, its VLAN interfaces.
    private static func isDevice(_ port: Substring) -> Bool {
        let port = port.lowercased()
        if devices.contains(port) || port.hasPrefix("sup-") || port.hasPrefix("vlanif") { return true }
        for prefix in ["vl", "vlan"] where port.hasPrefix(prefix) {
            let rest = port.dropFirst(prefix.count)
            if !rest.isEmpty, rest.allSatisfy(\.isNumber) { return true }
        }
        return false
    }

    private static let devices: Set<String> = [
        "cpu", "router", "switch", "self", "igmp", "drop", "flood", "all-members", "stby-switch", "vpc", "peer-link",
        "internal", "lo",
    ]

    // MARK: Recognition

    static func isHeading(_ line: ImportLine) -> Bool {
        if let prompt = DevicePrompt(line) {
            return ["mac address-table", "mac-address", "bridge host", "bridge/host", "ethernet-switching table"]
                .contains(where: prompt.command.contains)
        }
        guard line.text.utf8.count < 200, line.text.utf8.contains(0x41) || line.text.utf8.contains(0x61) else {
            return false
        }
        let text = line.text.lowercased()
        if text.contains("mac address table") || text.contains("ethernet switching table")
            || text.contains("on-interface")
        {
            return !text.contains("=")
        }
        guard text.contains("mac addr"), text.contains("vlan"), !text.contains("ip "), !text.contains(","),
            !text.contains(";")
        else { return false }
        return text.contains("port") || text.contains("learned-from") || text.contains("interface")
    }

    /// Rows that hardly any other text has: with the kind of the entry.
    static func isTypical(_ line: ImportLine) -> Bool {
        let text = line.text.lowercased()
        if text.hasPrefix("mac: "), text.contains("vlan:"), text.contains("port:") { return true }
        return ["dynamic", "learned", "learn ", "on-interface="].contains(where: text.contains)
    }
}
