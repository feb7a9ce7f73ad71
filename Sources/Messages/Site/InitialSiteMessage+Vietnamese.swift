extension InitialSiteMessage {
    var vietnamese: String {
        switch self {
        case .title: "Site của v6audit: những gì bạn biết về các cơ quan và mạng của mình."
        case .offset: "Độ lệch so với UTC, dùng cho ngày làm việc và hạn xử lý."
        case .policy: "Thời gian tối thiểu phải quan sát máy; đây là giá trị mặc định."
        case .agency:
            "level (cấp): central, province, district, commune, none; kind (loại): committee, department, centre, party, supplier."
        case .segment: "kind (loại mạng): office-lan, server, wifi, tslcd, internet-uplink, camera, voip, management."
        case .prefixes: "Các tiền tố IPv4 và IPv6 của mạng này; tiền tố IPv6 đặt trong dấu ngoặc kép."
        case .next: "Các khóa khác: domains, successions, captures, addressPlan, tunnels, scope, authorisations, pins."
        }
    }
}
