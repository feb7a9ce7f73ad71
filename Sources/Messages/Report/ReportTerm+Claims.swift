/// The words for what is believed of a machine and why.
extension ReportTerm {
    func claimWord(_ language: Language) -> String? {
        switch (self, language) {
        case (.role(let code), .english): Self.englishRoles[code] ?? code.printable
        case (.role(let code), .vietnamese): Self.vietnameseRoles[code] ?? code.printable
        case (.system(let code), .english): Self.englishSystems[code] ?? code.printable
        case (.system(let code), .vietnamese): Self.vietnameseSystems[code] ?? code.printable
        case (.claimEvidence(let code), .english): Self.englishEvidence[code] ?? code.printable
        case (.claimEvidence(let code), .vietnamese): Self.vietnameseEvidence[code] ?? code.printable
        default: nil
        }
    }

    private static let englishRoles = [
        "router": "router", "firewall": "firewall", "switch": "switch", "access-point": "access point",
        "printer": "printer", "camera": "camera", "phone": "IP telephone", "server": "server",
        "workstation": "workstation", "mobile": "phone or tablet", "dhcp-server": "DHCP server",
        "dhcpv6-server": "DHCPv6 server", "resolver": "DNS resolver", "unknown": "not known",
    ]
    private static let vietnameseRoles = [
        "router": "bộ định tuyến", "firewall": "tường lửa", "switch": "thiết bị chuyển mạch",
        "access-point": "điểm truy cập không dây", "printer": "máy in", "camera": "camera",
        "phone": "điện thoại IP", "server": "máy chủ", "workstation": "máy trạm",
        "mobile": "điện thoại hoặc máy tính bảng", "dhcp-server": "máy chủ DHCP", "dhcpv6-server": "máy chủ DHCPv6",
        "resolver": "phân giải DNS", "unknown": "chưa rõ",
    ]
    private static let englishSystems = [
        "windows": "Windows", "macos": "macOS", "ios": "iOS or iPadOS", "android": "Android", "linux": "Linux",
        "embedded-linux": "embedded Linux",
    ]
    private static let vietnameseSystems = [
        "windows": "Windows", "macos": "macOS", "ios": "iOS hoặc iPadOS", "android": "Android", "linux": "Linux",
        "embedded-linux": "Linux nhúng",
    ]
    private static let englishEvidence = [
        "inventory": "its row in systems.csv", "lldp": "it says so by LLDP", "cdp": "it says so by CDP",
        "router-advertisement": "it sends router advertisements", "routing-protocol": "it speaks a routing protocol",
        "gateway-redundancy": "it stands in for a gateway (VRRP, HSRP, GLBP)",
        "service-announcement": "it announces the service", "dhcp-vendor-class": "vendor class of its DHCP requests",
        "dhcp-parameter-list": "order of the options that it asks DHCP for",
        "snmp-engine": "enterprise number in its SNMP engine id", "host-name": "its name",
        "dhcp-answer": "it answers DHCP requests", "dns-answer": "it answers DNS questions",
        "service-port": "it answers on a well-known port", "forwarding": "it forwards packets of other addresses",
        "dhcp-gateway": "DHCP names it as gateway", "dhcp-resolver": "DHCP names it as resolver",
        "advertised-resolver": "a router advertises it as resolver", "mac-prefix": "the IEEE's list of MAC prefixes",
    ]
    private static let vietnameseEvidence = [
        "inventory": "dòng của thiết bị trong systems.csv", "lldp": "thiết bị tự giới thiệu qua LLDP",
        "cdp": "thiết bị tự giới thiệu qua CDP", "router-advertisement": "thiết bị gửi quảng bá bộ định tuyến (RA)",
        "routing-protocol": "thiết bị dùng giao thức định tuyến",
        "gateway-redundancy": "thiết bị dự phòng cổng mặc định (VRRP, HSRP, GLBP)",
        "service-announcement": "thiết bị tự công bố dịch vụ",
        "dhcp-vendor-class": "tên loại thiết bị (vendor class) trong yêu cầu DHCP",
        "dhcp-parameter-list": "thứ tự các tùy chọn mà thiết bị hỏi DHCP",
        "snmp-engine": "số hiệu doanh nghiệp trong SNMP engineID", "host-name": "tên máy",
        "dhcp-answer": "thiết bị trả lời yêu cầu DHCP", "dns-answer": "thiết bị trả lời câu hỏi DNS",
        "service-port": "thiết bị trả lời trên cổng thông dụng",
        "forwarding": "thiết bị chuyển tiếp gói tin của địa chỉ khác",
        "dhcp-gateway": "DHCP chỉ định làm cổng mặc định", "dhcp-resolver": "DHCP chỉ định làm máy phân giải DNS",
        "advertised-resolver": "bộ định tuyến quảng bá làm máy phân giải DNS",
        "mac-prefix": "danh mục tiền tố MAC của IEEE",
    ]
}
