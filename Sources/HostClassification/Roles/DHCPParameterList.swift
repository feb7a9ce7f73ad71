/// An option 55 list whose order tells the DHCP client that wrote it. RFC 2132 §9.8 leaves the order to the client.
struct DHCPParameterList: Sendable {
    let options: [UInt8]
    let system: SystemFamily
    /// Nil: the client runs on machines of many kinds.
    let role: HostRole?
    /// 0…1.
    let strength: Double
    /// A public repository with a capture that shows the list beside what its sender says of itself.
    let source: String

    static func matching(_ options: [UInt8]) -> DHCPParameterList? { table[options] }

    private static let table = Dictionary(all.map { ($0.options, $0) }, uniquingKeysWith: { first, _ in first })

    /// Each entry was read in the capture that it names; the sender is recognised by its host name (option 12) or its
    /// vendor class (option 60). Profiles with random order, as RFC 7844 §3.7 asks for, cannot stand here.
    static let all: [DHCPParameterList] = [
        // Vendor class MSFT 5.0, host names kevin-PC and Joanna-PC.
        DHCPParameterList(
            options: [1, 15, 3, 6, 44, 46, 47, 31, 33, 121, 249, 43, 252], system: .windows, role: .workstation,
            strength: 0.6, source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/1kxun.pcap"),
        // Vendor class MSFT 5.0.
        DHCPParameterList(
            options: [1, 3, 6, 15, 31, 33, 43, 44, 46, 47, 121, 249, 252], system: .windows, role: .workstation,
            strength: 0.6,
            source: "https://github.com/seladb/PcapPlusPlus Tests/Pcap++Test/PcapExamples/raw_ip.pcap"),
        // Host name MacBook-Air, a MAC of Apple.
        DHCPParameterList(
            options: [1, 3, 6, 15, 119, 95, 252, 44, 46], system: .macos, role: .workstation, strength: 0.8,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/1kxun.pcap"),
        // Host name Lucas-iMac, a MAC of Apple.
        DHCPParameterList(
            options: [1, 121, 3, 6, 15, 119, 252, 95, 44, 46], system: .macos, role: .workstation, strength: 0.8,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/signal.pcap"),
        // Host name kawai-iPad3, a MAC of Apple.
        DHCPParameterList(
            options: [1, 3, 6, 15, 119, 252], system: .ios, role: .mobile, strength: 0.7,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/capwap.pcap"),
        // Host name iPhonediMonica, a MAC of Apple.
        DHCPParameterList(
            options: [1, 121, 3, 6, 15, 119, 252], system: .ios, role: .mobile, strength: 0.7,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/wechat.pcap"),
        // Vendor class dhcpcd-5.5.6, host names android- and digits.
        DHCPParameterList(
            options: [1, 33, 3, 6, 15, 28, 51, 58, 59], system: .android, role: .mobile, strength: 0.8,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/1kxun.pcap"),
        DHCPParameterList(
            options: [1, 33, 3, 6, 15, 26, 28, 51, 58, 59], system: .android, role: .mobile, strength: 0.8,
            source: "https://github.com/nfstream/nfstream tests/pcaps/alexa-app.pcapng"),
        // Host name ubuntu2: ISC dhclient as Ubuntu configures it, on desktops and servers alike.
        DHCPParameterList(
            options: [1, 28, 2, 3, 15, 6, 119, 12, 44, 47, 26, 121, 42], system: .linux, role: nil, strength: 0.7,
            source: "https://github.com/chrissanders/packets dhcp_nolease_initialization.pcapng"),
        // Host name sanji-LIFEBOOK-LH531: the same client under NetworkManager, which adds to the list.
        DHCPParameterList(
            options: [1, 28, 2, 3, 15, 6, 119, 12, 44, 47, 26, 121, 42, 121, 249, 252, 42], system: .linux,
            role: .workstation, strength: 0.6,
            source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/1kxun.pcap"),
        // Vendor class dhcpcd-6.10.1:Linux-4.9.57-v7+:armv7l:BCM2835.
        DHCPParameterList(
            options: [1, 121, 33, 3, 6, 12, 15, 26, 28, 42, 51, 54, 58, 59, 119], system: .linux, role: nil,
            strength: 0.7, source: "https://github.com/ntop/nDPI tests/cfgs/default/pcap/teams.pcap"),
        // Vendor classes udhcp 0.9.8 … 1.22.1 of cameras, sensors, sirens and lamps.
        DHCPParameterList(
            options: [1, 3, 6, 12, 15, 28, 42], system: .embeddedLinux, role: nil, strength: 0.6,
            source: "https://github.com/andypitcher/IoT_Sentinel D-LinkCam, HueBridge, EdimaxCam1"),
        // Vendor class udhcp 0.9.8.
        DHCPParameterList(
            options: [1, 3, 6, 12, 15, 28, 44], system: .embeddedLinux, role: nil, strength: 0.6,
            source: "https://github.com/andypitcher/IoT_Sentinel WeMoInsightSwitch"),
    ]
}
