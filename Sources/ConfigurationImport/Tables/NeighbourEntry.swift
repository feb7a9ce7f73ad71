import NetworkTypes

/// A row of an ARP or neighbour table.
struct NeighbourEntry: Equatable {
    var address: IPAddress
    /// Nil: nobody answered, the entry is no machine.
    var mac: MACAddress?
    /// As the table names it; "" where it does not.
    var interface: String
    /// Where the table gives it beside a port.
    var vlan: UInt16?
    /// The router's own address.
    var isOwn = false
    var line: UInt32

    /// Of a machine: a unicast address with a unicast MAC address.
    var isMachine: Bool { address.isHostUnicast && mac?.isUnicast == true }
}

extension NeighbourEntry {
    /// Reads a row by the shape of its words: every vendor has the address, the MAC address and the interface, in
    /// different places.
    ///
    /// - Parameter pending: an address that stood alone on the line before, as devices write long ones.
    init?(row words: [Substring], pending: IPAddress?, line: UInt32) {
        guard words.count >= 2, words.count <= Self.wordLimit,
            let macPlace = words.firstIndex(where: { DeviceNotation.mac($0) != nil })
        else { return nil }
        let mac = DeviceNotation.mac(words[macPlace])
        let found = words.enumerated().lazy.compactMap { place, word in
            Self.address(word).map { (place: place, address: $0.address, zone: $0.zone) }
        }.first
        guard let address = found?.address ?? pending else { return nil }
        let place = found?.place ?? -1
        let zone = found?.zone
        // Linux: `10.0.0.5 dev eth0 lladdr …`; `? (10.0.0.5) at … [ether] on eth0`.
        if let device = words.firstIndex(of: "dev"), device + 1 < words.count {
            self.init(address: address, mac: mac, interface: String(words[device + 1]), line: line)
            return
        }
        if let on = words.firstIndex(of: "on"), on + 1 < words.count, words.contains("at") {
            self.init(address: address, mac: mac, interface: String(words[on + 1]), line: line)
            return
        }
        if macPlace < place {
            // Juniper: MAC, address, name, interface, flags.
            let name = Self.junosInterface(words[(place + 1)...])
            self.init(address: address, mac: mac, interface: name, line: line)
            return
        }
        let between = words[(place + 1)..<macPlace]
        let rest = words[(macPlace + 1)...]
        var entry = NeighbourEntry(address: address, mac: mac, interface: "", line: line)
        if words[0] == "Internet", between.first == "-" { entry.isOwn = true }
        // IOS-XR writes `Interface`, Huawei `I` and `-` as the kind of an own entry.
        if let kind = rest.first(where: { !Self.isNumber($0) }) {
            if kind == "Interface" || kind == "I" || kind == "I-" { entry.isOwn = true }
        }
        // MikroTik: `fe80::1 ether1 00:11:22:33:44:55 reachable`.
        if let first = between.first, between.count == 1, !Self.isAge(first) {
            entry.interface = String(first)
        } else if let interface = rest.first(where: { !Self.isNoise($0) }) {
            entry.interface = String(interface)
        } else if place > 0, !Self.isNoise(words[place - 1]), words[0] != "Internet" {
            // ASA: `inside 10.0.0.5 0011.2233.4455 123`.
            entry.interface = String(words[place - 1])
        } else if let zone {
            entry.interface = zone
        }
        // H3C: address, MAC address, VLAN, interface. Huawei has the minutes to live in this place.
        if between.isEmpty, rest.count >= 4, let vlan = rest.first.flatMap({ UInt16($0) }), (1...4094).contains(vlan),
            !Self.isKind(rest[rest.startIndex + 1])
        {
            entry.vlan = vlan
        }
        self = entry
    }

    /// No table has more words in a row.
    private static let wordLimit = 24

    /// An address, in parentheses or with a zone.
    static func address(_ word: Substring) -> (address: IPAddress, zone: String?)? {
        guard (2...80).contains(word.utf8.count), word.utf8.contains(0x3a) || word.utf8.contains(0x2e) else {
            return nil
        }
        var word = word
        if word.hasPrefix("("), word.hasSuffix(")") { word = word.dropFirst().dropLast() }
        guard let mark = word.firstIndex(of: "%") else { return IPAddress(word).map { ($0, nil) } }
        let zone = word[word.index(after: mark)...]
        return IPAddress(word[..<mark]).map { ($0, zone.isEmpty ? nil : String(zone)) }
    }

    private static func isNumber(_ word: Substring) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// `5`, `-`, `00:12:34`, `0.5`, `1d02h`.
    private static func isAge(_ word: Substring) -> Bool {
        guard let first = word.utf8.first else { return true }
        if word == "-" || word == "never" || word == "N/A" { return true }
        return (0x30...0x39).contains(first)
            && word.utf8.allSatisfy {
                (0x30...0x3a).contains($0) || $0 == 0x2e || [0x64, 0x68, 0x6d, 0x73, 0x77, 0x79].contains($0)
            }
    }

    /// Huawei's kind with the slot: `D-0`, `I`, `S--`, `D/200`, `DF0`.
    private static func isKind(_ word: Substring) -> Bool {
        guard let first = word.utf8.first, [0x44, 0x49, 0x53, 0x4f].contains(first) else { return false }
        let tail = word.utf8.dropFirst().drop { (0x41...0x5a).contains($0) }
        return word.utf8.count - tail.count <= 3
            && tail.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x2f }
    }

    /// What stands between the MAC address and the interface.
    private static func isNoise(_ word: Substring) -> Bool {
        isAge(word) || isKind(word) || word == "--" || word == "*" || noise.contains(word.lowercased())
    }

    private static let noise: Set<String> = [
        "arpa", "sap", "snap", "srp-a", "dynamic", "static", "interface", "reach", "reachable", "stale", "delay",
        "probe",
        "incmp", "incomplete", "delete", "glean", "permanent", "noarp", "failed", "unreachable", "yes", "no", "icmpv6",
        "other", "alias", "r", "rd", "m", "ether", "c", "cm", "is", "un-secure", "secure", "[mcast",
    ]

    /// The last word that is neither a flag nor the port below an IRB interface (`irb.10 [ge-0/0/1.0]`).
    private static func junosInterface(_ words: ArraySlice<Substring>) -> String {
        let flags: Set<Substring> = [
            "none", "permanent", "published", "gratuitous", "remote", "static", "intf", "nonpermanent",
        ]
        return words.last { !$0.hasPrefix("[") && !flags.contains($0) && !isAge($0) }.map(String.init) ?? ""
    }
}
