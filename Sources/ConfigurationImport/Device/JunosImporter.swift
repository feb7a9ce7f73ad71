import Messages
import NetworkTypes
public import TrafficObservation

/// `show configuration` of Juniper Junos, curly or `| display set`. Interfaces are `ifd.unit`.
public enum JunosImporter: ConfigurationImporter {
    public static let kind = ImportKind.junos

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        DeviceDialect.junos.likeness(lines)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        try DeviceDialect.junos.refuseOthers(lines, path: source.path)
        var reading = JunosReading()
        for statement in JunosGroups.applied(JunosReader(lines).statements) { reading.take(statement) }
        reading.finish()
        let state = reading
        return try state.interfaces.finish(source.file(kind), name: state.name, line: state.nameLine) {
            state.imported($0)
        }
    }
}

/// What of the configuration was read so far.
private struct JunosReading {
    var name: String?
    var nameLine: UInt32 = 1
    var interfaces = DeviceInterfaceTable()
    /// Physical interfaces.
    private var disabled: Set<String> = []
    private var macs: [String: MACAddress] = [:]
    /// `ifd.unit` where router advertisements are configured, or `all`.
    private var advertised: Set<String> = []
    /// Addresses of inet6 in the order of their lines; decided at the end: `eui-64` stands below the prefix.
    private var addresses: [(place: Int, text: String, line: UInt32)] = []
    private var derived: Set<Key> = []

    private struct Key: Hashable {
        var place: Int
        var text: String
    }

    mutating func take(_ statement: JunosStatement) {
        let path = statement.path
        switch path.first {
        case "system" where path.count == 3 && path[1] == "host-name":
            // What the device says itself goes before what a group says.
            guard name == nil else { return }
            name = path[2]
            nameLine = statement.line
        case "interfaces" where path.count > 2 && path[1] != "interface-range" && !path[1].hasPrefix("<"):
            takeInterface(path[1], Array(path[2...]), line: statement.line)
        case "protocols": takeAdvertisement(path[1...])
        case "routing-instances": takeAdvertisement(path.dropFirst(3))
        default: return
        }
    }

    private mutating func takeAdvertisement(_ path: ArraySlice<String>) {
        let words = Array(path.prefix(3))
        guard words.count == 3, words[0] == "router-advertisement", words[1] == "interface" else { return }
        advertised.insert(words[2] == "all" || words[2].contains(".") ? words[2] : words[2] + ".0")
    }

    private mutating func takeInterface(_ device: String, _ path: [String], line: UInt32) {
        switch path[0] {
        case "disable" where path.count == 1: disabled.insert(device)
        case "mac" where path.count > 1: macs[device] = DeviceNotation.mac(path[1]) ?? macs[device]
        case "unit" where path.count > 1:
            let place = interfaces.place("\(device).\(path[1])", line: line)
            takeUnit(place, Array(path[2...]), line: line)
        default: return
        }
    }

    private mutating func takeUnit(_ place: Int, _ path: [String], line: UInt32) {
        if path == ["disable"] { interfaces.change(place) { $0.isShutDown = true } }
        guard path.count > 1, path[0] == "family" else { return }
        if path[1] == "inet", path.count > 3, path[2] == "address" {
            guard let (address, length) = DeviceNotation.address(path[3]), address.family == .ipv4 else { return }
            interfaces.change(place) { $0.add(address, length: length ?? 32, line: line) }
        } else if path[1] == "inet6" {
            interfaces.change(place) { row in
                row.isIPv6Enabled = true
                if path.count > 2, path[2] == "dhcpv6-client" { row.hasUnknownIPv6Address = true }
            }
            guard path.count > 3, path[2] == "address" else { return }
            if path.count > 4, path[4] == "eui-64" { derived.insert(Key(place: place, text: path[3])) }
            addresses.append((place, path[3], line))
        }
    }

    mutating func finish() {
        for (place, text, line) in addresses {
            if derived.contains(Key(place: place, text: text)) {
                interfaces.change(place) { $0.hasUnknownIPv6Address = true }
            } else if let (address, length) = DeviceNotation.address(text), address.family == .ipv6 {
                interfaces.change(place) { $0.add(address, length: length ?? 128, line: line) }
            }
        }
    }

    func imported(_ row: DeviceInterface) -> ImportedInterface {
        var row = row
        let device = String(row.name.prefix { $0 != "." })
        row.mac = macs[device]
        row.isShutDown = row.isShutDown == true || disabled.contains(device)
        let ipv6 = row.setting(absence: .notConfigured)
        // Without family inet6 the device sends none: stock configurations name the management port there.
        let isSent =
            (ipv6 == .configured || ipv6 == .enabled) && row.isShutDown != true
            && (advertised.contains(row.name) || advertised.contains("all") && !Self.isManagement(device))
        return row.imported(ipv6, isSent ? .sent : .notSent)
    }

    private static func isManagement(_ device: String) -> Bool {
        ["fxp", "me0", "em", "vme", "lo", "re0:mgmt"].contains(where: device.hasPrefix)
    }
}
