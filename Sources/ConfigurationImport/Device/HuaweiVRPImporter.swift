import Messages
import NetworkTypes
public import TrafficObservation

/// `display current-configuration` of Huawei VRP and of H3C Comware.
public enum HuaweiVRPImporter: ConfigurationImporter {
    public static let kind = ImportKind.huaweiVRP

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        DeviceDialect.huawei.likeness(lines)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        try DeviceDialect.huawei.refuseOthers(lines, path: source.path)
        var reading = HuaweiReading()
        for command in DeviceStanzaReader(separator: 0x23, bannerEnd: bannerEnd).commands(lines) {
            reading.take(command)
        }
        let state = reading
        return try state.interfaces.finish(source.file(kind), name: state.name, line: state.nameLine) {
            state.imported($0)
        }
    }

    /// Huawei: `header login information "…"`; H3C: `header motd %…%`, any character.
    private static func bannerEnd(_ line: ImportLine) -> String? {
        let text = line.text.drop { $0 == " " }
        guard text.hasPrefix("header ") else { return nil }
        var rest = text.dropFirst("header ".count).drop { $0 != " " }.drop { $0 == " " }
        for word in ["information ", "file "] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count).drop { $0 == " " }
        }
        guard let end = rest.first else { return "" }
        return rest.dropFirst().contains(end) ? "" : String(end)
    }
}

/// What of the configuration was read so far.
private struct HuaweiReading {
    var name: String?
    var nameLine: UInt32 = 1
    /// `undo ipv6` on the device.
    var isOff = false
    var interfaces = DeviceInterfaceTable()
    private var current: Int?

    mutating func take(_ command: DeviceCommand) {
        let words = command.words
        if command.isSeparator {
            current = nil
            return
        }
        if command.isTopLevel { current = nil }
        if let current {
            interfaces.change(current) { $0.take(huawei: words, line: command.line) }
            return
        }
        switch words[0] {
        case "interface" where command.isTopLevel && words.count > 1:
            current = interfaces.place(Self.interfaceName(words), line: command.line)
        // Comware indents the commands of the device by one space.
        case "sysname" where words.count > 1:
            name = words[1].trimmingQuotes
            nameLine = command.line
        case "ipv6" where words.count == 1: isOff = false
        case "undo" where words.count == 2 && words[1] == "ipv6": isOff = true
        case "undo" where words.count > 2 && words[1] == "interface":
            interfaces.remove(Self.interfaceName(Array(words[1...])))
        default: break
        }
    }

    private static func interfaceName(_ words: [Substring]) -> String {
        if words.count > 2, !words[1].contains(where: \.isNumber), words[2].first?.isNumber == true {
            return String(words[1] + words[2])
        }
        return String(words[1])
    }

    func imported(_ row: DeviceInterface) -> ImportedInterface {
        var row = row
        if row.isShutDown == nil { row.isShutDown = false }
        if isOff {
            row.removeAll(.ipv6)
            return row.imported(.disabled, .notSent)
        }
        let ipv6 = row.setting(absence: .notConfigured)
        return row.imported(ipv6, advertisements(row, ipv6))
    }

    /// Off by default: `undo ipv6 nd ra halt` turns them on.
    private func advertisements(
        _ row: DeviceInterface, _ ipv6: ImportedInterface.IPv6Setting
    ) -> ImportedInterface.RouterAdvertisementSetting {
        guard ipv6 == .configured || ipv6 == .enabled else { return .notSent }
        if row.routerAdvertisements == .suppressed { return .suppressed }
        return row.routerAdvertisements == .sent && row.isShutDown != true ? .sent : .notSent
    }
}

extension DeviceInterface {
    /// A line below `interface`.
    fileprivate mutating func take(huawei words: [Substring], line: UInt32) {
        let second = words.count > 1 ? words[1] : ""
        let rest = words.dropFirst(2)
        switch (words[0], second) {
        case ("ip", "address"):
            guard let first = rest.first, let (address, length) = DeviceNotation.address(first),
                address.family == .ipv4
            else { return }
            add(address, length: length ?? rest.dropFirst().first.flatMap(DeviceNotation.prefixLength), line: line)
        case ("ip", "binding"):
            // Binding to a VPN instance deletes the addresses that the interface had.
            removeAll(.ipv4)
            removeAll(.ipv6)
        case ("ipv6", "enable"): isIPv6Enabled = true
        case ("ipv6", "address"): takeAddress(rest, line: line)
        case ("ipv6", "nd") where rest.elementsEqual(["ra", "halt"]): routerAdvertisements = .suppressed
        case ("shutdown", ""): isShutDown = true
        case ("mac-address", _): mac = DeviceNotation.mac(second) ?? mac
        case ("undo", _): takeNegation(words.dropFirst(), line: line)
        default: break
        }
    }

    /// `X 64`, `X/64`, with `eui-64`, `anycast` or `link-local`; `auto link-local`; `auto global`; `dhcp-alloc`;
    /// `PREFIX-NAME ::1/64`.
    private mutating func takeAddress(_ words: ArraySlice<Substring>, line: UInt32) {
        guard let first = words.first else { return }
        let rest = words.dropFirst()
        if first == "auto", rest.first == "link-local" {
            isIPv6Enabled = true
        } else if let (address, length) = DeviceNotation.address(first), address.family == .ipv6 {
            let isUnknown = rest.contains("eui-64") || rest.contains("anycast")
            if isUnknown {
                hasUnknownIPv6Address = true
            } else {
                let given = rest.first.flatMap { UInt8($0) }.flatMap { $0 <= 128 ? $0 : nil }
                add(address, length: length ?? given, line: line)
            }
        } else if first == "auto" || first == "dhcp-alloc" || !rest.isEmpty {
            hasUnknownIPv6Address = true
        }
    }

    private mutating func takeNegation(_ words: ArraySlice<Substring>, line: UInt32) {
        let rest = Array(words)
        switch (rest.first, rest.dropFirst().first) {
        case ("shutdown", nil): isShutDown = false
        case ("ipv6", "enable"):
            removeAll(.ipv6)
            isIPv6Off = true
        case ("ipv6", "nd") where rest.suffix(2) == ["ra", "halt"]: routerAdvertisements = .sent
        case ("ip", "address"), ("ipv6", "address"):
            guard rest.count > 2 else { return removeAll(rest[0] == "ip" ? .ipv4 : .ipv6) }
            if let (address, _) = DeviceNotation.address(rest[2]) { remove(address) }
        default: break
        }
    }
}
