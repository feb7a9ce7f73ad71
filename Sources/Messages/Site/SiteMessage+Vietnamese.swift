extension SiteMessage {
    var vietnamese: String {
        switch self {
        case .notFound: "không tìm thấy tệp"
        case .permissionDenied: "không có quyền đọc tệp"
        case .notAFile: "không phải tệp thông thường"
        case .readFailed(let code): "không đọc được (lỗi hệ thống \(code))"
        case .tooLarge(let limit): "lớn hơn \(limit) MiB"
        case .notUTF8(let offset): "không phải văn bản UTF-8: byte sai ở vị trí \(offset)"
        case .empty: "tệp rỗng"
        case .syntax(let detail): "không đúng cú pháp YAML: \(detail.printable)"
        case .severalDocuments: "có tài liệu YAML thứ hai ('---'); mỗi tệp chỉ được một tài liệu"
        case .anchorRefused: "không dùng neo và bí danh YAML (& và *); hãy viết lại giá trị"
        case .tooDeep(let limit): "lồng sâu quá \(limit) cấp"
        case .keyNotText: "khóa phải là một từ đơn giản"
        case .duplicateKey(let key, let line): "khóa \(Self.quoted(key)) bị ghi hai lần; lần đầu ở dòng \(line)"
        case .unknownKey(let key, let suggestion):
            "khóa không có trong quy định: \(Self.quoted(key))" + Self.orMeant(suggestion)
        case .missingKey(let key): "thiếu khóa '\(key)'"
        case .wrongSchema(let found, let expected): "schema là \(Self.quoted(found)); phiên bản này đọc '\(expected)'"
        case .wrongForm(let key, let value, let form):
            "'\(key)'"
                + (value.map { ": \(Self.quoted($0)) không phải là \(form.vietnamese)" }
                    ?? " phải là \(form.vietnamese)")
        case .unknownValue(let key, let value, let allowed, let suggestion):
            "'\(key)': \(Self.quoted(value)) không thuộc các giá trị \(allowed.joined(separator: ", "))"
                + Self.orMeant(suggestion)
        case .hostBits(let value, let prefix):
            "\(Self.quoted(value)) còn bit nằm sau độ dài tiền tố; hãy viết \(prefix)"
        case .tooFew(let key, let minimum): "'\(key)' cần ít nhất \(minimum) mục"
        case .neitherKey(let first, let second): "cần một trong hai khóa '\(first)' và '\(second)'"
        case .bothKeys(let first, let second): "chỉ được dùng một trong hai khóa '\(first)' và '\(second)'"
        case .endBeforeStart(let start, let end): "kết thúc ngày \(end), trước ngày bắt đầu \(start)"
        case .unknownAgency(let id, let suggestion):
            "không có cơ quan \(Self.quoted(id)) trong 'agencies'" + Self.orMeant(suggestion)
        case .unknownSegment(let id, let suggestion):
            "không có phân đoạn mạng \(Self.quoted(id)) trong 'segments'" + Self.orMeant(suggestion)
        case .duplicateIdentifier(let id, let line): "\(Self.quoted(id)) đã được dùng ở dòng \(line)"
        case .ownParent(let id):
            "cơ quan \(Self.quoted(id)) là cấp trên của chính mình, trực tiếp hoặc qua cơ quan khác"
        case .quoteNotClosed: "dấu ngoặc kép mở ở đây không được đóng"
        case .textAfterQuote: "có chữ sau dấu ngoặc kép đóng; dấu ngoặc kép trong ô phải viết hai lần"
        case .quoteInsideCell: "có dấu ngoặc kép trong ô không đặt trong ngoặc kép; hãy đặt cả ô trong ngoặc kép"
        case .cellCount(let found, let expected): "dòng có \(found) ô, dòng tiêu đề có \(expected)"
        case .wrongSeparator(let separator): "các ô cách nhau bằng \(separator); hãy lưu tệp với dấu phẩy"
        case .unknownColumn(let name, let suggestion):
            "cột không có trong quy định: \(Self.quoted(name))" + Self.orMeant(suggestion)
        case .missingColumn(let name): "thiếu cột '\(name)'"
        case .duplicateColumn(let name): "cột \(Self.quoted(name)) bị ghi hai lần"
        case .rowNamesNothing: "dòng không có cả 'system' lẫn 'component'"
        case .notInFirstRow(let column, let line):
            "'\(column)' khác với dòng đầu của hệ thống (dòng \(line)), nơi phải ghi giá trị này"
        case .notForDevice(let column): "'\(column)' là cột của hệ thống, nhưng dòng không nêu hệ thống nào"
        case .moreProblems(let limit): "chỉ liệt kê \(limit) lỗi đầu tiên"
        }
    }

    private static func orMeant(_ suggestion: String?) -> String {
        suggestion.map { "; có phải ý bạn là '\($0.printable)'?" } ?? ""
    }
}

extension SiteMessage.Form {
    var vietnamese: String {
        switch self {
        case .text: "văn bản"
        case .list: "danh sách"
        case .mapping: "nhóm khóa"
        case .localizedText: "văn bản hai ngôn ngữ, {vi: …, en: …}"
        case .identifier: "mã (không có dấu cách, / @ , ;)"
        case .date: "ngày dạng 2026-11-24"
        case .duration: "khoảng thời gian dạng 5 min, 24 h hoặc 35 d"
        case .boolean: "true hoặc false"
        case .wholeNumber(let least, let most): "số nguyên từ \(least) đến \(most)"
        case .address: "địa chỉ IPv4 hoặc IPv6"
        case .ipv4Address: "địa chỉ IPv4"
        case .ipv6Address: "địa chỉ IPv6"
        case .prefix: "tiền tố dạng 10.20.30.0/24 hoặc 2001:db8::/64"
        case .mac: "địa chỉ MAC dạng 00:50:56:9a:40:10"
        case .macOrAddress: "địa chỉ MAC hoặc địa chỉ IP"
        case .port: "cổng dạng tcp/443"
        case .domainName: "tên miền"
        case .utcOffset: "độ lệch so với UTC dạng +07:00"
        case .item: "mục dạng APP-07@cơ-quan"
        case .resolver: "'system' hoặc địa chỉ IP"
        }
    }
}
