extension InventoryColumn {
    /// The names that people give to columns, as they are suggested; they are compared folded.
    static let headers: [(column: InventoryColumn, names: [String])] = [
        (.ordinal, ["STT", "TT", "Số TT", "Số thứ tự", "No", "No.", "#", "Số", "Index"]),
        (
            .component,
            [
                "Tên máy", "Tên máy tính", "Tên máy chủ", "Hostname", "Host name", "Host", "Computer name", "Tên host",
                "Component", "Thành phần", "Machine", "Machine name", "Server name",
            ]
        ),
        (
            .deviceName,
            [
                "Tên thiết bị", "Thiết bị", "Tên", "Tên gọi", "Tên tài sản", "Tên thiết bị máy tính", "Device",
                "Device name", "Name", "Asset name", "Equipment", "Tên máy thiết bị", "Tên thiết bị tên máy",
                "Danh mục thiết bị",
            ]
        ),
        (
            .addresses,
            [
                "Địa chỉ IP", "IP", "Địa chỉ", "IP address", "IP addresses", "IPAddress", "Address", "Addresses",
                "Địa chỉ mạng", "IP máy", "Địa chỉ IP máy", "Địa chỉ IPv4 IPv6", "IPv4 IPv6", "Số IP", "IP LAN",
                "Địa chỉ IP LAN", "IP tĩnh", "Địa chỉ IP tĩnh", "Địa chỉ IP nội bộ",
            ]
        ),
        (.ipv4, ["Địa chỉ IPv4", "IPv4", "IPv4 address", "Địa chỉ IP v4", "IP v4", "Địa chỉ IP IPv4"]),
        (.ipv6, ["Địa chỉ IPv6", "IPv6", "IPv6 address", "Địa chỉ IP v6", "IP v6", "Địa chỉ IP IPv6"]),
        (
            .macs,
            [
                "Địa chỉ MAC", "MAC", "MACs", "MAC address", "MAC addresses", "MACAddress", "Địa chỉ vật lý",
                "Physical address", "Ethernet address", "Địa chỉ MAC card mạng", "HW address", "Hardware address",
            ]
        ),
        (
            .owner,
            [
                "Đơn vị", "Owner", "Cơ quan", "Đơn vị sử dụng", "Đơn vị quản lý", "Cơ quan đơn vị", "Tên đơn vị",
                "Đơn vị sở hữu", "Chủ quản", "Đơn vị chủ quản", "Agency", "Unit", "Organisation", "Organization",
            ]
        ),
        (.operatorAgency, ["Operator", "Đơn vị vận hành", "Cơ quan vận hành", "Vận hành"]),
        (
            .responsible,
            [
                "Phòng ban", "Phòng", "Bộ phận", "Responsible", "Department", "Phòng chuyên môn", "Bộ phận quản lý",
                "Bộ phận phụ trách", "Phụ trách", "Phòng ban sử dụng", "Bộ phận sử dụng", "Phòng ban bộ phận",
                "Phòng ban đơn vị", "Khoa phòng", "Office",
            ]
        ),
        (
            .location,
            [
                "Vị trí", "Location", "Nơi đặt", "Vị trí lắp đặt", "Vị trí đặt", "Nơi lắp đặt", "Địa điểm",
                "Địa điểm lắp đặt", "Room", "Phòng đặt máy", "Nơi sử dụng", "Vị trí đặt máy", "Vị trí thiết bị",
            ]
        ),
        (
            .kind,
            [
                "Loại", "Kind", "Loại thiết bị", "Loại máy", "Chủng loại", "Nhóm thiết bị", "Type", "Device type",
                "Category of device", "Phân loại",
            ]
        ),
        (
            .maker,
            [
                "Hãng", "Hãng sản xuất", "Nhà sản xuất", "Nhãn hiệu", "Thương hiệu", "Maker", "Manufacturer", "Vendor",
                "Brand", "Hãng SX", "Nhà SX",
            ]
        ),
        (.model, ["Model", "Kiểu máy", "Mẫu máy", "Kiểu", "Mã hiệu", "Ký hiệu", "Mẫu mã", "Hãng model"]),
        (
            .os,
            [
                "Hệ điều hành", "OS", "HĐH", "Operating system", "Phiên bản hệ điều hành", "Phiên bản hđh", "Windows",
                "Firmware",
            ]
        ),
        (
            .serial,
            [
                "Số sê-ri", "Số seri", "Số serial", "Serial", "Serial number", "S/N", "SN", "Seri", "Sê-ri", "Số máy",
                "Số xê-ri", "Service tag",
            ]
        ),
        (
            .ports,
            [
                "Cổng dịch vụ", "Ports", "Port", "Cổng", "Dịch vụ cổng", "Cổng TCP UDP", "Service ports", "Cổng mở",
                "Open ports",
            ]
        ),
        (
            .note,
            [
                "Ghi chú", "Note", "Notes", "Remarks", "Comment", "Comments", "Mô tả", "Description", "Diễn giải",
                "Chú thích",
            ]
        ),
        (.system, ["Hệ thống", "System", "Hệ thống thông tin", "Thuộc hệ thống", "HTTT", "Phần mềm", "Ứng dụng"]),
        (.nameVi, ["Tên hệ thống", "System name", "Tên tiếng Việt"]),
        (.nameEn, ["Tên tiếng Anh"]),
        (.category, ["Loại hệ thống", "Category"]),
        (.level, ["Cấp độ", "Level", "Cấp độ an toàn"]),
        (.dependsOn, ["Phụ thuộc"]),
        (.mandatory, ["Bắt buộc", "Mandatory"]),
        (.segment, ["Phân đoạn", "Segment", "Phân đoạn mạng", "Vùng mạng", "Mạng", "Network"]),
        (.names, ["Tên miền", "DNS", "DNS name", "Domain name", "Domain", "FQDN", "Names"]),
        (.probe, ["Kiểm tra chủ động", "Probe"]),
        (
            .supportEnd,
            ["Hết hỗ trợ", "Ngày hết hỗ trợ", "Hạn hỗ trợ", "End of support", "Support end", "EOL", "Kết thúc hỗ trợ"]
        ),
        (.readiness, ["Mức sẵn sàng", "Readiness", "Sẵn sàng IPv6", "IPv6 readiness", "Mức sẵn sàng IPv6"]),
        (.features, ["Tính năng", "Features"]),
        (
            .purpose,
            ["Mục đích", "Purpose", "Chức năng", "Mục đích sử dụng", "Vai trò", "Công dụng", "Role", "Function"]
        ),
        (.validFrom, ["Từ ngày", "Valid from"]),
        (.validTo, ["Đến ngày", "Valid to"]),
        (.source, ["Nguồn", "Source"]),
        (.verified, ["Đã xác minh", "Verified"]),
        (
            .passedOver,
            [
                "Số lượng", "SL", "Quantity", "Đơn vị tính", "ĐVT", "Nguyên giá", "Đơn giá", "Thành tiền", "Giá trị",
                "Giá trị còn lại", "Price", "Năm sử dụng", "Năm đưa vào sử dụng", "Năm sản xuất", "Năm mua",
                "Ngày mua", "Ngày đưa vào sử dụng", "Năm trang bị", "Năm", "Year", "Tình trạng", "Tình trạng sử dụng",
                "Hiện trạng", "Trạng thái", "Condition", "Status", "Mã tài sản", "Mã thiết bị", "Mã", "Asset tag",
                "Người sử dụng", "Người dùng", "Cán bộ sử dụng", "Họ và tên", "Họ tên", "Người quản lý",
                "Cán bộ quản lý", "Người phụ trách", "Cán bộ phụ trách", "User", "Chức vụ", "Số điện thoại",
                "Điện thoại", "Email", "Phone", "Cấu hình", "CPU", "RAM", "Ổ cứng", "Bộ nhớ", "HDD", "SSD", "Disk",
                "VLAN", "VLAN ID", "Subnet mask", "Subnet", "Netmask", "Mặt nạ mạng", "Gateway", "Default gateway",
                "Cổng mặc định", "DNS server", "Máy chủ DNS", "Bảo hành", "Warranty", "Nước sản xuất", "Xuất xứ",
                "Nguồn gốc", "Tài khoản", "Username", "Công suất",
            ]
        ),
    ]

    private static let byName: [String: InventoryColumn] = {
        var columns: [String: InventoryColumn] = [:]
        for column in ofSystems { columns[column.rawValue.folded] = column }
        for (column, names) in headers {
            for name in names { columns[name.folded, default: column] = column }
        }
        columns["#"] = .ordinal
        return columns
    }()

    /// The column of a header in any spelling; nil: none is known by it.
    static func named(_ header: String) -> InventoryColumn? {
        if header == "#" { return .ordinal }
        if let column = byName[header.folded] { return column }
        // What stands in brackets explains: `Địa chỉ IP (nếu có)`.
        guard let bracket = header.firstIndex(where: { $0 == "(" || $0 == "[" }), bracket > header.startIndex else {
            return nil
        }
        return byName[String(header[..<bracket]).folded]
    }

    /// The known header that a misspelt one was probably meant to be.
    static func suggestion(for header: String) -> String? {
        NearestWord.of(header, among: headers.flatMap(\.names) + ofSystems.map(\.rawValue))
    }
}
