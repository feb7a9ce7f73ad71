import SiteModel

/// What people call the kinds of devices.
enum KindWords {
    private static let names: [(kind: ConfiguredHost.Kind, names: [String])] = [
        (
            .server,
            [
                "server", "máy chủ", "máy chủ ảo", "máy chủ vật lý", "máy ảo", "vm", "nas", "san", "thiết bị lưu trữ",
                "virtual machine", "storage", "đầu ghi", "đầu ghi hình", "nvr", "dvr",
            ]
        ),
        (
            .workstation,
            [
                "workstation", "máy trạm", "máy tính", "máy tính để bàn", "máy tính xách tay", "máy vi tính", "pc",
                "laptop", "desktop", "notebook", "all in one", "aio", "máy bàn", "xách tay", "máy tính bảng", "tablet",
                "computer", "may bo", "máy bộ", "cây máy tính",
            ]
        ),
        (
            .printer,
            [
                "printer", "máy in", "máy in mạng", "máy photocopy", "máy photo", "photocopy", "máy in đa năng",
                "máy quét", "máy scan", "scanner", "máy fax", "mfp",
            ]
        ),
        (.camera, ["camera", "camera ip", "ip camera", "camera giám sát", "máy quay"]),
        (
            .phone,
            ["phone", "điện thoại", "điện thoại ip", "ip phone", "voip", "điện thoại voip", "tổng đài", "smartphone"]
        ),
        (
            .switch,
            [
                "switch", "bộ chuyển mạch", "chuyển mạch", "thiết bị chuyển mạch", "switch layer 2", "switch layer 3",
                "hub", "core switch", "access switch",
            ]
        ),
        (
            .router,
            ["router", "bộ định tuyến", "định tuyến", "thiết bị định tuyến", "modem", "gateway", "ont", "cân bằng tải"]
        ),
        (.firewall, ["firewall", "tường lửa", "thiết bị tường lửa", "utm", "ngfw", "thiết bị bảo mật"]),
        (
            .accessPoint,
            [
                "access-point", "access point", "ap", "điểm truy cập", "điểm truy cập không dây", "bộ phát wifi",
                "wifi", "thiết bị wifi", "wireless", "phát wifi", "điểm phát sóng", "wlan",
            ]
        ),
        (.tslcdTerminal, ["tslcd-terminal", "tslcd", "thiết bị đầu cuối tslcd", "truyền số liệu chuyên dùng"]),
        (.other, ["other", "khác", "thiết bị khác"]),
    ]

    private static let byWords: [String: ConfiguredHost.Kind] = {
        var kinds: [String: ConfiguredHost.Kind] = [:]
        for (kind, names) in names { for name in names { kinds[name.folded] = kind } }
        return kinds
    }()
    /// Words of the longest name.
    private static let longest = 5
    /// Words of a text that are looked at.
    private static let looked = 32

    /// The kind named by the most words in a text, the first of them: `Máy in HP LaserJet` is a printer.
    /// Nil: none is named.
    static func kind(in text: String) -> ConfiguredHost.Kind? {
        let words = text.folded.split(separator: " ").prefix(looked)
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            for start in 0...(words.count - length) {
                let phrase = words[(words.startIndex + start)..<(words.startIndex + start + length)]
                if let kind = byWords[phrase.joined(separator: " ")] { return kind }
            }
        }
        return nil
    }

    /// The name that a misspelt one was probably meant to be; short words are near too many.
    static func suggestion(for text: String) -> String? {
        guard text.folded.utf8.count >= 5 else { return nil }
        return NearestWord.of(text, among: names.flatMap(\.names))
    }
}
