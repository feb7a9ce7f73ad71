/// What kind of file was imported; the raw value is the word of the command line and of the outputs.
public enum ImportKind: String, Sendable, CaseIterable {
    // MARK: Lists that people keep
    case inventory, netbox, nmap

    // MARK: What a machine says of itself
    case ipJSON = "ip-json"
    case windows, ipconfig, netplan, interfaces, sysctl, radvd

    // MARK: Servers of addresses
    case dnsmasq
    case iscDHCP = "isc-dhcp"
    case kea

    // MARK: Where programs listen
    case nginx, apache, postfix, sshd, postgresql

    // MARK: Network devices
    case ciscoIOS = "cisco-ios"
    case mikrotik, fortigate
    case huaweiVRP = "huawei-vrp"
    case junos, neighbours
    case macTable = "mac-table"

    // MARK: Names and traffic that other tools recorded
    case zone, zeek, nfdump
}
