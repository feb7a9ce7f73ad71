extension HostConfigurationMessage {
    var vietnamese: String {
        switch self {
        case .jsonEnded: "Văn bản JSON kết thúc quá sớm: tệp bị cắt."
        case .jsonUnexpected(let character): "JSON không cho phép “\(character.printable)” ở đây."
        case .jsonString: "Chuỗi JSON này có ký tự hoặc chuỗi thoát không được phép."
        case .jsonNumber: "Đây không phải là số JSON."
        case .jsonTooDeep(let limit): "JSON lồng nhau sâu hơn \(limit) mức."
        case .jsonTooManyValues(let limit): "Văn bản JSON có hơn \(limit) giá trị. Hãy chia nhỏ tệp."
        case .blockNotClosed: "Khối này chưa được đóng: thiếu “}” hoặc tệp bị cắt."
        case .blockNotOpened: "Dấu “}” này không đóng khối nào."
        case .blocksTooDeep(let limit): "Các khối lồng nhau sâu hơn \(limit) mức."
        case .quoteNotClosed: "Chuỗi trong dấu nháy này chưa được đóng."
        case .yaml(let detail): "YAML không hợp lệ: \(detail.printable)"
        case .yamlTooDeep(let limit): "YAML lồng nhau sâu hơn \(limit) mức."
        case .yamlAlias: "Không đọc neo và bí danh của YAML. Hãy viết đầy đủ giá trị."
        }
    }
}
