import Messages
import NetworkTypes
public import TrafficObservation

/// `/export` of MikroTik RouterOS 6 and 7, also terse and verbose.
///
/// A plain export has only what differs from the defaults: that a line is missing proves nothing.
public enum MikroTikImporter: ConfigurationImporter {
    public static let kind = ImportKind.mikrotik

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        DeviceDialect.mikrotik.likeness(lines)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        try DeviceDialect.mikrotik.refuseOthers(lines, path: source.path)
        var reading = MikroTikReading()
        let commands = RouterOSCommand.commands(lines)
        // Addresses may stand before the interface that they are on.
        for command in commands { reading.takeDevice(command) }
        for command in commands where command.verb == "add" && !command.isDisabled { reading.takeAddress(command) }
        let state = reading
        return try state.interfaces.finish(source.file(kind), name: state.name, line: state.nameLine) {
            state.imported($0)
        }
    }
}

/// What of the export was read so far.
private struct MikroTikReading {
    var name: String?
    var nameLine: UInt32 = 1
    var interfaces = DeviceInterfaceTable()
    private var isIPv6Off = false
    private var virtualInterfaces: Set<String> = []
    private var discovery = MikroTikDiscovery()

    /// Interfaces and settings.
    mutating func takeDevice(_ command: RouterOSCommand) {
        guard command.verb == "add" || command.verb == "set" else { return }
        switch command.menu.joined(separator: " ") {
        case "system identity":
            guard let value = command.attributes["name"] else { return }
            name = value
            nameLine = command.line
        case "ipv6 settings":
            if let value = command.attributes["disable-ipv6"] { isIPv6Off = value == "yes" || value == "true" }
        case "ipv6 nd", "ipv6 nd prefix": discovery.take(command)
        default:
            if command.menu.count == 2, command.menu[0] == "interface", command.menu[1] != "list" {
                takeInterface(command)
            }
        }
    }

    private mutating func takeInterface(_ command: RouterOSCommand) {
        let selected = command.selection["default-name"] ?? command.selection["name"] ?? command.items.first
        guard let name = command.attributes["name"] ?? command.attributes["default-name"] ?? selected,
            !name.isEmpty, Int(name) == nil
        else { return }
        let type = command.menu[1]
        if type == "vrrp" { virtualInterfaces.insert(name) }
        let isClient = type.hasSuffix("-client")
        interfaces.change(interfaces.place(name, line: command.line)) { row in
            let mac = command.attributes["admin-mac"] ?? command.attributes["mac-address"]
            if let mac = mac.flatMap(DeviceNotation.mac) { row.mac = mac }
            if command.isDisabled {
                row.isShutDown = true
            } else if !isClient || command.attributes["disabled"] != nil {
                // A client of PPPoE and the like is off until `disabled=no`.
                row.isShutDown = row.isShutDown ?? false
            }
        }
    }

    /// Items that are in use.
    mutating func takeAddress(_ command: RouterOSCommand) {
        guard let interface = command.attributes["interface"], !interface.isEmpty else { return }
        switch command.menu.joined(separator: " ") {
        case "ip address":
            // The address of a VRRP interface moves between routers.
            guard !virtualInterfaces.contains(interface) else { return }
            let (address, length) = command.attributes["address"].flatMap(DeviceNotation.address) ?? (nil, nil)
            let mask = command.attributes["netmask"].flatMap(DeviceNotation.prefixLength)
            interfaces.change(interfaces.place(interface, line: command.line)) { row in
                guard let address, address.family == .ipv4 else { return }
                row.add(address, length: length ?? mask ?? 32, line: command.line)
            }
        case "ip dhcp-client": _ = interfaces.place(interface, line: command.line)
        case "ipv6 dhcp-client":
            interfaces.change(interfaces.place(interface, line: command.line)) { $0.hasUnknownIPv6Address = true }
        case "ipv6 address": takeIPv6(command, interface: interface)
        default: return
        }
    }

    private mutating func takeIPv6(_ command: RouterOSCommand, interface: String) {
        guard !virtualInterfaces.contains(interface) else { return }
        let (address, length) = command.attributes["address"].flatMap(DeviceNotation.address) ?? (nil, nil)
        let isFromPool = command.attributes["from-pool"]?.isEmpty == false
        let isDerived = isFromPool || command.attributes["eui-64"] == "yes"
        let isLinkLocal = address?.isLinkLocal == true && !isDerived
        interfaces.change(interfaces.place(interface, line: command.line)) { row in
            if isDerived {
                row.hasUnknownIPv6Address = true
            } else if let address, address.family == .ipv6 {
                row.add(address, length: length ?? 64, line: command.line)
            }
        }
        if !isLinkLocal {
            discovery.note(
                interface: interface, advertise: command.attributes["advertise"], length: Int(length ?? 64))
        }
    }

    func imported(_ row: DeviceInterface) -> ImportedInterface {
        var row = row
        if isIPv6Off {
            row.removeAll(.ipv6)
            return row.imported(.disabled, .notSent)
        }
        let ipv6 = row.setting(absence: .unknown)
        return row.imported(ipv6, row.isShutDown == true ? .notSent : discovery.setting(row.name))
    }
}

/// Where RouterOS sends router advertisements: where `/ipv6 nd` is on (by default on all interfaces) and a prefix is
/// to be advertised, which an address of /64 is by default.
private struct MikroTikDiscovery {
    /// The interface of the default item.
    private var defaultInterface = "all"
    private var isDefaultOff = false
    /// Of items for one interface.
    private var isOff: [String: Bool] = [:]
    private var hasPrefix: Set<String> = []
    /// Whether one of the interface's addresses is advertised.
    private var isAdvertised: [String: Bool] = [:]

    mutating func take(_ command: RouterOSCommand) {
        let interface = command.attributes["interface"]
        if command.menu.count > 2 {
            if command.verb == "add", !command.isDisabled, let interface { hasPrefix.insert(interface) }
        } else if command.verb == "add" {
            if let interface { isOff[interface] = command.isDisabled }
        } else if command.selection["default"] == "yes" || command.items.first == "0" {
            if let interface { defaultInterface = interface }
            if command.attributes["disabled"] != nil { isDefaultOff = command.isDisabled }
        } else if let selected = command.selection["interface"] {
            isOff[interface ?? selected] = command.isDisabled
        }
    }

    mutating func note(interface: String, advertise: String?, length: Int) {
        let isOn = advertise.map { $0 == "yes" || $0 == "true" } ?? (length == 64)
        isAdvertised[interface] = isAdvertised[interface] == true || isOn
    }

    func setting(_ interface: String) -> ImportedInterface.RouterAdvertisementSetting {
        guard let advertises = isAdvertised[interface] else { return .unknown }
        let isDefault = defaultInterface == "all" || defaultInterface == interface
        let isSilent = isOff[interface] ?? (isDefaultOff || !isDefault)
        if isSilent { return .suppressed }
        return advertises || hasPrefix.contains(interface) ? .sent : .suppressed
    }
}
