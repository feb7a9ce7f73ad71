import Messages
import NetworkTypes
public import TrafficObservation

/// `show` or the backup file of a FortiGate, with or without virtual domains.
public enum FortiGateImporter: ConfigurationImporter {
    public static let kind = ImportKind.fortigate

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        DeviceDialect.fortigate.likeness(lines)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        try DeviceDialect.fortigate.refuseOthers(lines, path: source.path)
        var name: String?
        var nameLine: UInt32 = 1
        var interfaces = FortiGateInterfaces()
        var reader = FortiOSReader(lines)
        reader.forEach { statement in
            if statement.path.suffix(2).first == "system global", statement.words.count > 2,
                statement.words[0] == "set", statement.words[1] == "hostname"
            {
                name = statement.words[2]
                nameLine = statement.line
            }
            interfaces.take(statement)
        }
        let state = interfaces
        return try state.table.finish(source.file(kind), name: name, line: nameLine) { state.imported($0) }
    }
}

/// The entries of `config system interface` that were read so far.
private struct FortiGateInterfaces {
    /// What decides which of an interface's lines count: known when all were read.
    private struct Modes {
        /// The address comes by DHCP or PPPoE; what stands there is not in use.
        var isIPv4Dynamic = false
        var isIPv6Dynamic = false
        /// Nil: no line says.
        var hasSecondary: Bool?
        var secondaries: [ImportedAddress] = []
    }

    private(set) var table = DeviceInterfaceTable()
    private var modes: [String: Modes] = [:]

    mutating func take(_ statement: FortiOSStatement) {
        let path = statement.path
        // In the device's tables or those of a virtual domain: `config vdom`, `edit root`, `config system interface`.
        guard let depth = path.firstIndex(of: "system interface"), depth % 2 == 0, depth <= 4, path.count > depth + 1,
            !path[depth + 1].isEmpty
        else { return }
        let interface = path[depth + 1]
        let place = table.place(interface, line: statement.line)
        let inside = path[(depth + 2)...]
        let words = statement.words
        if inside.isEmpty, words[0] == "set", words.count > 2 {
            takeOwn(words, interface: interface, place: place, line: statement.line)
        } else if inside.first == "secondaryip", inside.count == 2, words.count > 3, words[1] == "ip" {
            guard let address = IPv4Address(words[2]) else { return }
            modes[interface, default: Modes()].secondaries.append(
                ImportedAddress(
                    IPAddress(address), prefixLength: DeviceNotation.prefixLength(mask: words[3]), origin: .manual,
                    line: statement.line))
        } else if inside.first == "ipv6" {
            takeIPv6(words, inside: Array(inside), interface: interface, place: place, line: statement.line)
        }
    }

    private mutating func takeOwn(_ words: [String], interface: String, place: Int, line: UInt32) {
        let value = words[2]
        switch words[1] {
        case "ip", "management-ip":
            guard let (address, length) = DeviceNotation.address(value), address.family == .ipv4 else { return }
            let mask = words.count > 3 ? DeviceNotation.prefixLength(mask: words[3]) : nil
            table.change(place) { $0.add(address, length: length ?? mask, line: line) }
        case "mode": modes[interface, default: Modes()].isIPv4Dynamic = value != "static"
        case "secondary-IP": modes[interface, default: Modes()].hasSecondary = value == "enable"
        case "status": table.change(place) { $0.isShutDown = value == "down" }
        case "macaddr": table.change(place) { $0.mac = DeviceNotation.mac(value) ?? $0.mac }
        default: break
        }
    }

    private mutating func takeIPv6(
        _ words: [String], inside: [String], interface: String, place: Int, line: UInt32
    ) {
        guard words.count > 1 else { return }
        // `config ip6-extra-addr`, `edit 2001:db8::1/64`.
        if inside.count == 4, inside[2] == "ip6-extra-addr", words[0] == "edit" {
            guard let (address, length) = DeviceNotation.address(words[1]), address.family == .ipv6 else { return }
            return table.change(place) { $0.add(address, length: length, line: line) }
        }
        guard inside.count == 2, words[0] == "set", words.count > 2 else { return }
        let value = words[2]
        switch words[1] {
        case "ip6-address":
            guard let (address, length) = DeviceNotation.address(value), address.family == .ipv6 else { return }
            table.change(place) { $0.add(address, length: length, line: line) }
        case "ip6-mode": modes[interface, default: Modes()].isIPv6Dynamic = value != "static"
        case "autoconf": if value == "enable" { table.change(place) { $0.hasUnknownIPv6Address = true } }
        case "ip6-send-adv": table.change(place) { $0.routerAdvertisements = value == "enable" ? .sent : .notSent }
        default: break
        }
    }

    func imported(_ row: DeviceInterface) -> ImportedInterface {
        var row = row
        let modes = modes[row.name] ?? Modes()
        if modes.isIPv4Dynamic { row.removeAll(.ipv4) }
        if modes.isIPv6Dynamic {
            let advertisements = row.routerAdvertisements
            row.removeAll(.ipv6)
            row.hasUnknownIPv6Address = true
            row.routerAdvertisements = advertisements
        }
        if modes.hasSecondary != false {
            for secondary in modes.secondaries {
                row.add(secondary.address, length: secondary.prefixLength, line: secondary.line)
            }
        }
        row.isShutDown = row.isShutDown ?? false
        let ipv6 = row.setting(absence: .notConfigured)
        return row.imported(ipv6, advertisements(row, ipv6))
    }

    /// Off by default. `ip6-send-adv enable` stands in factory settings of interfaces that carry only IPv4: without an
    /// address it proves nothing.
    private func advertisements(
        _ row: DeviceInterface, _ ipv6: ImportedInterface.IPv6Setting
    ) -> ImportedInterface.RouterAdvertisementSetting {
        guard row.routerAdvertisements == .sent, row.isShutDown != true else { return .notSent }
        return ipv6 == .configured || ipv6 == .enabled ? .sent : .unknown
    }
}
