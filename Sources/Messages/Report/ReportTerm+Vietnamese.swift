extension ReportTerm {
    var vietnamese: String {
        switch self {
        case .hostState(let code): Self.hostStates[code] ?? code.printable
        case .hostStateMeaning(let code): Self.hostStateMeanings[code] ?? code.printable
        case .segmentState(let code): Self.segmentStates[code] ?? code.printable
        case .segmentStateMeaning(let code): Self.segmentStateMeanings[code] ?? code.printable
        case .serviceState(let code): Self.serviceStates[code] ?? code.printable
        case .serviceStateMeaning(let code): Self.serviceStateMeanings[code] ?? code.printable
        case .phase(let code): Self.phases[code] ?? code.printable
        case .severity(let code): Self.severities[code] ?? code.printable
        case .verdict(let code): Self.verdicts[code] ?? code.printable
        case .status(let code): Self.statuses[code] ?? code.printable
        case .provisionalReason(let code): Self.provisionalReasons[code] ?? code.printable
        case .flag(let code): Self.flags[code] ?? code.printable
        case .role, .system, .claimEvidence: claimWord(.vietnamese) ?? ""
        case .mergeKey(let code): Self.mergeKeys[code] ?? code.printable
        case .rejection(let code): Self.rejections[code] ?? code.printable
        case .claim(let code): Self.claims[code] ?? code.printable
        case .agencyLevel(let code): Self.agencyLevels[code] ?? code.printable
        case .segmentKind(let code): Self.segmentKinds[code] ?? code.printable
        case .planTarget(let code): Self.planTargets[code] ?? code.printable
        }
    }

    private static let hostStates = [
        "unknown": "Chưa đủ bằng chứng", "ipv4-seen": "Thấy IPv4, chưa rõ IPv6", "ipv4-only": "Chỉ IPv4",
        "ipv4-latent-ipv6": "IPv4, IPv6 tiềm ẩn", "dual-configured": "Đã cấp IPv6, chưa dùng",
        "dual-operational": "Song song hoạt động", "dual-broken": "Song song nhưng lỗi", "ipv6-mostly": "Ưu tiên IPv6",
        "ipv6-only": "Chỉ IPv6", "link-local-only": "Chỉ IPv6 liên kết cục bộ",
    ]
    private static let hostStateMeanings = [
        "unknown": "Chưa thấy địa chỉ IP nào của thiết bị, nên không kết luận được gì.",
        "ipv4-seen":
            "Chỉ thấy thiết bị qua bộ định tuyến, bằng IPv4. Từ điểm thu này không thể biết thiết bị có IPv6 hay không.",
        "ipv4-only":
            "Thiết bị chỉ dùng IPv4, trong khi điểm thu đủ điều kiện để thấy IPv6 nếu có. Tắt IPv4 thì thiết bị mất kết nối.",
        "ipv4-latent-ipv6":
            "Thiết bị dùng IPv4; IPv6 đang bật trong hệ điều hành nhưng chỉ có địa chỉ liên kết cục bộ (fe80::), không ra khỏi mạng LAN. Số liệu chương trình tính là chỉ IPv4.",
        "dual-configured":
            "Thiết bị có cả địa chỉ IPv4 và IPv6 dùng được ngoài liên kết, nhưng chưa thấy kết nối IPv6 nào hoàn chỉnh. Có cấu hình chưa phải là có sử dụng.",
        "dual-operational":
            "Thiết bị đã có kết nối hoàn chỉnh bằng cả IPv4 và IPv6. Chỉ trạng thái này được tính là “song song” (dual-stack) trong số liệu.",
        "dual-broken":
            "Thiết bị có IPv6 và đã thử kết nối, nhưng phần lớn thất bại trong khi IPv4 tới cùng đích vẫn được. Người dùng thường chỉ thấy chậm.",
        "ipv6-mostly":
            "Thiết bị chạy IPv6 và đã tự nguyện thôi dùng IPv4 (DHCPv4 tùy chọn 108 hoặc CLAT), dù mạng vẫn cấp IPv4 cho thiết bị khác.",
        "ipv6-only": "Thiết bị dùng IPv6 và không dùng IPv4 trong suốt thời gian quan sát (thuần IPv6).",
        "link-local-only":
            "Thiết bị chỉ có địa chỉ IPv6 liên kết cục bộ (fe80::), không có IPv4: chưa liên lạc được ra ngoài mạng LAN.",
    ]
    private static let segmentStates = [
        "unknown": "Chưa xác định", "no-ipv6": "Chưa có IPv6", "latent": "IPv6 tiềm ẩn",
        "ra-only": "Có địa chỉ, chưa có tuyến", "dual": "Song song", "dual-unsafe": "Song song, chưa an toàn",
        "ipv6-mostly": "Ưu tiên IPv6", "ipv6-only": "Chỉ IPv6",
    ]
    private static let segmentStateMeanings = [
        "unknown": "Chưa có bản thu nào trên phân đoạn này, hoặc bản thu chưa đủ để kết luận.",
        "no-ipv6": "Không thấy IPv6 dù điểm thu đủ điều kiện để thấy.",
        "latent": "Thiết bị tự bật IPv6 liên kết cục bộ, nhưng không có bộ định tuyến nào cấp tiền tố.",
        "ra-only": "Bộ định tuyến cấp tiền tố IPv6 nhưng không nhận làm tuyến mặc định.",
        "dual": "Bộ định tuyến cấp IPv6 kèm tuyến mặc định, IPv4 vẫn dùng.",
        "dual-unsafe": "Như “song song”, nhưng còn phát hiện về an ninh ở mức chặn.",
        "ipv6-mostly": "Mạng cho phép thiết bị bỏ IPv4 (tùy chọn 108), vẫn giữ IPv4 cho thiết bị cần.",
        "ipv6-only": "Mạng không còn cấp IPv4.",
    ]
    private static let serviceStates = [
        "unknown": "Chưa xác định", "ipv4-only": "Chỉ IPv4", "ipv6-latent": "IPv6 sẵn có, chưa công bố",
        "dual-broken": "Song song nhưng lỗi", "dual-degraded": "Song song, chưa đầy đủ", "dual-ok": "Song song tốt",
        "ipv6-only-ok": "Chỉ IPv6, hoạt động", "intentionally-none": "Chủ ý không có địa chỉ",
        "not-tested": "Chưa được thử", "unreachable-both": "Không tới được qua cả hai",
    ]
    private static let serviceStateMeanings = [
        "unknown": "Chưa thấy đủ lưu lượng hoặc chưa đo được; không tính là đạt hay chưa đạt.",
        "ipv4-only": "Chỉ trả lời qua IPv4.",
        "ipv6-latent": "Đã trả lời qua IPv6 nhưng tên miền chưa có bản ghi AAAA.",
        "dual-broken": "Có công bố IPv6 nhưng không địa chỉ IPv6 nào hoạt động.",
        "dual-degraded": "IPv6 hoạt động một phần: thiếu cổng, thiếu địa chỉ hoặc nội dung khác IPv4.",
        "dual-ok": "Mọi địa chỉ IPv4 và IPv6 đều hoạt động như nhau.",
        "ipv6-only-ok": "Hoạt động qua IPv6, không có IPv4.",
        "intentionally-none": "Tên miền có tồn tại và không có địa chỉ của giao thức nào.",
        "not-tested": "Chưa ai thử điều có thể cho biết; không tính là đạt hay chưa đạt.",
        "unreachable-both":
            "Không trả lời qua giao thức nào: dịch vụ dừng hoặc ngoài tầm, không nói lên điều gì về IPv6.",
    ]
    private static let phases = [
        "G0": "Chuẩn bị, khảo sát, lập kế hoạch", "G1": "Nền tảng kết nối và an ninh",
        "G2": "Dịch vụ công khai (DNS, cổng, thư)", "G3": "Mạng nội bộ, TSLCD, ứng dụng",
        "G4": "Thí điểm ưu tiên/thuần IPv6", "G5": "Thuần IPv6, tắt IPv4",
    ]
    private static let severities = [
        "blocker": "Chặn", "high": "Cao", "medium": "Trung bình", "low": "Thấp", "info": "Thông tin",
    ]
    private static let verdicts = [
        "pass": "Đạt", "fail": "Chưa đạt", "warn": "Cần lưu ý", "unknown": "Chưa xác định",
        "not-applicable": "Không áp dụng", "needs-answer": "Cần trả lời",
    ]
    private static let statuses = [
        "open": "Chưa xử lý", "in-progress": "Đang xử lý", "done": "Đã xong", "waived": "Được miễn trừ",
        "reopened": "Mở lại",
    ]
    private static let provisionalReasons = [
        "window-too-short": "thời gian quan sát ngắn hơn mức tối thiểu của chính sách",
        "routed-vantage": "điểm thu nằm sau bộ định tuyến, không cùng mạng với thiết bị",
        "ipv6-not-visible": "điểm thu không chứng tỏ được là có thể thấy IPv6",
        "virtual-router": "bộ định tuyến ảo, không phải một máy",
        "no-conversation": "chưa thấy cuộc trao đổi IPv4 nào",
        "one-direction": "chỉ thấy lưu lượng một chiều",
        "held-from-audit": "trạng thái cao hơn của lần đánh giá trước vẫn còn được tính",
        "not-captured": "không thu được gói tin nào của thiết bị: chỉ tệp nhập hoặc kiểm tra chủ động nói về nó",
    ]
    private static let flags = [
        "router": "bộ định tuyến", "eui64": "địa chỉ EUI-64 (lộ MAC)", "temporary-addresses": "địa chỉ tạm thời",
        "random-mac": "MAC ngẫu nhiên hoặc ảo", "virtual-mac": "MAC của bộ định tuyến ảo",
        "shared-mac": "nhiều thiết bị sau một MAC", "tunnelled": "có đường hầm IPv6",
        "inside-tunnel": "nằm trong đường hầm",
        "ipv4-link-local": "IPv4 tự cấp 169.254", "address-conflict": "trùng địa chỉ", "clat": "dùng CLAT (464XLAT)",
    ]
    private static let mergeKeys = [
        "P": "lời khẳng định của người phụ trách", "A1": "danh sách của hồ sơ hoặc cấu hình của chính thiết bị",
        "A2": "bảng láng giềng của bộ định tuyến", "A3": "địa chỉ quản lý trong LLDP/CDP",
        "A4": "một phiên RADIUS accounting (802.1X)",
        "A5": "cùng địa chỉ MAC trên cùng liên kết, cùng thời gian", "A6": "cùng DUID ở DHCPv4 và DHCPv6",
        "A7": "MAC do DHCPv6 relay ghi", "A8": "một trả lời mDNS có cả A và AAAA",
        "A9": "gói tin vào card này và ra card kia", "A10": "các card của máy bắt gói", "B1": "cùng khóa SSH",
        "B2": "cùng SNMP engineID", "B3": "địa chỉ EUI-64 chứa đúng MAC đó", "B4": "cùng tên máy trong NTLM",
        "B5": "cùng tên đầy đủ trong DHCP", "B6": "bản ghi A, AAAA và PTR khớp nhau", "B7": "MAC trong DUID",
        "B8": "A và AAAA của cùng một tên, không có PTR",
        "C1": "cùng khóa TLS", "C2": "cùng tên máy trên liên kết", "C3": "thử hai giao thức tới cùng một tên",
        "C4": "đánh số tương tự",
    ]
    private static let rejections = [
        "virtual-router-mac": "MAC của bộ định tuyến ảo, nhiều thiết bị dùng chung",
        "shared-mac": "nhiều thiết bị khác nhau nằm sau MAC này",
        "random-mac-across-captures": "MAC ngẫu nhiên, không dùng để ghép giữa các bản thu",
        "router-mac": "MAC của bộ định tuyến, lưu lượng của nhiều thiết bị đi qua",
        "proxy-answer": "thiết bị khác trả lời thay (proxy ARP hoặc proxy ND)",
        "pin": "người phụ trách khẳng định là thiết bị khác",
        "shared-identity": "nhiều thiết bị không thể là một cùng có giá trị này",
        "traffic-between": "hai bên trao đổi gói tin với nhau",
        "address-claimed-by-both": "cả hai cùng nhận một địa chỉ trong cùng thời gian",
        "different-snmp-engines": "SNMP engineID khác nhau",
        "different-ssh-host-keys": "khóa SSH của máy khác nhau",
        "listed-apart": "hồ sơ kê là hai thiết bị khác nhau",
    ]
    private static let claims = [
        "binding.arp-request": "thiết bị tự nêu địa chỉ IPv4 khi hỏi ARP",
        "binding.arp-reply": "thiết bị trả lời ARP cho địa chỉ IPv4",
        "binding.arp-announcement": "thiết bị công bố địa chỉ IPv4 bằng ARP",
        "binding.dhcp-ack": "máy chủ DHCP cấp địa chỉ IPv4",
        "binding.dhcp-client": "thiết bị nêu địa chỉ IPv4 trong DHCP",
        "binding.ndp-ns": "thiết bị dùng địa chỉ IPv6 khi hỏi láng giềng (NS)",
        "binding.ndp-rs": "thiết bị dùng địa chỉ IPv6 khi hỏi bộ định tuyến (RS)",
        "binding.ndp-na": "thiết bị xác nhận địa chỉ IPv6 (NA)",
        "binding.ndp-ra": "bộ định tuyến quảng bá từ địa chỉ IPv6 này (RA)",
        "binding.ndp-dad": "thiết bị kiểm tra trùng địa chỉ IPv6 (DAD)",
        "binding.ndp-redirect": "bộ định tuyến gửi chuyển hướng (Redirect)",
        "binding.mld": "thiết bị báo nhóm multicast IPv6 (MLD)",
        "binding.configuration": "cấu hình của chính thiết bị ghi địa chỉ này",
        "binding.neighbour-table": "bộ định tuyến hoặc bộ chuyển mạch ghi địa chỉ này cùng MAC",
        "binding.lease-file": "tệp của máy chủ DHCP ghi địa chỉ này đã được cấp",
        "binding.record": "công cụ khác đã ghi nhận địa chỉ này",
        "binding.probe-answer": "địa chỉ này đã trả lời kiểm tra chủ động",
        "binding.dhcpv6-reply": "máy chủ DHCPv6 cấp địa chỉ IPv6",
        "binding.dhcpv6-client": "thiết bị nêu địa chỉ IPv6 trong DHCPv6",
        "binding.link-local-source": "gói tin có địa chỉ nguồn liên kết cục bộ",
        "binding.link-scope-destination": "gói tin tới địa chỉ chỉ có hiệu lực trong liên kết",
        "flow.tcp.ipv4": "kết nối TCP hoàn chỉnh qua IPv4", "flow.tcp.ipv6": "kết nối TCP hoàn chỉnh qua IPv6",
        "flow.udp.ipv4": "trao đổi UDP hai chiều qua IPv4", "flow.udp.ipv6": "trao đổi UDP hai chiều qua IPv6",
        "flow.tcp.ipv4.failed": "kết nối TCP qua IPv4 không được trả lời",
        "flow.tcp.ipv6.failed": "kết nối TCP qua IPv6 không được trả lời",
        "visibility.ipv6": "điểm thu thấy được IPv6 trên liên kết này",
        "source.routed": "địa chỉ nguồn thấy qua bộ định tuyến", "mac.source": "khung đầu tiên từ địa chỉ MAC này",
        "dhcp.ipv6-only-requested": "thiết bị đề nghị bỏ IPv4 (DHCPv4 tùy chọn 108)",
        "dhcp.ipv6-only-granted": "máy chủ DHCP chấp thuận bỏ IPv4 (tùy chọn 108)",
    ]
    private static let agencyLevels = [
        "central": "Trung ương", "province": "Tỉnh", "district": "Huyện (cũ)", "commune": "Xã", "none": "Khác",
    ]
    private static let segmentKinds = [
        "office-lan": "LAN trụ sở", "server": "Vùng máy chủ", "wifi": "Wi-Fi", "tslcd": "TSLCD",
        "internet-uplink": "Đường Internet", "camera": "Camera", "voip": "Điện thoại IP", "management": "Quản trị",
    ]
    private static let planTargets = [
        "dual-stack": "song song", "ipv6-mostly": "ưu tiên IPv6", "ipv6-only": "chỉ IPv6",
    ]
}
