/// What the vendor class of a DHCP client begins with, and what that says. RFC 2132 §9.13.
struct DHCPVendorClass: Sendable {
    let prefix: String
    /// The maker of the machine; nil where only the software is named.
    var vendor: String?
    var system: SystemFamily?
    var role: HostRole?
    /// 0…1, of the role.
    var strength = 0.5
    /// A manual, or a public repository with a capture that shows it.
    let source: String

    /// In lower case, because some rows keep it so.
    static func matching(_ text: String) -> DHCPVendorClass? {
        let text = text.lowercased()
        return all.first { text.hasPrefix($0.prefix.lowercased()) }
    }

    static let all: [DHCPVendorClass] = [
        // Desktops and servers alike.
        DHCPVendorClass(
            prefix: "MSFT 5.0", system: .windows, role: .workstation, strength: 0.45,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/1kxun.pcap"),
        DHCPVendorClass(
            prefix: "Cisco AP ", vendor: "Cisco Systems", role: .accessPoint, strength: 0.9,
            source: "Cisco Aironet 1000 series hardware installation guide OL-9403-04, table F-1"),
        DHCPVendorClass(
            prefix: "ArubaAP", vendor: "Aruba", role: .accessPoint, strength: 0.9,
            source: "https://arubanetworking.hpe.com/techdocs/aos/wifi-design-deploy/network-operations/dhcp-for-aps/"),
        DHCPVendorClass(
            prefix: "Arista", vendor: "Arista Networks, Inc.", role: .switch, strength: 0.8,
            source: "https://github.com/the-tcpdump-group/tcpdump tests/dhcpv4v6-rfc5970-rfc8572.pcap"),
        DHCPVendorClass(
            prefix: "TL-SG", vendor: "TP-Link Systems Inc.", role: .switch, strength: 0.8,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/teams.pcap"),
        DHCPVendorClass(
            prefix: "android-dhcp-", system: .android, role: .mobile, strength: 0.85,
            source: "https://android.googlesource.com/platform/packages/modules/NetworkStack DhcpClient"),
        DHCPVendorClass(
            prefix: "udhcp", system: .embeddedLinux, source: "https://github.com/andypitcher/IoT_Sentinel D-LinkCam"),
    ]
}
