/// The lines that tell the dialects apart: 0 says nothing, 1 fits, 2 and more proves, below 0 belies.
extension DeviceDialect {
    static func cisco(_ first: Substring, _ words: [Substring], _ indentation: Int) -> Int {
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "interface" where indentation == 0 && words.count > 1: return ciscoInterface(second)
        case "!" where words.count == 1: return 1
        case "hostname" where words.count == 2 && indentation == 0: return 1
        case "service":
            return ["timestamps", "password-encryption", "unsupported-transceiver"].contains(second) ? 3 : 0
        case "enable": return second == "secret" || second == "password" ? 3 : 0
        case "Building", "Current": return second == "configuration..." || second == "configuration" ? 3 : 0
        case "boot-start-marker", "boot-end-marker", "nameif": return 3
        case "switchport", "standby": return indentation > 0 ? 2 : 0
        case "encapsulation": return second.lowercased() == "dot1q" ? 3 : 0
        case "aaa": return second == "new-model" ? 2 : 0
        case "line": return second == "con" || second == "console" || second == "vty" ? 1 : 0
        case "ASA": return second == "Version" ? 4 : 0
        case "frr", "bgpd", "zebra": return -20
        case "no": return ["ip", "ipv6", "shutdown", "switchport", "aaa", "service"].contains(second) ? 2 : 1
        case "ipv4": return second == "address" ? 2 : 0
        case "ip":
            if second == "address", words.count >= 4, words[3].hasPrefix("255.") { return 1 }
            if second == "address", words.count == 3, words[2] == "dhcp" { return 2 }
            return second == "forward-protocol" || second == "cef" ? 3 : second == "route" && indentation == 0 ? 2 : 0
        case "ipv6":
            if second == "unicast-routing" { return 4 }
            if second == "nd", words.contains("suppress") || words.contains("suppress-ra") { return 3 }
            if second == "address", words.last == "autoconfig" || words.last == "dhcp" { return 2 }
            return second == "address" || second == "enable" ? 1 : 0
        default: return 0
        }
    }

    private static func ciscoInterface(_ name: Substring) -> Int {
        if huaweiOnly.contains(where: name.hasPrefix) { return 0 }
        if ciscoOnly.contains(where: name.hasPrefix) { return 3 }
        return shared.contains(where: name.hasPrefix) ? 1 : 0
    }

    /// The case counts: Cisco has Loopback0, Huawei LoopBack0.
    private static let ciscoOnly = [
        "Vlan", "FastEthernet", "TenGigabitEthernet", "TwentyFiveGig", "TwoGigabitEthernet", "Port-channel",
        "port-channel", "Loopback", "loopback", "BVI", "BDI", "mgmt0", "MgmtEth", "Management", "Bundle-Ether",
        "Cellular", "AppGigabitEthernet",
    ]
    private static let huaweiOnly = [
        "Vlanif", "Vlan-interface", "LoopBack", "Eth-Trunk", "XGigabitEthernet", "MEth", "NULL", "Ten-Gigabit",
        "M-Gigabit", "M-Ethernet", "Bridge-Aggregation", "Route-Aggregation", "10GE", "25GE", "40GE", "100GE",
        "Forty", "Cellular0/0/",
    ].filter { !$0.hasPrefix("Cellular") && !$0.hasPrefix("Forty") }
    private static let shared = ["GigabitEthernet", "Ethernet", "Tunnel", "Serial", "Dialer", "HundredGig", "Forty"]

    static func huawei(_ first: Substring, _ words: [Substring], _ indentation: Int) -> Int {
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "sysname": return words.count == 2 ? 4 : 0
        case "undo": return words.count > 1 ? 3 : 0
        case "#" where words.count == 1: return 1
        case "return" where words.count == 1 && indentation == 0: return 1
        case "interface" where indentation == 0 && words.count > 1:
            if huaweiOnly.contains(where: second.hasPrefix) { return 4 }
            return shared.contains(where: second.hasPrefix) || second.hasPrefix("GE") ? 1 : 0
        case "port": return ["link-type", "default", "trunk", "hybrid", "access"].contains(second) ? 3 : 0
        case "user-interface": return 3
        case "vlan": return second == "batch" ? 4 : 0
        case "!Software": return 4
        case "version": return words.contains { $0.hasPrefix("Release") } ? 4 : 0
        case "ip":
            if second == "binding" || second == "route-static" { return 4 }
            if second == "address", words.count >= 4, UInt8(words[3]) != nil { return 3 }
            return second == "address" && words.count >= 4 && words[3].hasPrefix("255.") ? 1 : 0
        case "ipv6":
            if words.count == 1 { return 2 }
            if second == "address", words.count >= 4, UInt8(words[3]) != nil || words[2] == "auto" { return 3 }
            return words.contains("halt") ? 3 : second == "address" || second == "enable" ? 1 : 0
        default: return 0
        }
    }

    static func mikrotik(_ first: Substring, _ words: [Substring], _ indentation: Int) -> Int {
        if first.hasPrefix("/") {
            let root = first.dropFirst().prefix { $0 != "/" }
            guard routerOSMenus.contains(String(root)), words.count > 1 || first.utf8.count > root.utf8.count + 1,
                !words.contains("print"), !first.dropFirst().hasSuffix("/"), !first.contains(".")
            else { return 0 }
            return 3
        }
        if first == "set", words.count > 2, words[1] == "[", words[2].hasPrefix("find") { return 4 }
        if first == "#", words.contains("RouterOS") { return 6 }
        if first == "add" || first == "set", words.count > 1, words[1].contains("=") { return 1 }
        return 0
    }

    private static let routerOSMenus: Set<String> = [
        "ip", "ipv6", "interface", "system", "routing", "tool", "user", "queue", "ppp", "port", "snmp", "certificate",
        "radius", "caps-man", "disk",
    ]

    static func fortigate(_ first: Substring, _ words: [Substring], _ indentation: Int) -> Int {
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "config": return fortiOSTables.contains(String(second)) ? 3 : 0
        case "edit" where words.count >= 2: return 1
        case "next" where words.count == 1, "end" where words.count == 1: return 1
        case "set": return ["vdom", "ip6-address", "ip6-mode", "allowaccess", "ip6-send-adv"].contains(second) ? 3 : 0
        case "option", "list": return second.contains("_") ? -2 : 0
        default: return first.hasPrefix("#config-version=F") ? 6 : 0
        }
    }

    private static let fortiOSTables: Set<String> = [
        "system", "firewall", "router", "vpn", "user", "log", "vdom", "ipv6", "switch-controller", "webfilter",
        "antivirus", "wireless-controller", "ips", "application", "dnsfilter", "ip6-extra-addr", "ip6-prefix-list",
    ]

    static func junos(_ first: Substring, _ words: [Substring], _ indentation: Int) -> Int {
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "set", "deactivate", "delete":
            if second == "interfaces", words.count > 2, vyOSTypes.contains(String(words[2])) { return -6 }
            if second == "interfaces", words.count > 4 { return words.contains("unit") ? 4 : 2 }
            return junosHierarchies.contains(String(second)) ? 2 : 0
        case "interfaces", "protocols": return words.count == 2 && second == "{" ? 3 : 0
        case "system", "groups", "security": return words.count == 2 && second == "{" ? 2 : 0
        case "unit": return words.count == 3 && words[2] == "{" ? 4 : 0
        case "family": return second.hasPrefix("inet") && (words.last == "{" || second.hasSuffix(";")) ? 4 : 0
        case "host-name": return words.count == 2 && second.hasSuffix(";") ? 4 : 0
        case "apply-groups": return words.last?.hasSuffix(";") == true ? 3 : 0
        case "inactive:": return 3
        case "##": return second == "Last" ? 5 : 0
        case "ethernet", "loopback": return words.last == "{" ? -6 : 0
        default: return 0
        }
    }

    /// VyOS and EdgeOS write the type where Junos has the name.
    private static let vyOSTypes: Set<String> = [
        "ethernet", "loopback", "bonding", "bridge", "tunnel", "wireguard", "vti", "openvpn", "pppoe", "dummy",
        "pseudo-ethernet", "wireless", "switch",
    ]
    private static let junosHierarchies: Set<String> = [
        "version", "groups", "apply-groups", "system", "chassis", "interfaces", "protocols", "routing-options",
        "policy-options", "security", "vlans", "snmp", "firewall", "forwarding-options", "routing-instances",
    ]
}
