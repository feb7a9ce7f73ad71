public import Messages

/// An empty list for an office to fill in, with three examples.
public enum InventoryTemplate {
    private static let columns: [LocalizedText] = [
        LocalizedText(vi: "STT", en: "No"), LocalizedText(vi: "Tên thiết bị", en: "Device name"),
        LocalizedText(vi: "Loại", en: "Type"), LocalizedText(vi: "Địa chỉ IPv4", en: "IPv4 address"),
        LocalizedText(vi: "Địa chỉ IPv6", en: "IPv6 address"), LocalizedText(vi: "Địa chỉ MAC", en: "MAC address"),
        LocalizedText(vi: "Phòng ban", en: "Department"), LocalizedText(vi: "Vị trí", en: "Location"),
        LocalizedText(vi: "Hãng", en: "Manufacturer"), LocalizedText(vi: "Model", en: "Model"),
        LocalizedText(vi: "Hệ điều hành", en: "Operating system"), LocalizedText(vi: "Cổng dịch vụ", en: "Ports"),
        LocalizedText(vi: "Ghi chú", en: "Note"),
    ]

    private static let examples: [[LocalizedText]] = [
        [
            same("1"), LocalizedText(vi: "Máy chủ một cửa", en: "One-stop server"),
            LocalizedText(vi: "Máy chủ", en: "Server"),
            same("192.0.2.10"), same("2001:db8:20:40::10"), same("00:50:56:9a:40:10"),
            LocalizedText(vi: "Bộ phận một cửa", en: "One-stop office"),
            LocalizedText(vi: "Phòng máy chủ", en: "Server room"), same("Dell"), same("R740"), same("Ubuntu 24.04"),
            same("80 443"),
            LocalizedText(vi: "Ví dụ: xóa ba dòng này", en: "Example: delete these three rows"),
        ],
        [
            same("2"), LocalizedText(vi: "Máy in tầng 1", en: "Printer floor 1"),
            LocalizedText(vi: "Máy in", en: "Printer"),
            same("192.0.2.50"), same(""), same("3c:d9:2b:50:50:50"), LocalizedText(vi: "Văn phòng", en: "Secretariat"),
            LocalizedText(vi: "Tầng 1", en: "Floor 1"), same("HP"), same("LaserJet 400"), same(""), same(""), same(""),
        ],
        [
            same("3"), LocalizedText(vi: "Máy tính văn thư", en: "Clerk's computer"),
            LocalizedText(vi: "Máy tính để bàn", en: "Desktop"), same("DHCP"), same(""), same("00-11-22-33-44-55"),
            LocalizedText(vi: "Văn phòng", en: "Secretariat"), LocalizedText(vi: "Tầng 2", en: "Floor 2"), same(""),
            same(""),
            same("Windows 11"), same(""), same(""),
        ],
    ]

    private static func same(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }

    /// UTF-8 with a byte order mark and CRLF, so that Excel opens it with all letters right.
    public static func csv(_ language: Language) -> [UInt8] {
        let rows = [columns] + examples
        let lines = rows.map { row in
            row.map { SystemsFile.quoted($0[language]) }.joined(separator: [0x2c]) + [0x0d, 0x0a]
        }
        return [0xef, 0xbb, 0xbf] + lines.flatMap { Array($0) }
    }
}
