extension HostConfigurationMessage {
    var vietnamese: String {
        switch self {
        case .jsonEnded: "Văn bản JSON kết thúc quá sớm: tệp bị cắt."
        case .jsonUnexpected(let character): "JSON không cho phép “\(character.printable)” ở đây."
        case .jsonString: "Chuỗi JSON này có ký tự hoặc chuỗi thoát không được phép."
        case .jsonNumber: "Đây không phải là số JSON."
        case .jsonTooDeep(let limit): "JSON lồng nhau sâu hơn \(limit) mức."
        case .jsonTooManyValues(let limit): "Văn bản JSON có hơn \(limit) giá trị. Hãy chia nhỏ tệp."
        }
    }
}
