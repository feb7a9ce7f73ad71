import NetworkTypes

/// Tables that give an entry over several lines or as `key=value`: Huawei's and H3C's IPv6 neighbours, RouterOS's
/// detailed lists, FortiGate's neighbour cache.
struct NeighbourBlocks {
    private var open: NeighbourEntry?
    /// The entry is disabled or the like.
    private var isVoid = false

    /// The entry that the lines so far gave, which is over.
    mutating func finish() -> NeighbourEntry? {
        defer {
            open = nil
            isVoid = false
        }
        return isVoid ? nil : open
    }

    /// - Returns: Nil where the line is not of such a table; else the entry that it ended, if any.
    mutating func take(_ line: ImportLine, words: [Substring]) -> [NeighbourEntry]? {
        let text = line.text
        if text.utf8.contains(0x3d) {
            if text.contains("ifname=") { return fortiGate(words, line: line.number) }
            if text.contains("address=") || open != nil && text.contains("=") {
                return routerOS(text, line: line.number)
            }
        }
        return text.utf8.contains(0x3a) ? huawei(line) : nil
    }

    /// `ifindex=7 ifname=wan1 fe80::1 00:09:0f:… state=00000004 …`.
    private mutating func fortiGate(_ words: [Substring], line: UInt32) -> [NeighbourEntry] {
        let ended = finish()
        var entries = ended.map { [$0] } ?? []
        let name = words.first { $0.hasPrefix("ifname=") }?.dropFirst("ifname=".count) ?? ""
        if let address = words.lazy.compactMap(NeighbourEntry.address).first?.address {
            let mac = words.lazy.compactMap { DeviceNotation.mac($0) }.first
            entries.append(NeighbourEntry(address: address, mac: mac, interface: String(name), line: line))
        }
        return entries
    }

    /// ` 0 DC address=10.0.0.5 mac-address=… interface=bridge`, also over several lines.
    private mutating func routerOS(_ text: String, line: UInt32) -> [NeighbourEntry]? {
        let tokens = RouterOSToken.split(text)
        var attributes: [String: String] = [:]
        for token in tokens { if let key = token.key { attributes[key] = token.value } }
        var ended: [NeighbourEntry] = []
        if let value = attributes["address"] {
            guard let address = NeighbourEntry.address(value[...])?.address else { return nil }
            if let entry = finish() { ended = [entry] }
            open = NeighbourEntry(address: address, mac: nil, interface: "", line: line)
            let flags = tokens.prefix { $0.key == nil }.map(\.value).filter { Int($0) == nil }.joined()
            isVoid = flags.contains("X") || attributes["disabled"] == "yes"
        }
        guard open != nil else { return nil }
        if let mac = attributes["mac-address"].flatMap(DeviceNotation.mac) { open?.mac = mac }
        if let interface = attributes["interface"] { open?.interface = interface }
        return ended
    }

    /// `IPv6 Address : …`, `Link-layer : … State : …`, `Interface : …`, `VLAN : …`, in lines of one or two pairs.
    private mutating func huawei(_ line: ImportLine) -> [NeighbourEntry]? {
        let text = line.text.lowercased()
        var ended: [NeighbourEntry] = []
        if let value = Self.value("ipv6 address", in: text, of: line.text) {
            guard let address = NeighbourEntry.address(value)?.address else { return nil }
            if let entry = finish() { ended = [entry] }
            open = NeighbourEntry(address: address, mac: nil, interface: "", line: line.number)
            return ended
        }
        guard open != nil else { return nil }
        var isPart = false
        for key in ["link-layer", "link-layer address", "mac address"] {
            guard let value = Self.value(key, in: text, of: line.text) else { continue }
            open?.mac = DeviceNotation.mac(value)
            isPart = true
        }
        if let value = Self.value("interface", in: text, of: line.text) {
            open?.interface = String(value)
            isPart = true
        }
        for key in ["vlan", "vlan id", "vlan/vsi"] {
            guard let value = Self.value(key, in: text, of: line.text) else { continue }
            open?.vlan = UInt16(value).flatMap { (1...4094).contains($0) ? $0 : nil }
            isPart = true
        }
        return isPart ? ended : nil
    }

    /// The word behind `KEY :`, where the key is not the end of another word.
    ///
    /// - Parameter lowercase: of the same text.
    private static func value(_ key: String, in lowercase: String, of text: String) -> Substring? {
        guard text.utf8.count < 400, lowercase.utf8.count == text.utf8.count,
            let range = lowercase.firstRange(of: key)
        else { return nil }
        if range.lowerBound > lowercase.startIndex, lowercase[lowercase.index(before: range.lowerBound)] != " " {
            return nil
        }
        let distance = lowercase.utf8.distance(from: lowercase.utf8.startIndex, to: range.upperBound)
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: distance)
        let tail = text.utf8[start...].drop { $0 == 0x20 }
        guard tail.first == 0x3a else { return nil }
        let value = tail.dropFirst().drop { $0 == 0x20 }.prefix { $0 != 0x20 }
        return value.isEmpty ? nil : Substring(value)
    }
}
