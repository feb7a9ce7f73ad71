import Messages
import NetworkTypes
public import TrafficObservation

/// `show running-config` of Cisco IOS and IOS-XE; NX-OS, ASA and IOS-XR as far as they agree.
public enum CiscoIOSImporter: ConfigurationImporter {
    public static let kind = ImportKind.ciscoIOS

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        DeviceDialect.cisco.likeness(lines)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        try DeviceDialect.cisco.refuseOthers(lines, path: source.path)
        var reading = CiscoReading(system: CiscoSystem(lines))
        let reader = DeviceStanzaReader(separator: 0x21, bannerEnd: reading.system.bannerEnd)
        for command in reader.commands(lines) { reading.take(command) }
        let state = reading
        return try state.interfaces.finish(source.file(kind), name: state.name, line: state.nameLine) {
            state.imported($0)
        }
    }
}

/// What of a Cisco configuration was read so far.
private struct CiscoReading {
    let system: CiscoSystem
    var name: String?
    var nameLine: UInt32 = 1
    var isRouting: Bool
    var interfaces = DeviceInterfaceTable()
    private var current: Int?

    init(system: CiscoSystem) {
        self.system = system
        isRouting = system.alwaysRoutes
    }

    mutating func take(_ command: DeviceCommand) {
        let words = command.words
        if command.isSeparator {
            current = nil
        } else if command.isTopLevel {
            current = nil
            takeTopLevel(words, line: command.line)
        } else if let current {
            interfaces.change(current) { $0.take(cisco: words, line: command.line) }
        }
    }

    private mutating func takeTopLevel(_ words: [Substring], line: UInt32) {
        switch words[0] {
        case "interface" where words.count > 1:
            current = interfaces.place(Self.interfaceName(words), line: line)
        case "hostname" where words.count > 1, "switchname" where words.count > 1:
            name = words[1].trimmingQuotes
            nameLine = line
        case "ipv6" where words.count == 2 && words[1] == "unicast-routing": isRouting = true
        case "no" where words.count > 2:
            if words[1] == "ipv6", words[2] == "unicast-routing" { isRouting = false }
            if words[1] == "interface" { interfaces.remove(Self.interfaceName(Array(words[1...]))) }
        case "default" where words.count > 2 && words[1] == "interface":
            interfaces.remove(Self.interfaceName(Array(words[1...])))
        default: break
        }
    }

    /// `Vlan 10` is Vlan10; `point-to-point` and the like are not of the name.
    private static func interfaceName(_ words: [Substring]) -> String {
        if words.count > 2, !words[1].contains(where: \.isNumber), words[2].first?.isNumber == true {
            return String(words[1] + words[2])
        }
        return String(words[1])
    }

    func imported(_ row: DeviceInterface) -> ImportedInterface {
        var row = row
        if row.isShutDown == nil { row.isShutDown = system == .nexus && row.name.lowercased().hasPrefix("vlan") }
        let ipv6 = row.setting(absence: .notConfigured)
        return row.imported(ipv6, advertisements(row, ipv6))
    }

    /// On by default on LANs once the device routes IPv6 and the interface has an address. Cisco IOS IPv6 command
    /// reference, `ipv6 nd ra suppress`.
    private func advertisements(
        _ row: DeviceInterface, _ ipv6: ImportedInterface.IPv6Setting
    ) -> ImportedInterface.RouterAdvertisementSetting {
        guard ipv6 == .configured || ipv6 == .enabled else { return .notSent }
        if row.routerAdvertisements == .suppressed { return .suppressed }
        guard isRouting, row.isShutDown != true else { return .notSent }
        if row.routerAdvertisements == .sent { return .sent }
        let name = row.name.lowercased()
        return ipv6 == .configured && !Self.silent.contains(where: name.hasPrefix) ? .sent : .notSent
    }

    /// Kinds of interfaces that no advertisement is sent from unless a line says so.
    private static let silent = [
        "loopback", "tunnel", "serial", "dialer", "virtual-", "multilink", "pos", "atm", "cellular", "null", "async",
        "mgmt", "nvi",
    ]
}

extension DeviceInterface {
    /// A line below `interface`.
    fileprivate mutating func take(cisco words: [Substring], line: UInt32) {
        let second = words.count > 1 ? words[1] : ""
        switch words[0] {
        case "ip", "ipv4":
            if second == "address" { takeIPv4(words.dropFirst(2), line: line) }
            // A routing instance takes the addresses that stand before it away.
            if second == "vrf", words.contains("forwarding") { removeAll(.ipv4) }
        case "vrf" where second == "forwarding" || second == "member":
            removeAll(.ipv4)
            removeAll(.ipv6)
        case "ipv6": takeIPv6(words.dropFirst(), line: line)
        case "ospfv3" where words.contains("ipv6"): isIPv6Enabled = true
        case "shutdown" where words.count == 1: isShutDown = true
        case "mac-address" where words.count > 1: mac = DeviceNotation.mac(second) ?? mac
        case "no": takeNegation(words.dropFirst(), line: line)
        default: break
        }
    }

    /// `A M [secondary]`, `A/LENGTH`; what the second unit of a pair has (`standby`) is not this one's.
    private mutating func takeIPv4(_ words: ArraySlice<Substring>, line: UInt32) {
        guard let first = words.first, let (address, length) = DeviceNotation.address(first), address.family == .ipv4
        else { return }
        add(address, length: length ?? words.dropFirst().first.flatMap(DeviceNotation.prefixLength), line: line)
    }

    private mutating func takeIPv6(_ words: ArraySlice<Substring>, line: UInt32) {
        guard let first = words.first else { return }
        let rest = words.dropFirst()
        switch first {
        case "address":
            guard let value = rest.first else { return }
            guard let (address, length) = DeviceNotation.address(value), address.family == .ipv6 else {
                // SLAAC, DHCPv6, or a host part under the prefix that the word names.
                let isKnown = value == "autoconfig" || value == "dhcp" || rest.count > 1
                if isKnown { hasUnknownIPv6Address = true }
                return
            }
            if rest.contains("eui-64") || rest.contains("anycast") {
                hasUnknownIPv6Address = true
            } else {
                add(address, length: length, line: line)
            }
        case "enable", "unnumbered": isIPv6Enabled = true
        case "dhcp" where rest.first == "client": isIPv6Enabled = true
        case "ospf" where rest.contains("area"): isIPv6Enabled = true
        case "nd" where rest.first == "suppress-ra" || rest.first == "ra" && rest.contains("suppress"):
            routerAdvertisements = .suppressed
        default: break
        }
    }

    private mutating func takeNegation(_ words: ArraySlice<Substring>, line: UInt32) {
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        switch (first, rest.first) {
        case ("shutdown", nil): isShutDown = false
        case ("ip", "address"), ("ipv6", "address"):
            guard rest.count > 1 else { return removeAll(first == "ip" ? .ipv4 : .ipv6) }
            if let (address, _) = DeviceNotation.address(rest[1]) { remove(address) }
            if rest[1] == "autoconfig" || rest[1] == "dhcp" { hasUnknownIPv6Address = false }
        case ("ipv6", "enable"):
            isIPv6Enabled = false
            isIPv6Off = true
        case ("ipv6", "nd"):
            if rest.contains("suppress-ra") || rest.contains("suppress") { routerAdvertisements = .sent }
        default: break
        }
    }
}
