extension DeviceConfigurationMessage {
    var vietnamese: String {
        switch self {
        case .otherSystem(let named, let recognised):
            "Đây không phải là cấu hình loại \(named.printable) mà là \(recognised.printable). "
                + "Hãy dùng: v6audit import \(recognised.printable) TỆP."
        case .noNeighbours:
            "Không dòng nào nêu một địa chỉ cùng với địa chỉ MAC. Đây có phải là bảng ARP hoặc bảng láng giềng không?"
        case .noSwitchPorts:
            "Không dòng nào nêu một địa chỉ MAC cùng với cổng. Đây có phải là bảng MAC của thiết bị chuyển mạch không?"
        }
    }
}
